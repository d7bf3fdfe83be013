// The declines that Stripe's test cards stand for: https://docs.stripe.com/testing#declined-payments
// Decline codes: https://docs.stripe.com/declines/codes
// Advice codes: https://docs.stripe.com/declines/card#advice-codes
import type { Decline } from '../errors/card-error.ts'

export type DeclineName = keyof typeof declines

const tryLater = { advice_code: 'try_again_later', network_decline_code: '01' }
const neverAgain = { advice_code: 'do_not_try_again' }

export const declines = {
  generic: declined('generic_decline', 'Your card was declined.', tryLater),
  insufficientFunds: declined('insufficient_funds', 'Your card has insufficient funds.', {
    ...tryLater,
    network_decline_code: '51',
  }),
  lostCard: declined('lost_card', 'Your card was declined.', { ...neverAgain, network_decline_code: '41' }),
  stolenCard: declined('stolen_card', 'Your card was declined.', {
    ...neverAgain,
    network_decline_code: '43',
  }),
  tooOften: declined(
    'card_velocity_exceeded',
    'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    tryLater,
  ),
  expired: {
    code: 'expired_card',
    message: 'Your card has expired.',
    advice_code: 'do_not_try_again',
    network_decline_code: '54',
  },
  incorrectCvc: {
    code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    advice_code: 'confirm_card_data',
    network_decline_code: 'N7',
  },
  incorrectPostalCode: { code: 'incorrect_zip', message: 'The zip code you supplied failed validation.' },
  processingError: {
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    advice_code: 'try_again_later',
  },
  authenticationRequired: declined(
    'authentication_required',
    'Your card was declined. This transaction requires authentication.',
    {},
    'authentication_required',
  ),
  doNotHonor: declined('do_not_honor', 'Your card was declined.', {
    ...tryLater,
    network_decline_code: '05',
  }),
  issuerNotAvailable: declined('issuer_not_available', 'Your card was declined.', {
    ...tryLater,
    network_decline_code: '91',
  }),
  reenter: declined('reenter_transaction', 'Your card was declined.', {
    ...tryLater,
    network_decline_code: '19',
  }),
  tryAgainLater: declined('try_again_later', 'Your card was declined.', tryLater),
  pickupCard: declined('pickup_card', 'Your card was declined.', {
    ...neverAgain,
    network_decline_code: '04',
  }),
  restrictedCard: declined('restricted_card', 'Your card was declined.', {
    ...neverAgain,
    network_decline_code: '62',
  }),
  invalidAccount: declined('invalid_account', 'Your card was declined.', {
    advice_code: 'confirm_card_data',
    network_decline_code: '14',
  }),
  revoked: declined('revocation_of_authorization', 'Your card was declined.', {
    ...neverAgain,
    network_decline_code: 'R1',
  }),
  allRevoked: declined('revocation_of_all_authorizations', 'Your card was declined.', {
    ...neverAgain,
    network_decline_code: 'R3',
  }),
  paymentStopped: declined('stop_payment_order', 'Your card was declined.', {
    ...neverAgain,
    network_decline_code: 'R0',
  }),
  currencyNotSupported: declined(
    'currency_not_supported',
    'Your card is not supported for this currency.',
    neverAgain,
  ),
  invalidAmount: declined('invalid_amount', 'Your card was declined.', { network_decline_code: '13' }),
  fraudulent: declined('fraudulent', 'Your card was declined.', {
    ...neverAgain,
    network_decline_code: '59',
  }),
  blocked: { ...declined('fraudulent', 'Your card was declined.'), blocked: true },
  unlisted: declined('reason_unlisted', 'Your card was declined.'),
  realCard: declined(
    'test_mode_live_card',
    'Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of ' +
      'valid test cards, visit: https://stripe.com/docs/testing.',
  ),
} satisfies Record<string, Decline>

function declined(
  decline_code: string,
  message: string,
  network: { advice_code?: string; network_decline_code?: string } = {},
  code = 'card_declined',
): Decline {
  return { code, decline_code, message, ...network }
}
