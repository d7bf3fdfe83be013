import type { Limit, Limits } from '../../ports/limits.ts'
import type { Database, Queries } from './database.ts'

/** When something was done, and what, where the same may be asked for twice. */
type Counted = readonly [at: number, act?: string]

export function sqlLimits(database: Database): Limits {
  return {
    take: (limits, now, act) =>
      database.transaction(async (queries) => {
        const counted = await countedOf(
          queries,
          limits.map(({ key }) => key),
        )
        const isKnown = (limit: Limit): boolean =>
          act !== undefined && recent(limit, counted.get(limit.key), now).some(([, known]) => known === act)
        const asked = limits.filter((limit) => !isKnown(limit))
        const comeBack = Math.max(...asked.map((limit) => freeAt(limit, counted.get(limit.key), now)), 0)
        if (comeBack > now) return comeBack
        for (const key of new Set(asked.map(({ key }) => key)))
          await count(queries, limits, key, counted.get(key), act === undefined ? [now] : [now, act])
        return null
      }),

    giveBack: (keys, countedAt) =>
      database.transaction(async (queries) => {
        for (const [key, times] of await countedOf(queries, keys)) {
          const at = times.findIndex(([time, act]) => time === countedAt && act === undefined)
          if (at === -1) continue
          if (times.length > 1) await write(queries, key, times.toSpliced(at, 1))
          else await queries.run('delete from limits where key = $1', [key])
        }
      }),

    async forget(keys) {
      for (const key of keys) await database.run('delete from limits where key = $1', [key])
    },

    async prune(now) {
      await database.run('delete from limits where until <= $1', [now])
    },
  }
}

// Always in the same order: whoever takes several at once waits for nobody who waits for them. Changing the row, even
// to what it was, keeps it to this transaction until it ends.
async function countedOf(queries: Queries, keys: readonly string[]): Promise<Map<string, Counted[]>> {
  const counted = new Map<string, Counted[]>()
  for (const key of [...new Set(keys)].sort()) {
    const row = await queries.get<{ times: string }>(
      `insert into limits (key, times, until) values ($1, '[]', 0)
       on conflict (key) do update set until = limits.until returning times`,
      [key],
    )
    counted.set(key, JSON.parse(row?.times ?? '[]'))
  }
  return counted
}

/** Times from the future were counted before the clock went back. */
function recent({ within }: Limit, times: readonly Counted[] = [], now: number): readonly Counted[] {
  return times.filter(([at]) => at > now - within && at <= now)
}

/** When the next one may be done; 0 for now. */
function freeAt(limit: Limit, times: readonly Counted[] | undefined, now: number): number {
  const counting = recent(limit, times, now)
  const blocking = counting[counting.length - limit.most]
  return blocking === undefined ? 0 : blocking[0] + limit.within
}

async function count(
  queries: Queries,
  limits: readonly Limit[],
  key: string,
  times: readonly Counted[] | undefined,
  counted: Counted,
): Promise<void> {
  const [now] = counted
  const ofKey = limits.filter((limit) => limit.key === key)
  const longest = ofKey.reduce((one, other) => (other.within > one.within ? other : one))
  await write(queries, key, [...recent(longest, times, now), counted], now + longest.within)
}

async function write(queries: Queries, key: string, times: readonly Counted[], until?: number) {
  await queries.run('update limits set times = $2, until = coalesce($3, until) where key = $1', [
    key,
    JSON.stringify(times),
    until ?? null,
  ])
}
