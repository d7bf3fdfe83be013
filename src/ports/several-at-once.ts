/** Does the work for each item, `limit` at a time, and for all of them; throws the first failure after that. */
export async function severalAtOnce<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = []
  const waiting = items.values()
  async function takeTurns(): Promise<void> {
    for (const item of waiting) await work(item).catch((error) => failures.push(error))
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, takeTurns))
  if (failures.length > 0) throw failures[0]
}
