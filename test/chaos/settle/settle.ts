// After the storm: everything works again, and the time passes that everything needs to come to its end.
import type { Scene } from '../scene.ts'
import { unsubscribe } from '../world/invoices.ts'
import { calm } from './calm.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export async function endFaults(scene: Scene): Promise<void> {
  const { sandbox, fleet, clock } = scene
  await sandbox.control('DELETE', '/faults')
  await sandbox.control('DELETE', '/disorder')
  await sandbox.control('POST', '/settings', { paymentProcessing: { times: 0, outcome: 'succeed' } })
  await fleet.order({ death: null, disk: 'well', ahead: clock.ahead() })
  await fleet.revive()
  for (const company of scene.companies) await unsubscribe(sandbox, company)
}

/** Five minutes, within which both sides have to agree. */
export async function fiveMinutes(scene: Scene): Promise<void> {
  await calm(scene)
  for (const step of [5_000, 20_000, 35_000, minute, minute, 2 * minute]) {
    await scene.clock.pass(step)
    await calm(scene)
  }
}

const most = { steps: 70, time: 60 * day }

/** From one thing that is due to the next, until there is none. */
export async function days(scene: Scene): Promise<void> {
  await banksAnswer(scene)
  const end = scene.clock.now() + most.time
  for (let step = 0; step < most.steps; step += 1) {
    const next = await nextDue(scene)
    if (next === null || next > end) break
    await scene.clock.pass(Math.max(next - scene.clock.now(), 3 * hour) + 1000)
    await calm(scene)
    if (step % 4 === 3) await banksAnswer(scene)
  }
}

/** Slow payments are settled, one way or the other, and what follows from it is waited for. */
async function banksAnswer(scene: Scene): Promise<void> {
  const { sandbox, random } = scene
  for (const { id, status } of await sandbox.intents()) {
    if (status === 'processing')
      await sandbox.control('POST', `/payment-intents/${id}/settle`, {
        how: random.pick(['succeed', 'fail']),
      })
    if (status === 'requires_action' && random.chance(0.3))
      await sandbox.control('POST', `/payment-intents/${id}/authenticate`, {
        answer: random.pick(['passed', 'failed']),
      })
  }
  await calm(scene)
}

async function nextDue({ sandbox, peek, clock }: Scene): Promise<number | null> {
  const now = clock.now()
  const ours = await peek.all<{ due: number | null }>(
    `select min(next_run_at) as due from invoices where status = 'open' and next_run_at is not null
     union all select min(next_try_at) from attempts where settled_at is null
     union all select min(next_try_at) from stripe_events where done_at is null
     union all select min(leased_until) from invoices where leased_until > ${now} and status = 'open'`,
  )
  const theirs = (await sandbox.invoices()).map(({ next }) => (next === null ? null : next * 1000))
  const due = [...ours.map((row) => row.due), ...theirs].filter((at) => at !== null)
  return due.length === 0 ? null : Math.min(...due)
}
