// How a test card behaves when it is saved, and when it is charged.
import type { DeclineName } from './declines.ts'

export interface Behaviour {
  /** Refused when it is attached, set up or charged. */
  saving?: DeclineName
  /** Refused when it is charged, although it could be saved. */
  charging?: DeclineName
  /** 3-D Secure is asked for when it is set up with its holder present. */
  asksWhenSaved?: boolean
  /** … and again at every charge: 'always', or only if it was not asked when saved: 'unless_authenticated'. */
  asksWhenCharged?: 'always' | 'unless_authenticated'
  /** An invoice is declined with `authentication_required` while the holder is away, where others ask for them. */
  declinesWhenAway?: boolean
  failingCheck?: 'cvc' | 'postal_code'
}

export const behaviours = {
  succeeds: {},
  declined: { saving: 'generic' },
  insufficient_funds: { saving: 'insufficientFunds' },
  lost: { saving: 'lostCard' },
  stolen: { saving: 'stolenCard' },
  expired: { saving: 'expired' },
  incorrect_cvc: { saving: 'incorrectCvc' },
  processing_error: { saving: 'processingError' },
  used_too_often: { saving: 'tooOften' },
  real_card_in_test_mode: { saving: 'realCard' },
  fails_when_charged: { charging: 'generic' },
  insufficient_funds_when_charged: { charging: 'insufficientFunds' },
  do_not_honor_when_charged: { charging: 'doNotHonor' },
  issuer_not_available_when_charged: { charging: 'issuerNotAvailable' },
  processing_error_when_charged: { charging: 'processingError' },
  reenter_when_charged: { charging: 'reenter' },
  used_too_often_when_charged: { charging: 'tooOften' },
  try_again_later_when_charged: { charging: 'tryAgainLater' },
  lost_when_charged: { charging: 'lostCard' },
  stolen_when_charged: { charging: 'stolenCard' },
  pickup_when_charged: { charging: 'pickupCard' },
  restricted_when_charged: { charging: 'restrictedCard' },
  expired_when_charged: { charging: 'expired' },
  invalid_account_when_charged: { charging: 'invalidAccount' },
  revoked_when_charged: { charging: 'revoked' },
  all_revoked_when_charged: { charging: 'allRevoked' },
  stopped_when_charged: { charging: 'paymentStopped' },
  incorrect_cvc_when_charged: { charging: 'incorrectCvc' },
  currency_not_supported_when_charged: { charging: 'currencyNotSupported' },
  invalid_amount_when_charged: { charging: 'invalidAmount' },
  fraudulent_when_charged: { charging: 'fraudulent' },
  blocked_by_radar: { charging: 'blocked' },
  unlisted_when_charged: { charging: 'unlisted' },
  asks_at_setup: { asksWhenSaved: true, asksWhenCharged: 'unless_authenticated' },
  asks_always: { asksWhenSaved: true, asksWhenCharged: 'always' },
  declines_when_away: { asksWhenSaved: true, asksWhenCharged: 'always', declinesWhenAway: true },
  asks_then_declined: { asksWhenCharged: 'always', charging: 'generic' },
  asks_then_insufficient_funds: { asksWhenSaved: true, charging: 'insufficientFunds' },
  cvc_check_fails: { failingCheck: 'cvc' },
  postal_code_check_fails: { failingCheck: 'postal_code' },
} satisfies Record<string, Behaviour>

export type BehaviourName = keyof typeof behaviours

export function behaviourNamed(name: BehaviourName): Behaviour {
  return behaviours[name]
}

export function isBehaviourName(name: unknown): name is BehaviourName {
  return typeof name === 'string' && Object.hasOwn(behaviours, name)
}
