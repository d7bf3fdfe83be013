import { expect, test } from 'vitest'
import { billed, openFor } from './billed.ts'
import { refusalOf, start } from './start.ts'

test.each([
  ['succeed', 'paid', 1],
  ['fail', 'open', 0],
] as const)('a slow bank: the payment is processing, then it %ss', async (outcome, status, charges) => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started)
  const id = await openFor(started, customer)
  sandbox.control.orderPaymentProcessing({ times: 1, outcome })
  expect(await stripe.invoices.pay(id)).toMatchObject({ status: 'open', attempted: true })
  const other = await refusalOf(stripe.invoices.pay(id, { payment_method: card }))
  expect(other).toMatchObject({ code: 'payment_intent_unexpected_state' })
  expect((await refusalOf(stripe.invoices.voidInvoice(id))).statusCode).toBe(400)
  const [payment] = (await stripe.invoicePayments.list({ invoice: id })).data
  sandbox.control.settlePayment(String(payment?.payment.payment_intent))
  expect((await stripe.invoices.retrieve(id)).status).toBe(status)
  expect(sandbox.control.book(id)[0]?.charges).toHaveLength(charges)
})

test('a slow bank may answer by itself', async () => {
  const started = await start()
  const { customer } = await billed(started)
  const id = await openFor(started, customer)
  started.sandbox.control.orderPaymentProcessing({ times: 1, outcome: 'succeed', afterMs: 5 })
  await started.stripe.invoices.pay(id)
  await expect.poll(async () => (await started.stripe.invoices.retrieve(id)).status).toBe('paid')
})
