// What one invoice's charge says of a card counts for the others, and what is not ours to collect is left alone.

import { expect, it } from 'vitest'
import type { BehaviourName } from '../../src/sandbox/cards/behaviours.ts'
import { formatAmount } from '../../src/words/format.ts'
import { billingOf } from '../support/billing.ts'
import { startDesk } from '../support/running-desk.ts'
import { movableClock } from '../support/story.ts'

const day = 24 * 60 * 60_000

async function atelier(...behaviours: readonly BehaviourName[]) {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  desk.sandbox.control.changeRetries([])
  const billing = await billingOf(desk)
  const { methods } = await desk.ports.store.wallets.of(billing.companyId)
  for (const [at, behaviour] of behaviours.entries())
    desk.sandbox.control.changeBehaviour(methods[at]?.id ?? '', behaviour)
  return { clock, desk, billing, cards: methods.map(({ id }) => id) }
}

it('a backup that is stolen is asked for one of many invoices, and for no other', async () => {
  const { desk, billing, cards } = await atelier('insufficient_funds_when_charged', 'stolen_when_charged')
  for (let bills = 0; bills < 8; bills++) await billing.bill()
  await desk.settled()
  const asked = desk.sandbox.control.book().flatMap(({ attempts }) => attempts)
  expect(asked.filter(({ paymentMethod }) => paymentMethod === cards[1])).toHaveLength(1)
})

it('the caps count across invoices that are due together', async () => {
  const { desk, billing, cards } = await atelier('lost_when_charged', 'insufficient_funds_when_charged')
  for (let bills = 0; bills < 9; bills++) await billing.bill()
  await desk.settled()
  const asked = desk.sandbox.control.book().flatMap(({ attempts }) => attempts)
  expect(asked.filter(({ paymentMethod }) => paymentMethod === cards[1])).toHaveLength(6)
})

it('an invoice whose collection the host product switched off is charged no more', async () => {
  const { clock, desk, billing } = await atelier('do_not_honor_when_charged', 'do_not_honor_when_charged')
  const id = await billing.bill()
  await desk.settled()
  await billing.stripe.invoices.update(id, { auto_advance: false })
  clock.pass(3.2 * day)
  await desk.settled()
  expect(await billing.told(id)).toEqual(['4242: declined', '4444: declined'])
})

it('a customer who was deleted owes nothing that could be paid', async () => {
  const { desk, billing } = await atelier('do_not_honor_when_charged', 'do_not_honor_when_charged')
  const id = await billing.bill()
  await desk.settled()
  await billing.stripe.customers.del(billing.customerId)
  await desk.settled()
  expect(await billing.invoice(id)).toMatchObject({ status: 'uncollectible', rest: null })
  expect(await desk.ports.store.invoices.unpaid(billing.companyId)).toEqual([])
})

it.each([
  ['huf', 49_000, 'HUF 490'],
  ['huf', 49_050, 'HUF 490.50'],
  ['jpy', 4900, 'JP¥4,900'],
  ['kwd', 4900, 'KWD 4.900'],
  ['eur', 4900, '€49.00'],
])('in %s, %i of Stripe’s units are %s', (currency, amount, shown) => {
  expect(formatAmount('en', amount, currency).replace(/\s/g, ' ')).toBe(shown)
})
