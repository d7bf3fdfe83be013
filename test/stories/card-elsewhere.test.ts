import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { billingOf } from '../support/billing.ts'
import { begin, comeBack, confirm } from '../support/coming-back.ts'
import { startDesk } from '../support/running-desk.ts'
import { atStripe, rowsOf } from '../support/story.ts'

it('a card that is attached to another customer is unknown, whatever is asked of it', async () => {
  const desk = await startDesk()
  const { stripe, bill } = await billingOf(desk)
  const stranger = await stripe.customers.create({ name: 'A customer of the host product alone' })
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer: stranger.id })
  const invoice = await bill({ collection_method: 'send_invoice', days_until_due: 30 })
  await desk.settled()
  const alice = await desk.signedIn('alice')
  const before = await atStripe(desk)
  desk.sandbox.log.clear()
  for (const address of [paths.default(id), paths.removal(id), paths.backup(id), paths.duplicate(id)]) {
    expect([address, (await alice.post(address)).status]).toEqual([address, 404])
  }
  expect((await alice.post(paths.order(id), { direction: 'up' })).status).toBe(404)
  expect((await alice.post(paths.payment(invoice), { card: id, number: '1' })).status).toBe(422)
  expect(desk.sandbox.log.entries.filter(({ method }) => method === 'POST')).toEqual([])
  expect(await atStripe(desk)).toEqual(before)
  expect(rowsOf((await alice.get(paths.paymentMethods)).text)).toHaveLength(2)
})

it('a card that was saved on another customer’s setup does not come to whoever opens its return address', async () => {
  const desk = await startDesk()
  const { stripe } = await billingOf(desk)
  const stranger = await stripe.customers.create({ name: 'A customer of the host product alone' })
  const theirs = await stripe.setupIntents.create({ customer: stranger.id, usage: 'off_session' })
  const card = { number: '4242424242424242', expMonth: 12, expYear: 2040, cvc: '123' }
  desk.sandbox.flow.confirmSetupIntent(theirs.id, { card })
  await desk.settled()
  const alice = await desk.signedIn('alice')
  const opened = await comeBack(alice, `?setup_intent=${theirs.id}`)
  const none = await comeBack(alice, `?setup_intent=seti_${'0'.repeat(theirs.id.length - 5)}`)
  expect(opened).toEqual(none)
  const own = await begin(alice)
  confirm(desk, own)
  await alice.get(`${paths.returnFromStripe}?setup_intent=${own.setupIntentId}`)
  expect(rowsOf((await alice.get(paths.paymentMethods)).text)).toHaveLength(3)
})
