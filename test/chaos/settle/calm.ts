// Waits until nothing happens any more: no request under way, no event on its way, nothing due in Guichet's books.
import { setTimeout as pause } from 'node:timers/promises'
import type { Scene } from '../scene.ts'

const look = 35
const looksInARow = 3
const patience = 8_000

/** False where it never came to rest. */
export async function calm({ sandbox, peek, clock }: Scene): Promise<boolean> {
  const until = Date.now() + patience
  let requests = -1
  for (let quiet = 0; quiet < looksInARow; ) {
    if (Date.now() > until) return false
    const now = await sandbox.activity()
    const isQuiet = now.requests === requests && now.open === 0 && now.deliveries === 0
    requests = now.requests
    quiet = isQuiet && (await dueNow(peek, clock.now())) === 0 ? quiet + 1 : 0
    await pause(look)
  }
  return true
}

async function dueNow(peek: Scene['peek'], now: number): Promise<number> {
  const [row] = await peek.all<{ due: number }>(
    `select (select count(*) from stripe_events where done_at is null and next_try_at <= $1)
       + (select count(*) from attempts where settled_at is null and next_try_at <= $1)
       + (select count(*) from wallet_changes where state in ('unanswered', 'failed') and next_try_at <= $1) as due`,
    [now],
  )
  return row?.due ?? 0
}
