// Invariants 1, 5 and 6: whatever becomes of the request to charge a backup, it is charged once, and no other is.
import { expect, it } from 'vitest'
import type { FaultKind } from '../../src/sandbox/api/faults.ts'
import { billingOf } from '../support/billing.ts'
import { startDesk } from '../support/running-desk.ts'
import { movableClock } from '../support/story.ts'
import { paymentsSent, takenFor } from '../support/unpaid.ts'

const kinds: readonly FaultKind[] = [
  '409',
  '429',
  'lock_timeout',
  '500-after',
  '502',
  'reset-before',
  'reset-after',
  'truncate',
  'hang',
  'hang-after',
]

it.each(kinds)('a backup that meets %s is charged once, with one key, and no other card is', async (kind) => {
  const clock = movableClock()
  const desk = await startDesk({ clock, ...(kind.startsWith('hang') && { stripeTimeout: 300 }) })
  desk.sandbox.control.changeRetries([])
  const billing = await billingOf(desk)
  await billing.addCard('pm_card_amex')
  const [first] = (await desk.ports.store.wallets.of(billing.companyId)).methods
  desk.sandbox.control.changeBehaviour(first?.id ?? '', 'do_not_honor_when_charged')
  await desk.settled()
  desk.sandbox.log.clear()
  desk.sandbox.faults.order({ kind, method: 'POST', path: '^/v1/invoices/in_\\w+/pay', times: 2 })
  const id = await billing.bill()
  await expect
    .poll(
      async () => {
        await desk.settled()
        clock.pass(60_000)
        return billing.told(id)
      },
      { timeout: 20_000 },
    )
    .toEqual(['4242: declined', '4444: paid'])
  expect(takenFor(desk, id)).toBe(1)
  expect(new Set(paymentsSent(desk)).size).toBe(1)
  expect((await billing.invoice(id)).status).toBe('paid')
})
