// The lists of docs.stripe.com/declines/codes and of docs.stripe.com/declines/card#advice-codes, as our law sorts them.
import { describe, expect, it } from 'vitest'
import { type Consequence, consequenceOf } from '../../src/invoices/decline.ts'
import { aDecline } from '../support/builders.ts'

const codes: Readonly<Record<Consequence, readonly string[]>> = {
  dead: [
    'lost_card',
    'stolen_card',
    'pickup_card',
    'restricted_card',
    'expired_card',
    'incorrect_number',
    'invalid_account',
    'revocation_of_authorization',
    'revocation_of_all_authorizations',
    'stop_payment_order',
    'do_not_try_again',
  ],
  later: [
    'insufficient_funds',
    'do_not_honor',
    'generic_decline',
    'issuer_not_available',
    'processing_error',
    'reenter_transaction',
    'card_velocity_exceeded',
    'try_again_later',
  ],
  cardholder: ['authentication_required', 'mobile_device_authentication_required', 'confirm_card_data'],
  stop: [
    'invalid_amount',
    'currency_not_supported',
    'account_invalid',
    'amount_too_large',
    'amount_too_small',
  ],
  review: ['fraudulent', 'merchant_blacklist'],
  once: [
    'card_not_supported',
    'a_code_of_tomorrow',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '',
  ],
}
const advices: readonly [string, Consequence][] = [
  ['do_not_try_again', 'dead'],
  ['try_again_later', 'later'],
  ['confirm_card_data', 'cardholder'],
]
const rows = Object.entries(codes).flatMap(([consequence, list]) =>
  list.map((code) => [code, consequence as Consequence] as const),
)

describe('A decline, by Stripe’s list of decline codes,', () => {
  it.each(rows)('of “%s” is: %s', (declineCode, consequence) => {
    expect(consequenceOf(aDecline(declineCode))).toBe(consequence)
  })

  it.each(rows)('of “%s”, told by the error’s code alone, is the same: %s', (code, consequence) => {
    expect(consequenceOf(aDecline(null, { code }))).toBe(consequence)
  })

  it('that says nothing at all is a reason that we do not know', () => {
    expect(consequenceOf(aDecline(null))).toBe('once')
    expect(consequenceOf(aDecline(null, { code: null }))).toBe('once')
  })

  it('is what its decline code says, where the error’s code says something else', () => {
    expect(consequenceOf(aDecline('insufficient_funds', { code: 'expired_card' }))).toBe('later')
    expect(consequenceOf(aDecline('unheard_of', { code: 'expired_card' }))).toBe('dead')
  })
})

const ofOneCard = rows.filter(([, consequence]) => consequence !== 'stop' && consequence !== 'review')
const ofAllCards = rows.filter(([, consequence]) => consequence === 'stop' || consequence === 'review')

describe.each(advices)('The network’s advice “%s”', (adviceCode, advised) => {
  it.each(ofOneCard)(`outranks “%s”`, (declineCode) => {
    expect(consequenceOf(aDecline(declineCode, { adviceCode }))).toBe(advised)
  })

  it.each(ofAllCards)('speaks of one card: “%s” stands, for all of them', (declineCode, consequence) => {
    expect(consequenceOf(aDecline(declineCode, { adviceCode }))).toBe(consequence)
  })

  it('does not let go on what Radar blocked', () => {
    expect(consequenceOf(aDecline('generic_decline', { adviceCode, blocked: true }))).toBe('review')
  })
})

it.each(rows)('What Radar blocked is left to a person, though it says “%s”', (declineCode) => {
  expect(consequenceOf(aDecline(declineCode, { blocked: true }))).toBe('review')
})

it.each(['constructor', '__proto__', '', 'advice_of_tomorrow'])(
  'Advice that we do not know, such as “%s”, changes nothing',
  (adviceCode) => {
    expect(consequenceOf(aDecline('insufficient_funds', { adviceCode }))).toBe('later')
    expect(consequenceOf(aDecline('lost_card', { adviceCode }))).toBe('dead')
    expect(consequenceOf(aDecline('unheard_of', { adviceCode }))).toBe('once')
  },
)
