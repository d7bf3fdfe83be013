import type { Limit, Limits } from '../../ports/limits.ts'
import type { Database, Queries } from './database.ts'

export function sqlLimits(database: Database): Limits {
  return {
    take: (limits, now) =>
      database.transaction(async (queries) => {
        // Always in the same order: whoever takes several at once waits for nobody who waits for them.
        const keys = [...new Set(limits.map(({ key }) => key))].sort()
        const counted = new Map<string, number[]>()
        for (const key of keys) counted.set(key, await timesOf(queries, key))
        const waits = limits.map((limit) => freeAt(limit, counted.get(limit.key) ?? [], now))
        const comeBack = Math.max(...waits, 0)
        if (comeBack > now) return comeBack
        for (const key of keys) await count(queries, limits, key, counted.get(key) ?? [], now)
        return null
      }),

    async forget(keys) {
      for (const key of keys) await database.run('delete from limits where key = $1', [key])
    },

    async prune(now) {
      await database.run('delete from limits where until <= $1', [now])
    },
  }
}

// Changing the row, even to what it was, keeps it to this transaction until it ends.
async function timesOf(queries: Queries, key: string): Promise<number[]> {
  const row = await queries.get<{ times: string }>(
    `insert into limits (key, times, until) values ($1, '[]', 0)
     on conflict (key) do update set until = limits.until returning times`,
    [key],
  )
  return JSON.parse(row?.times ?? '[]')
}

/** When the next one may be done; 0 for now. Times from the future were counted before the clock went back. */
function freeAt({ most, within }: Limit, times: readonly number[], now: number): number {
  const recent = times.filter((time) => time > now - within && time <= now)
  const blocking = recent[recent.length - most]
  return blocking === undefined ? 0 : blocking + within
}

async function count(
  queries: Queries,
  limits: readonly Limit[],
  key: string,
  times: readonly number[],
  now: number,
): Promise<void> {
  const longest = Math.max(...limits.filter((limit) => limit.key === key).map(({ within }) => within))
  const kept = [...times.filter((time) => time > now - longest && time <= now), now]
  await queries.run('update limits set times = $2, until = $3 where key = $1', [
    key,
    JSON.stringify(kept),
    now + longest,
  ])
}
