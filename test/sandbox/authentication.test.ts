import { expect, test } from 'vitest'
import { confirmInBrowser, newSetup, start } from './start.ts'

const returnUrl = 'http://localhost:3000/return?company=7'

test('3-D Secure: Stripe.js is told where to ask, and a pass saves the card', async () => {
  const started = await start()
  const { customer, intent } = await newSetup(started)
  const { body } = await confirmInBrowser(started, intent, { number: '4000002760003184' })
  expect(body).toMatchObject({
    status: 'requires_action',
    next_action: {
      type: 'use_stripe_sdk',
      use_stripe_sdk: { stripe_js: `${started.url}/sandbox/3ds/${intent.id}` },
    },
  })
  expect((await started.stripe.paymentMethods.list({ customer: customer.id })).data).toHaveLength(0)
  expect(started.sandbox.flow.settleAuthentication(intent.id, 'passed')?.status).toBe('succeeded')
  expect((await started.stripe.paymentMethods.list({ customer: customer.id })).data).toHaveLength(1)
  expect(started.sandbox.flow.settleAuthentication(intent.id, 'passed')).toBeUndefined()
})

test('3-D Secure failed: the setup asks for another card', async () => {
  const started = await start()
  const { intent } = await newSetup(started)
  await confirmInBrowser(started, intent, { number: '4000002500003155' })
  const failed = started.sandbox.flow.settleAuthentication(intent.id, 'failed')
  expect(failed).toMatchObject({
    status: 'requires_payment_method',
    payment_method: null,
    last_setup_error: { code: 'setup_intent_authentication_failure' },
  })
})

test('without Stripe.js the way leads over a page and back to the return address', async () => {
  const started = await start()
  const { intent } = await newSetup(started)
  const way = { use_stripe_sdk: 'false', return_url: returnUrl }
  const { body } = await confirmInBrowser(started, intent, { number: '4000002500003155' }, way)
  expect(body.next_action).toEqual({
    type: 'redirect_to_url',
    redirect_to_url: { return_url: returnUrl, url: `${started.url}/sandbox/3ds/${intent.id}` },
  })
  started.sandbox.flow.settleAuthentication(intent.id, 'passed')
  const address = new URL(started.sandbox.flow.returnAddress(intent.id) ?? '')
  expect(Object.fromEntries(address.searchParams)).toEqual({
    company: '7',
    setup_intent: intent.id,
    setup_intent_client_secret: intent.client_secret,
    redirect_status: 'succeeded',
  })
})
