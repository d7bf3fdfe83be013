import { expect, it } from 'vitest'
import { fillCard, openCardForm } from './merchant/card-form.ts'
import { answer, books, call, callAs, charged, owe, visit } from './merchant/checkout.ts'
import { setStage } from './merchant/stage.ts'

const stage = setStage()
const paidOnce = { status: 'paid', charges: 1 }
const unpaid = { status: 'open', charges: 0 }

it('what has succeeded cannot be confirmed again, and has no next action', async () => {
  const owed = await owe(stage, 'succeeds')
  const page = await visit(stage)
  const pay = () => call(page, 'confirmCardPayment', owed.secret, { payment_method: owed.card })
  expect((await pay()).paymentIntent?.status).toBe('succeeded')
  expect((await pay()).error).toMatchObject({
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: 'You cannot confirm this PaymentIntent because it has already succeeded.',
    payment_intent: { status: 'succeeded' },
  })
  expect((await call(page, 'handleNextAction', { clientSecret: owed.secret })).thrown).toEqual({
    name: 'IntegrationError',
    message: 'handleNextAction: The PaymentIntent supplied is not in the requires_action state.',
  })
  expect(books(stage, owed)).toEqual(paidOnce)
})

it('a wrong secret or a wrong key shows nothing and moves nothing', async () => {
  const owed = await owe(stage, 'succeeds')
  const page = await visit(stage)
  const saved = { payment_method: owed.card }
  const wrong = await call(page, 'confirmCardPayment', `${owed.intent}_secret_wrong`, saved)
  expect(wrong.error).toMatchObject({
    type: 'invalid_request_error',
    code: 'payment_intent_invalid_parameter',
  })
  expect(wrong.error).not.toHaveProperty('payment_intent')
  const stranger = await callAs(page, 'pk_live_other', 'confirmCardPayment', owed.secret, saved)
  expect(stranger.error).toMatchObject({
    type: 'invalid_request_error',
    message: expect.stringContaining('Invalid API Key provided'),
  })
  expect(books(stage, owed)).toEqual(unpaid)
})

it('wrong use is an IntegrationError', async () => {
  const page = await visit(stage)
  const setup = await stage.sandbox.intend()
  const cases = [
    [['confirmCardPayment'], 'Missing value for stripe.confirmCardPayment intent secret'],
    [['retrievePaymentIntent', 'pi_1'], '. You specified: pi_1.'],
    [['confirmCardPayment', setup], 'You specified: a SetupIntent client secret.'],
    [['confirmCardPayment', 'pi_1_secret_1', { payment_method: { card: {} } }], 'has no Card Element'],
    [['confirmPayment', { clientSecret: 'pi_1_secret_1' }], 'confirmParams.return_url is required.'],
  ] as const
  for (const [[method, ...given], message] of cases) {
    const { thrown } = await call(page, method, ...given)
    expect(thrown).toMatchObject({
      name: 'IntegrationError',
      message: expect.stringContaining(message),
    })
  }
})

it('confirmPayment stays on the page if it may, and else goes to the return page', async () => {
  const owed = await charged(stage, 'asks_always')
  const page = await visit(stage)
  const confirmParams = { payment_method: owed.card, return_url: `${stage.merchant.url}/return` }
  const given = { clientSecret: owed.secret, confirmParams }
  const staying = call(page, 'confirmPayment', { ...given, redirect: 'if_required' })
  await answer(page, 'Fail authentication')
  expect((await staying).error?.code).toBe('payment_intent_authentication_failure')
  await page.evaluate(`void merchant.call('pk_test_1', 'confirmPayment', ${JSON.stringify(given)})`)
  await answer(page, 'Complete authentication')
  await page.waitForURL(/\/return\?/)
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    payment_intent: owed.intent,
    payment_intent_client_secret: owed.secret,
    redirect_status: 'succeeded',
  })
})

it('a page may handle the redirect itself, and the bank leads back to it', async () => {
  const owed = await owe(stage, 'asks_always')
  const page = await visit(stage)
  const back = { payment_method: owed.card, return_url: `${stage.merchant.url}/return` }
  const { paymentIntent } = await call(page, 'confirmCardPayment', owed.secret, back, {
    handleActions: false,
  })
  expect(paymentIntent).toMatchObject({
    status: 'requires_action',
    next_action: { type: 'redirect_to_url' },
  })
  await page.evaluate(
    `void merchant.call('pk_test_1', 'handleNextAction', { clientSecret: '${owed.secret}' })`,
  )
  await page.getByRole('button', { name: 'Fail authentication' }).click()
  await page.waitForURL(/\/return\?/)
  expect(new URL(page.url()).searchParams.get('redirect_status')).toBe('failed')
  expect(books(stage, owed)).toEqual(unpaid)
})

it('an invoice is paid with a new card in the Payment Element', async () => {
  const owed = await owe(stage, 'declined')
  const options = { clientSecret: owed.secret, locale: 'en' }
  const { page, frame } = await openCardForm(stage.browser, stage.merchant.url, { options })
  await fillCard(frame, { number: '4242424242424242' })
  const paid = `merchant.stripe.confirmPayment({ elements: merchant.elements, redirect: 'if_required' })`
  expect(await page.evaluate(paid)).toMatchObject({ paymentIntent: { status: 'succeeded' } })
  expect(books(stage, owed)).toEqual(paidOnce)
})
