// Stripe's published test cards: https://docs.stripe.com/testing
import type { BehaviourName } from './behaviours.ts'

export interface TestCard {
  behaviour: BehaviourName
  country: string
  funding: 'credit' | 'debit' | 'prepaid'
  /** Only where the card has two networks. */
  networks?: string[]
}

const plain: TestCard = { behaviour: 'succeeds', country: 'US', funding: 'credit' }
const that = (behaviour: BehaviourName): TestCard => ({ ...plain, behaviour })
const from = (country: string): TestCard => ({ ...plain, country })

const testCards: Record<string, TestCard> = {
  '4242424242424242': plain,
  '5555555555554444': plain,
  '2223003122003222': plain,
  '378282246310005': plain,
  '371449635398431': plain,
  '6011111111111117': plain,
  '3056930009020004': plain,
  '36227206271667': plain,
  '3566002020360505': from('JP'),
  '6200000000000005': from('CN'),
  '4000056655665556': { ...plain, funding: 'debit' },
  '5200828282828210': { ...plain, funding: 'debit' },
  '5105105105105100': { ...plain, funding: 'prepaid' },

  '4000002500001001': { ...from('FR'), networks: ['cartes_bancaires', 'visa'] },
  '5555552500001001': { ...from('FR'), networks: ['cartes_bancaires', 'mastercard'] },
  '4000002500000003': from('FR'),
  '4000001240000000': from('CA'),
  '4000008260000000': from('GB'),
  '4000002760000016': from('DE'),
  '4000000560000004': from('BE'),
  '4000007560000009': from('CH'),

  '4000000000000002': that('declined'),
  '4000000000009995': that('insufficient_funds'),
  '4000000000009987': that('lost'),
  '4000000000009979': that('stolen'),
  '4000000000000069': that('expired'),
  '4000000000000127': that('incorrect_cvc'),
  '4000000000000119': that('processing_error'),
  '4000000000006975': that('used_too_often'),
  '4000000000000341': that('fails_when_charged'),
  '4100000000000019': that('blocked_by_radar'),
  '4000008400001629': that('asks_then_declined'),
  '4000000000003220': that('asks_always'),
  '4000000000000101': that('cvc_check_fails'),
  '4000000000000036': that('postal_code_check_fails'),

  '4000002500003155': { ...from('FR'), behaviour: 'asks_at_setup' },
  '4000002760003184': { ...from('DE'), behaviour: 'asks_always' },
  '4000008260003178': { ...from('GB'), behaviour: 'asks_then_insufficient_funds' },
}

/** Any other number is a real card as far as test mode can tell, and is declined as one. */
export function testCardOf(number: string): TestCard {
  return testCards[number] ?? { ...plain, behaviour: 'real_card_in_test_mode' }
}
