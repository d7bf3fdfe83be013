// A trial is one company's story: its cards, its agreements, its invoices, and what its people do meanwhile.
import type { BehaviourName } from '../../../src/sandbox/cards/behaviours.ts'
import type { Random } from '../random.ts'

export interface CardPlan {
  readonly number: string
  readonly behaviour: BehaviourName
  readonly agreed: boolean
}

export interface CompanyPlan {
  readonly name: string
  readonly cards: readonly CardPlan[]
  /** The index of the default among the cards; undefined: none is chosen. */
  readonly chosen: number | undefined
  /** The indexes of the cards in their people's order. */
  readonly order: readonly number[]
  /** Nobody touches its wallet, so that the order of its charges can be judged. */
  readonly isQuiet: boolean
  readonly invoices: number
  readonly hasSubscription: boolean
}

const declines: readonly [BehaviourName, ...BehaviourName[]] = [
  'fails_when_charged',
  'insufficient_funds_when_charged',
  'do_not_honor_when_charged',
  'issuer_not_available_when_charged',
  'processing_error_when_charged',
  'reenter_when_charged',
  'used_too_often_when_charged',
  'try_again_later_when_charged',
]
const deaths: readonly [BehaviourName, ...BehaviourName[]] = [
  'lost_when_charged',
  'stolen_when_charged',
  'pickup_when_charged',
  'restricted_when_charged',
  'expired_when_charged',
  'invalid_account_when_charged',
  'revoked_when_charged',
  'all_revoked_when_charged',
  'stopped_when_charged',
]
const holders: readonly [BehaviourName, ...BehaviourName[]] = [
  'asks_always',
  'declines_when_away',
  'incorrect_cvc_when_charged',
  'asks_then_declined',
]
const ends: readonly [BehaviourName, ...BehaviourName[]] = [
  'currency_not_supported_when_charged',
  'invalid_amount_when_charged',
  'fraudulent_when_charged',
  'unlisted_when_charged',
]

export function companyPlan(random: Random, index: number): CompanyPlan {
  const cards = cardPlans(random, random.pick([0, 1, 2, 2, 3, 3, 4]))
  return {
    name: `Company ${index}`,
    cards,
    chosen: cards.length > 0 && random.chance(0.95) ? random.between(0, cards.length - 1) : undefined,
    order: random.shuffled(cards.map((_, at) => at)),
    isQuiet: random.chance(0.4),
    invoices: random.between(1, 3),
    hasSubscription: random.chance(0.15),
  }
}

function cardPlans(random: Random, count: number): CardPlan[] {
  const cards: CardPlan[] = []
  for (let made = 0; made < count; made += 1) {
    const twin = random.chance(0.1) ? cards.at(-1) : undefined
    const number = twin?.number ?? cardNumber(random)
    cards.push({ number, behaviour: behaviour(random), agreed: random.chance(0.85) })
  }
  return cards
}

export function behaviour(random: Random): BehaviourName {
  const at = random.next()
  if (at < 0.35) return 'succeeds'
  if (at < 0.72) return random.pick(declines)
  if (at < 0.84) return random.pick(deaths)
  return at < 0.95 ? random.pick(holders) : random.pick(ends)
}

/** A number of its own, and so a fingerprint of its own. */
export function cardNumber(random: Random): string {
  const digits = `4${String(random.between(0, 10 ** 14 - 1)).padStart(14, '0')}`
  return digits + luhnDigit(digits)
}

function luhnDigit(digits: string): string {
  const sum = [...digits].reduceRight((total, digit, at) => {
    const doubled = (digits.length - at) % 2 === 1 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}
