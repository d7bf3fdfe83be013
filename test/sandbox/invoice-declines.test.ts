import { expect, test } from 'vitest'
import { billed, openFor } from './billed.ts'
import { refusalOf, start } from './start.ts'

// Decline codes: https://docs.stripe.com/declines/codes
// Advice codes: https://docs.stripe.com/declines/card#advice-codes
test.each([
  ['fails_when_charged', 'card_declined', 'generic_decline', 'try_again_later'],
  ['insufficient_funds_when_charged', 'card_declined', 'insufficient_funds', 'try_again_later'],
  ['do_not_honor_when_charged', 'card_declined', 'do_not_honor', 'try_again_later'],
  ['issuer_not_available_when_charged', 'card_declined', 'issuer_not_available', 'try_again_later'],
  ['processing_error_when_charged', 'processing_error', undefined, 'try_again_later'],
  ['reenter_when_charged', 'card_declined', 'reenter_transaction', 'try_again_later'],
  ['used_too_often_when_charged', 'card_declined', 'card_velocity_exceeded', 'try_again_later'],
  ['lost_when_charged', 'card_declined', 'lost_card', 'do_not_try_again'],
  ['stolen_when_charged', 'card_declined', 'stolen_card', 'do_not_try_again'],
  ['pickup_when_charged', 'card_declined', 'pickup_card', 'do_not_try_again'],
  ['restricted_when_charged', 'card_declined', 'restricted_card', 'do_not_try_again'],
  ['expired_when_charged', 'expired_card', undefined, 'do_not_try_again'],
  ['invalid_account_when_charged', 'card_declined', 'invalid_account', 'confirm_card_data'],
  ['incorrect_cvc_when_charged', 'incorrect_cvc', undefined, 'confirm_card_data'],
  ['revoked_when_charged', 'card_declined', 'revocation_of_authorization', 'do_not_try_again'],
  ['all_revoked_when_charged', 'card_declined', 'revocation_of_all_authorizations', 'do_not_try_again'],
  ['stopped_when_charged', 'card_declined', 'stop_payment_order', 'do_not_try_again'],
  ['currency_not_supported_when_charged', 'card_declined', 'currency_not_supported', 'do_not_try_again'],
  ['invalid_amount_when_charged', 'card_declined', 'invalid_amount', undefined],
  ['fraudulent_when_charged', 'card_declined', 'fraudulent', 'do_not_try_again'],
  ['blocked_by_radar', 'card_declined', 'fraudulent', undefined],
  ['declines_when_away', 'authentication_required', 'authentication_required', undefined],
  ['unlisted_when_charged', 'card_declined', 'reason_unlisted', undefined],
] as const)('a card that %s: %s, %s, %s', async (behaviour, code, decline_code, advice_code) => {
  const started = await start()
  const { customer } = await billed(started, behaviour)
  const id = await openFor(started, customer)
  const refusal = await refusalOf(started.stripe.invoices.pay(id, { off_session: true }))
  expect(refusal).toMatchObject({ statusCode: 402, type: 'StripeCardError', code })
  expect([refusal.decline_code || undefined, refusal.advice_code]).toEqual([decline_code, advice_code])
  expect(refusal.payment_intent).toMatchObject({ status: 'requires_payment_method' })
  expect(await started.stripe.invoices.retrieve(id)).toMatchObject({
    status: 'open',
    attempted: true,
    attempt_count: 1,
  })
  const [account] = started.sandbox.control.book(id)
  expect(account).toMatchObject({ charges: [], attempts: [{ result: 'declined' }] })
})

test('what Radar blocks never reached a bank', async () => {
  const started = await start()
  const { id: customer } = await started.stripe.customers.create()
  const method = await started.stripe.paymentMethods.attach('pm_card_radarBlock', { customer })
  const id = await openFor(started, customer)
  const refusal = await refusalOf(started.stripe.invoices.pay(id, { payment_method: method.id }))
  expect(await started.stripe.charges.retrieve(refusal.charge ?? '')).toMatchObject({
    outcome: { type: 'blocked', network_status: 'not_sent_to_network', risk_level: 'highest' },
  })
  expect(refusal.raw).not.toHaveProperty('blocked')
})
