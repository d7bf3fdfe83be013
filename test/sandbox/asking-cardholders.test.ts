import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { billed, openFor, typesOfEvents } from './billed.ts'
import { refusalOf, start } from './start.ts'

test('the bank asks for the cardholder, who confirms in their browser', async () => {
  const started = await start()
  const { stripe, sandbox, url } = started
  const { customer, card } = await billed(started, 'asks_always')
  const id = await openFor(started, customer)
  const refusal = await refusalOf(stripe.invoices.pay(id, { off_session: true }))
  expect(refusal).toMatchObject({
    statusCode: 402,
    type: 'StripeCardError',
    code: 'invoice_payment_intent_requires_action',
  })
  const { confirmation_secret } = await stripe.invoices.retrieve(id, { expand: ['confirmation_secret'] })
  const secret = confirmation_secret?.client_secret ?? ''
  const intent = secret.split('_secret_')[0] ?? ''
  const browser = async (path: string, fields: Record<string, string>, method = 'POST') => {
    const form = new URLSearchParams({ key: 'pk_test_x', client_secret: secret, ...fields })
    const [query, body] = method === 'GET' ? [`?${form}`, null] : ['', form]
    const response = await fetch(`${url}/v1/payment_intents/${intent}${path}${query}`, { method, body })
    const answer: Stripe.PaymentIntent = JSON.parse(await response.text())
    return answer
  }
  const seen = await browser('', {}, 'GET')
  expect(seen).toMatchObject({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } })
  expect(seen).not.toHaveProperty('customer')
  const asked = await browser('/confirm', { payment_method: card, use_stripe_sdk: 'true' })
  expect(asked.next_action?.use_stripe_sdk).toMatchObject({ stripe_js: `${url}/sandbox/3ds/${intent}` })
  expect(sandbox.control.authenticatePayment(intent, 'failed')).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'payment_intent_authentication_failure' },
  })
  await browser('/confirm', { payment_method: card, return_url: 'http://localhost:3000/back' })
  expect(sandbox.control.authenticatePayment(intent, 'passed')?.status).toBe('succeeded')
  expect(sandbox.control.authenticatePayment(intent, 'passed')).toBeUndefined()
  expect((await stripe.invoices.retrieve(id)).status).toBe('paid')
  expect(await typesOfEvents(started)).toEqual(
    expect.arrayContaining(['payment_intent.requires_action', 'invoice.payment_action_required']),
  )
})

test('a publishable key needs the client secret', async () => {
  const started = await start()
  const { customer } = await billed(started)
  const id = await openFor(started, customer)
  const [payment] = (await started.stripe.invoicePayments.list({ invoice: id })).data
  const path = `${started.url}/v1/payment_intents/${payment?.payment.payment_intent}`
  expect((await fetch(`${path}?key=pk_test_x`)).status).toBe(400)
  expect((await fetch(`${path}?key=pk_test_x&client_secret=wrong`)).status).toBe(400)
})

test('a card that was removed while the bank asked is not charged when the answer comes', async () => {
  const started = await start()
  const { stripe, sandbox } = started
  const { customer, card } = await billed(started, 'asks_always')
  const id = await openFor(started, customer)
  await refusalOf(stripe.invoices.pay(id))
  const intent = sandbox.control.book(id)[0]?.attempts[0]?.paymentIntent ?? ''
  await stripe.paymentMethods.detach(card)
  expect(sandbox.control.authenticatePayment(intent, 'passed')?.status).toBe('requires_payment_method')
  expect(sandbox.control.book(id)[0]?.charges).toEqual([])
})
