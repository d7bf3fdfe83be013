// What comes to pass later, by an event or when it is taken up again, is entered as theirs who asked for it.
import { expect, it, onTestFinished } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { enteredBy, logOf } from '../support/activity.ts'
import { billingOf, stripeOf } from '../support/billing.ts'
import { startDesk } from '../support/running-desk.ts'
import { atStripe, mastercard, rowsOf, toHostedPage, typeCard } from '../support/story.ts'
import { inTrouble } from '../support/trouble.ts'

const here = '127.0.0.1'

it('a card whose holder never came back from Stripe’s page is entered as theirs', async () => {
  const desk = await startDesk()
  const [alice, bob] = [await desk.signedIn('alice'), await desk.signedIn('bob')]
  await toHostedPage(alice)
  const entered = await enteredBy(desk, async () => typeCard(await toHostedPage(bob), mastercard))
  expect(entered).toEqual([`Bob: card added, 4444, done, ${here}`])
})

it('a card that was typed in Stripe’s field, in a window that was closed, is entered as theirs', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const entered = await enteredBy(desk, async () => {
    const attempt = crypto.randomUUID()
    const begun = await alice.post(paths.paymentMethods, { attempt }, { Accept: 'application/json' })
    const card = { number: '4242424242424242', expMonth: 12, expYear: 2040, cvc: '123' }
    desk.sandbox.flow.confirmSetupIntent(JSON.parse(begun.text).setupIntentId, { card })
  })
  expect(entered).toEqual([`Alice: card added, 4242, done, ${here}`])
})

it('a default and a removal that Stripe did not answer are entered once, when they come about', async () => {
  const trouble = await inTrouble({ onTestFinished })
  const { desk, alice, first, second } = trouble
  const entered = await enteredBy(desk, async () => {
    trouble.order('500-after')
    await alice.post(paths.default(second))
    await trouble.mended()
    trouble.order('reset-before')
    await alice.post(paths.removal(first))
    expect((await logOf(desk)).at(-1)).toContain('default changed')
    await trouble.mended()
  })
  expect(entered).toEqual([
    `Alice: default changed, 4444, instead of 4242, done, ${here}`,
    `Alice: card removed, 4242, default 4444, done, ${here}`,
  ])
})

it('what the host product does at Stripe is entered as Stripe’s, though Alice did the same before', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const [first = '', second = ''] = rowsOf((await alice.get(paths.paymentMethods)).text).map(({ id }) => id)
  const { customerId } = await atStripe(desk)
  const stripe = stripeOf(desk)
  for (const id of [second, first]) await alice.post(paths.default(id))
  await desk.settled()
  const entered = await enteredBy(desk, async () => {
    await stripe.customers.update(customerId, { invoice_settings: { default_payment_method: second } })
    await desk.settled()
    await stripe.paymentMethods.detach(first)
  })
  expect(entered).toEqual([
    'stripe: default changed, 4444, instead of 4242, done, nowhere',
    'stripe: card removed, 4242, default 4444, done, nowhere',
  ])
})

it('a payment that the bank was at is entered when it is known, and a lost event changes nothing', async () => {
  const desk = await startDesk()
  desk.sandbox.control.changeRetries([])
  const billing = await billingOf(desk)
  desk.sandbox.control.orderPaymentProcessing({ times: 1, outcome: 'fail' })
  let id = ''
  const atFirst = await enteredBy(desk, async () => {
    id = await billing.bill()
  })
  expect(atFirst).toEqual([])
  const [payment] = (await billing.stripe.invoicePayments.list({ invoice: id })).data
  const entered = await enteredBy(desk, async () =>
    desk.sandbox.control.settlePayment(String(payment?.payment.payment_intent)),
  )
  expect(entered.map((line) => line.replace(/why \w+, /, ''))).toEqual([
    'stripe: charged, 4242, 4900 eur, refused, nowhere',
    'guichet: charged, 4444, 4900 eur, done, nowhere',
    'guichet: invoice paid, 4444, 4900 eur, done, nowhere',
  ])
})
