import { expect, test } from 'vitest'
import { jsonOf, type Refused, refusalOf, start, stripeAt } from './start.ts'

test('unknown parameters are refused by name', async () => {
  const { stripe } = await start()
  const misspelt = { nmae: 'Atelier', name: 'Atelier' }
  expect(await refusalOf(stripe.customers.create(misspelt))).toMatchObject({
    statusCode: 400,
    type: 'StripeInvalidRequestError',
    code: 'parameter_unknown',
    param: 'nmae',
    message: 'Received unknown parameter: nmae',
  })
  const inside = { invoice_settings: { footer: 'Thank you', default: 'pm_x', last: 'pm_y' } }
  expect(await refusalOf(stripe.customers.create(inside))).toMatchObject({
    param: 'invoice_settings[default]',
    message: 'Received unknown parameters: invoice_settings[default], invoice_settings[last]',
  })
  const gone = { usage: 'off_session', payment_method_types: ['card'] }
  expect(await refusalOf(stripe.setupIntents.create(gone))).toMatchObject({ param: 'payment_method_types' })
})

test.each([
  ['customer', { type: 'card' }, 'parameter_missing', 'Missing required param: customer.'],
  ['customer', { customer: '' }, 'parameter_invalid_empty', undefined],
  ['limit', { customer: 'cus_x', limit: '101' }, 'parameter_invalid_integer', undefined],
  ['limit', { customer: 'cus_x', limit: 'many' }, 'parameter_invalid_integer', 'Invalid integer: many'],
  ['type', { customer: 'cus_x', type: 'boleto' }, undefined, 'Invalid type: must be card'],
  ['expand', { customer: 'cus_x', expand: 'customer' }, undefined, 'Invalid array'],
])('%s is refused in %o', async (param, query, code, message) => {
  const { url } = await start()
  const headers = { Authorization: 'Bearer sk_test_x' }
  const search = new URLSearchParams(query)
  const response = await fetch(`${url}/v1/payment_methods?${search}`, { headers })
  expect(response.status).toBe(400)
  const { error } = await jsonOf<Refused>(response)
  expect(error).toMatchObject({ type: 'invalid_request_error', param })
  expect(error.code).toBe(code)
  if (message) expect(error.message).toBe(message)
})

test.each([
  [{ email: 'nobody' }, 'email', 'email_invalid'],
  [{ address: { country: 'France' } }, 'address[country]', 'country_code_invalid'],
  [{ metadata: { ['k'.repeat(41)]: 'v' } }, 'metadata', undefined],
  [{ metadata: { k: 'v'.repeat(501) } }, 'metadata[k]', undefined],
])('a customer with %o is refused', async (wrong, param, code) => {
  const { stripe } = await start()
  const refusal = await refusalOf(stripe.customers.create(wrong))
  expect([refusal.statusCode, refusal.param, refusal.code]).toEqual([400, param, code])
})

test('what does not exist is named in the path with 404, in the parameters with 400', async () => {
  const { stripe } = await start()
  expect(await refusalOf(stripe.customers.retrieve('cus_x'))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    param: 'id',
    message: "No such customer: 'cus_x'",
    doc_url: 'https://stripe.com/docs/error-codes/resource-missing',
    raw: { request_log_url: expect.stringContaining('req_') },
  })
  expect(await refusalOf(stripe.paymentMethods.detach('pm_x'))).toMatchObject({
    statusCode: 404,
    param: 'payment_method',
    message: expect.stringMatching(/^No such PaymentMethod: 'pm_x'; It's possible/),
  })
  expect(await refusalOf(stripe.setupIntents.retrieve('seti_x'))).toMatchObject({
    statusCode: 404,
    param: 'intent',
    message: "No such setupintent: 'seti_x'",
  })
  expect(await refusalOf(stripe.setupIntents.create({ customer: 'cus_x' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'customer',
  })
})

test.each([
  [undefined, 401, 'You did not provide an API key.'],
  ['Bearer sk_live_real', 401, 'Invalid API Key provided'],
  ['Bearer nonsense', 401, 'Invalid API Key provided'],
  ['Bearer pk_test_x', 403, 'cannot be made with a publishable API key'],
  ['Bearer sk_test_x', 200, ''],
  [`Basic ${btoa('sk_test_x:')}`, 200, ''],
])('with the key %s the answer is %i', async (authorization, status, message) => {
  const { url } = await start()
  const response = await fetch(`${url}/v1/customers`, { headers: authorization ? { authorization } : {} })
  expect(response.status).toBe(status)
  expect(response.headers.get('request-id')).toMatch(/^req_\w{14}$/)
  if (message) expect((await jsonOf<Refused>(response)).error.message).toContain(message)
})

test('an address that Stripe does not have is not recognized', async () => {
  const { url } = await start()
  const response = await fetch(`${url}/v1/cards?x=1`)
  expect(response.status).toBe(404)
  const { error } = await jsonOf<Refused>(response)
  expect(error.message).toMatch(/^Unrecognized request URL \(GET: \/v1\/cards\)\. Please see/)
})

test('hostile parameters reach nothing', async () => {
  const { url, stripe } = await start()
  const headers = {
    Authorization: 'Bearer sk_test_x',
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  const post = (body: string) => fetch(`${url}/v1/customers`, { method: 'POST', headers, body })
  const deep = `metadata${'[a]'.repeat(200)}=1`
  expect((await post(deep)).status).toBe(400)
  expect((await post('metadata[__proto__][polluted]=1&__proto__[polluted]=1')).status).toBeLessThan(500)
  expect((await post('constructor=1')).status).toBe(400)
  expect((await post(`name=${'x'.repeat(300_000)}`)).status).toBe(413)
  expect({}).not.toHaveProperty('polluted')
  expect((await stripe.customers.list()).data.every(({ name }) => name === null)).toBe(true)
})

test('every answer names the version, and a browser of any origin may read it', async () => {
  const { url, stripe } = await start()
  const { apiVersion } = (await stripe.customers.create()).lastResponse
  expect(apiVersion).toBe('2026-10-28.endive')
  const asked = await fetch(`${url}/v1/payment_methods`, {
    method: 'OPTIONS',
    headers: { Origin: 'http://localhost:3000', 'Access-Control-Request-Method': 'POST' },
  })
  expect(asked.ok).toBe(true)
  expect(asked.headers.get('access-control-allow-origin')).toBe('*')
  const made = await fetch(`${url}/v1/payment_methods`, {
    method: 'POST',
    headers: { Authorization: 'Bearer pk_test_x' },
    body: new URLSearchParams({
      type: 'card',
      'card[number]': '4242424242424242',
      'card[exp_month]': '1',
      'card[exp_year]': '40',
    }),
  })
  expect([made.status, made.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
})

test('the account is known', async () => {
  const { stripe } = await start()
  expect(await stripe.accounts.retrieveCurrent()).toMatchObject({
    object: 'account',
    id: expect.stringMatching(/^acct_1\w{15}$/),
  })
  expect(await refusalOf(stripeAt(1).customers.list())).toMatchObject({ type: 'StripeConnectionError' })
})
