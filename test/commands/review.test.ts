import { expect, it } from 'vitest'
import { letGoOn, reviewList } from '../../src/commands/review.ts'
import { billingOf } from '../support/billing.ts'
import { startDesk } from '../support/running-desk.ts'

it('lists what waits for a person, and lets it go on', async () => {
  const desk = await startDesk()
  desk.sandbox.control.changeRetries([])
  const billing = await billingOf(desk)
  const { methods } = await desk.ports.store.wallets.of(billing.companyId)
  desk.sandbox.control.changeBehaviour(methods[0]?.id ?? '', 'blocked_by_radar')
  expect(await reviewList(desk.ports)).toEqual([])
  const id = await billing.bill()
  await desk.settled()
  const [line] = await reviewList(desk.ports)
  expect(line).toContain(id)
  expect(line).toContain('Atelier Lumière  €49.00  review: the bank or Radar suspects fraud')
  expect(await letGoOn(desk.ports, id)).toBe(true)
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: declined', '4444: paid'])
  expect(await letGoOn(desk.ports, id)).toBe(false)
})
