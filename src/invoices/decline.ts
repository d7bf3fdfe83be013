// What follows from a decline. Sources: https://docs.stripe.com/declines/codes, and for the advice
// https://docs.stripe.com/declines/card#advice-codes

import type { Decline } from './attempt.ts'

/**
 * 'dead': never this card again, for any invoice. 'later': the next card, and this one again on a later run.
 * 'cardholder': they have to act first. 'stop': no card will do. 'review': a person looks at it. 'once': a reason
 * that we do not know; the next card, and this one not again by itself.
 */
export type Consequence = 'dead' | 'later' | 'cardholder' | 'stop' | 'review' | 'once'

const byDeclineCode: Readonly<Record<string, Consequence>> = {
  lost_card: 'dead',
  stolen_card: 'dead',
  pickup_card: 'dead',
  restricted_card: 'dead',
  expired_card: 'dead',
  incorrect_number: 'dead',
  invalid_account: 'dead',
  revocation_of_authorization: 'dead',
  revocation_of_all_authorizations: 'dead',
  stop_payment_order: 'dead',
  do_not_try_again: 'dead',

  insufficient_funds: 'later',
  do_not_honor: 'later',
  generic_decline: 'later',
  issuer_not_available: 'later',
  processing_error: 'later',
  reenter_transaction: 'later',
  card_velocity_exceeded: 'later',
  try_again_later: 'later',

  authentication_required: 'cardholder',
  payment_intent_authentication_failure: 'cardholder',
  mobile_device_authentication_required: 'cardholder',
  confirm_card_data: 'cardholder',

  invalid_amount: 'stop',
  currency_not_supported: 'stop',
  // Errors of the account that charges, or of what it charges: another card would meet them too.
  amount_too_large: 'stop',
  amount_too_small: 'stop',
  account_invalid: 'stop',
  account_country_invalid_address: 'stop',
  account_error_country_change_requires_additional_steps: 'stop',
  charge_exceeds_source_limit: 'stop',
  charge_exceeds_transaction_limit: 'stop',

  fraudulent: 'review',
  // On the block list of the account that charges.
  merchant_blacklist: 'review',
}

const byAdvice: Readonly<Record<string, Consequence>> = {
  do_not_try_again: 'dead',
  try_again_later: 'later',
  confirm_card_data: 'cardholder',
}

/**
 * The network's advice outranks the decline code in what it says of this card. What stops every card, or calls for a
 * person, stands whatever is advised: advice speaks of one card only.
 */
export function consequenceOf({ code, declineCode, adviceCode, blocked }: Decline): Consequence {
  if (blocked) return 'review'
  const said = lookUp(byDeclineCode, declineCode) ?? lookUp(byDeclineCode, code)
  if (said === 'stop' || said === 'review') return said
  return lookUp(byAdvice, adviceCode) ?? said ?? 'once'
}

function lookUp(table: Readonly<Record<string, Consequence>>, key: string | null): Consequence | undefined {
  return key !== null && Object.hasOwn(table, key) ? table[key] : undefined
}
