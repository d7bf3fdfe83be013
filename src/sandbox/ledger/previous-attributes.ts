// What an `…updated` event says under `previous_attributes`: the old values of what changed, and nothing else.

/** Keys that are new are null, as Stripe shows an added metadata key. */
export function previousAttributes(before: object, after: object): Record<string, unknown> {
  const old = new Map(Object.entries(before))
  const changed = Object.entries(after).flatMap(([key, value]): [string, unknown][] => {
    const was = old.get(key) ?? null
    if (JSON.stringify(was) === JSON.stringify(value ?? null)) return []
    return [[key, isHash(was) && isHash(value) ? previousAttributes(was, value) : was]]
  })
  const removed = Object.entries(before).filter(([key]) => !(key in after))
  return Object.fromEntries([...changed, ...removed])
}

function isHash(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
