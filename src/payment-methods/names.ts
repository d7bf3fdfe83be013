// Names of cards in the reader's words.

import { markOf } from '../web/marks.ts'
import type { CardNameView } from '../web/views.ts'
import type { Words } from '../words/words.ts'
import type { CardFacts } from './payment-method.ts'

type Named = Pick<CardFacts, 'brand' | 'last4'>

export function brandName(t: Words, { brand }: Pick<CardFacts, 'brand'>): string {
  return Object.hasOwn(t.brands, brand) ? (t.brands[brand] ?? t.otherBrand) : t.otherBrand
}

/** Visa ending in 4242. */
export function cardName(t: Words, card: Named): string {
  return t.methods.name(brandName(t, card), card.last4)
}

/** The words of its brand and number, with its mark beside them. */
export function cardNameView(t: Words, card: Named): CardNameView {
  return { brand: brandName(t, card), last4: card.last4, mark: markOf(card.brand) }
}
