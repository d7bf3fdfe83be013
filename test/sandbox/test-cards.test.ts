import { expect, test } from 'vitest'
import { confirmInBrowser, newSetup, start } from './start.ts'

const good = [
  ['4242424242424242', 'visa', '123'],
  ['5555555555554444', 'mastercard', '123'],
  ['2223003122003222', 'mastercard', '123'],
  ['378282246310005', 'amex', '1234'],
  ['6011111111111117', 'discover', '123'],
  ['3056930009020004', 'diners', '123'],
  ['3566002020360505', 'jcb', '123'],
  ['6200000000000005', 'unionpay', '123'],
  ['4000056655665556', 'visa', '123'],
  ['4000000000000341', 'visa', '123'],
  ['4000002500001001', 'visa', '123'],
] as const

test.each(good)('%s is a %s card and is saved', async (number, brand, cvc) => {
  const started = await start()
  const { intent } = await newSetup(started)
  expect((await confirmInBrowser(started, intent, { number, cvc })).body.status).toBe('succeeded')
  const saved = await started.stripe.setupIntents.retrieve(intent.id, { expand: ['payment_method'] })
  expect(saved.payment_method).toMatchObject({ card: { brand, last4: number.slice(-4) } })
})

test.each([
  ['4000056655665556', { funding: 'debit' }],
  ['4000002500000003', { country: 'FR' }],
  ['4000001240000000', { country: 'CA' }],
  ['4000008260000000', { country: 'GB' }],
  ['4000002760000016', { country: 'DE' }],
])('%s is %o', async (number, expected) => {
  const { stripe } = await start()
  const card = { number, exp_month: 1, exp_year: 2040 }
  expect((await stripe.paymentMethods.create({ type: 'card', card })).card).toMatchObject(expected)
})

test.each([
  ['4000000000000002', 'card_declined', 'generic_decline'],
  ['4000000000009995', 'card_declined', 'insufficient_funds'],
  ['4000000000009987', 'card_declined', 'lost_card'],
  ['4000000000009979', 'card_declined', 'stolen_card'],
  ['4000000000006975', 'card_declined', 'card_velocity_exceeded'],
  ['4000000000000069', 'expired_card', undefined],
  ['4000000000000127', 'incorrect_cvc', undefined],
  ['4000000000000119', 'processing_error', undefined],
  ['4111111111111111', 'card_declined', 'test_mode_live_card'],
])('%s is declined: %s, %s', async (number, code, decline_code) => {
  const started = await start()
  const { customer, intent } = await newSetup(started)
  const { status, body } = await confirmInBrowser(started, intent, { number })
  expect(status).toBe(402)
  expect(body.error).toMatchObject({ type: 'card_error', code, message: expect.any(String) })
  expect(body.error.decline_code).toBe(decline_code)
  expect(body.error.doc_url).toContain(code.replaceAll('_', '-'))
  expect((await started.stripe.paymentMethods.list({ customer: customer.id })).data).toHaveLength(0)
})

test.each([
  ['a mistyped number', { number: '4242424242424241' }, 'incorrect_number', 'number'],
  ['a number of no brand', { number: '9999999999999995' }, 'incorrect_number', 'number'],
  ['letters for a number', { number: 'four' }, 'invalid_number', 'number'],
  ['a CVC of two', { number: '4242424242424242', cvc: '12' }, 'invalid_cvc', 'cvc'],
  ['a CVC of three on American Express', { number: '378282246310005', cvc: '123' }, 'invalid_cvc', 'cvc'],
  [
    'a year that is over',
    { number: '4242424242424242', exp_year: '2020' },
    'invalid_expiry_year',
    'exp_year',
  ],
  [
    'a thirteenth month',
    { number: '4242424242424242', exp_month: '13' },
    'invalid_expiry_month',
    'exp_month',
  ],
])('%s is refused before any bank is asked', async (_what, card, code, param) => {
  const started = await start()
  const { intent } = await newSetup(started)
  const { status, body } = await confirmInBrowser(started, intent, card)
  expect(status).toBe(402)
  expect(body.error).toMatchObject({ type: 'card_error', code, param })
  expect(await started.stripe.setupIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    last_setup_error: null,
  })
})

test('a card is good to the end of its month', async () => {
  const started = await start({ clock: () => Date.parse('2030-06-30T23:59:59Z') })
  const { intent } = await newSetup(started)
  const june = { number: '4242424242424242', exp_month: '06', exp_year: '30' }
  const may = { ...june, exp_month: '5' }
  expect((await confirmInBrowser(started, intent, may)).body.error.code).toBe('invalid_expiry_month')
  expect((await confirmInBrowser(started, intent, june)).body.status).toBe('succeeded')
})

test.each([
  ['4000000000000101', 'incorrect_cvc', 'cvc_check', { cvcCheckFails: 'allow' }],
  ['4000000000000036', 'incorrect_zip', 'address_postal_code_check', { postalCodeCheckFails: 'allow' }],
] as const)(
  '%s fails its check: declined, or saved if the account allows it',
  async (number, code, check, rule) => {
    const started = await start()
    const { intent } = await newSetup(started)
    const card = { number, postalCode: '75002' }
    expect((await confirmInBrowser(started, intent, card)).body.error.code).toBe(code)
    started.sandbox.control.changeRadar(rule)
    expect((await confirmInBrowser(started, intent, card)).body.status).toBe('succeeded')
    const saved = await started.stripe.setupIntents.retrieve(intent.id, { expand: ['payment_method'] })
    expect(saved.payment_method).toMatchObject({ card: { checks: { [check]: 'fail' } } })
  },
)

test('the network of a co-branded card is chosen while it is saved', async () => {
  const started = await start()
  const { intent } = await newSetup(started)
  await confirmInBrowser(started, intent, { number: '4000002500001001', preferred: 'cartes_bancaires' })
  const saved = await started.stripe.setupIntents.retrieve(intent.id, { expand: ['payment_method'] })
  expect(saved.payment_method).toMatchObject({
    card: { networks: { available: ['cartes_bancaires', 'visa'], preferred: 'cartes_bancaires' } },
  })
})
