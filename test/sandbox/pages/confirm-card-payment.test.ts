import { expect, it } from 'vitest'
import { addCard, typesOfEvents } from '../billed.ts'
import { heard } from './merchant/card-form.ts'
import { answer, bankIn, books, call, charged, owe, visit } from './merchant/checkout.ts'
import { setStage } from './merchant/stage.ts'

const stage = setStage()
const paidOnce = { status: 'paid', charges: 1 }
const unpaid = { status: 'open', charges: 0 }

it.each([
  ['asks_always', 'invoice_payment_intent_requires_action'],
  ['declines_when_away', 'authentication_required'],
] as const)('%s: the cardholder comes, passes 3-D Secure, and the invoice is paid', async (how, code) => {
  const owed = await charged(stage, how)
  expect(owed.code).toBe(code)
  const page = await visit(stage)
  const payment = call(page, 'confirmCardPayment', owed.secret, { payment_method: owed.card })
  await answer(page, 'Complete authentication')
  expect((await payment).paymentIntent).toMatchObject({ id: owed.intent, status: 'succeeded' })
  expect(await page.locator('dialog').count()).toBe(0)
  expect(await heard(page, 'violations')).toEqual([])
  expect(books(stage, owed)).toEqual(paidOnce)
  expect((await typesOfEvents(stage.sandbox)).slice(-6)).toEqual(
    expect.arrayContaining(['payment_intent.succeeded', 'invoice.paid', 'invoice.payment_succeeded']),
  )
})

it('3-D Secure failed is an error, and the invoice may be paid after all', async () => {
  const owed = await charged(stage, 'asks_always')
  const page = await visit(stage)
  const failing = call(page, 'confirmCardPayment', owed.secret, { payment_method: owed.card })
  await answer(page, 'Fail authentication')
  expect((await failing).error).toMatchObject({
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    message: expect.stringContaining('We are unable to authenticate your payment method.'),
    payment_intent: { status: 'requires_payment_method' },
  })
  expect(books(stage, owed)).toEqual(unpaid)
  const passing = call(page, 'confirmCardPayment', owed.secret, { payment_method: owed.card })
  await answer(page, 'Complete authentication')
  expect((await passing).paymentIntent?.status).toBe('succeeded')
  expect(books(stage, owed)).toEqual(paidOnce)
})

it('Escape is a refusal', async () => {
  const owed = await charged(stage, 'asks_always')
  const page = await visit(stage)
  const payment = call(page, 'handleNextAction', { clientSecret: owed.secret })
  await bankIn(page).locator('h1:focus').waitFor()
  await page.keyboard.press('Escape')
  expect((await payment).error?.code).toBe('payment_intent_authentication_failure')
})

it('whoever leaves the question open finds it again', async () => {
  const owed = await charged(stage, 'asks_always')
  const page = await visit(stage)
  const left = call(page, 'handleNextAction', { clientSecret: owed.secret })
  const leaving = expect(left).rejects.toThrow('navigation')
  await bankIn(page).getByRole('button', { name: 'Complete authentication' }).waitFor()
  await page.goto(stage.merchant.url)
  await leaving
  expect((await call(page, 'retrievePaymentIntent', owed.secret)).paymentIntent?.status).toBe(
    'requires_action',
  )
  const payment = call(page, 'handleNextAction', { clientSecret: owed.secret })
  await answer(page, 'Complete authentication')
  expect((await payment).paymentIntent?.status).toBe('succeeded')
  expect(books(stage, owed)).toEqual(paidOnce)
})

it('a decline without a question comes back as an error, also after 3-D Secure', async () => {
  const owed = await owe(stage, 'insufficient_funds_when_charged')
  const page = await visit(stage)
  const { error } = await call(page, 'confirmCardPayment', owed.secret, { payment_method: owed.card })
  expect(error).toMatchObject({
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    payment_intent: { status: 'requires_payment_method' },
  })
  const card = await addCard(stage.sandbox, owed.customer, 'asks_then_declined')
  const asked = call(page, 'confirmCardPayment', owed.secret, { payment_method: card })
  await answer(page, 'Complete authentication')
  expect((await asked).error).toMatchObject({ type: 'card_error', decline_code: 'generic_decline' })
  expect(books(stage, owed)).toEqual(unpaid)
})

it('an invoice that was paid while the bank asked is not paid again', async () => {
  const owed = await charged(stage, 'asks_always')
  const page = await visit(stage)
  const payment = call(page, 'confirmCardPayment', owed.secret, { payment_method: owed.card })
  await bankIn(page).getByRole('button', { name: 'Complete authentication' }).waitFor()
  const backup = await addCard(stage.sandbox, owed.customer)
  await stage.sandbox.stripe.invoices.pay(owed.invoice, { payment_method: backup })
  await answer(page, 'Complete authentication')
  expect((await payment).paymentIntent?.status).toBe('succeeded')
  expect(books(stage, owed)).toEqual(paidOnce)
})

it('two windows with the same question pay once', async () => {
  const owed = await charged(stage, 'asks_always')
  const pages = [await visit(stage), await visit(stage)]
  const payments = pages.map((page) =>
    call(page, 'confirmCardPayment', owed.secret, { payment_method: owed.card }),
  )
  for (const page of pages) await bankIn(page).locator('h1:focus').waitFor()
  for (const page of pages) await answer(page, 'Complete authentication')
  for (const { paymentIntent } of await Promise.all(payments)) expect(paymentIntent?.status).toBe('succeeded')
  expect(books(stage, owed)).toEqual(paidOnce)
})

it('an invoice that was paid otherwise takes no card any more', async () => {
  const owed = await charged(stage, 'asks_always')
  const page = await visit(stage)
  const payment = call(page, 'handleNextAction', { clientSecret: owed.secret })
  await bankIn(page).getByRole('button', { name: 'Complete authentication' }).waitFor()
  await stage.sandbox.stripe.invoices.pay(owed.invoice, { paid_out_of_band: true })
  await answer(page, 'Complete authentication')
  expect((await payment).error).toMatchObject({
    code: 'payment_intent_unexpected_state',
    payment_intent: { status: 'canceled' },
  })
  expect(books(stage, owed)).toEqual({ status: 'paid', charges: 0 })
})
