// What happens next to an invoice, as far as anything does; nothing is promised that will not be done.

import type { Language } from '../company/company.ts'
import { formatDate } from '../words/format.ts'
import { type Words, words } from '../words/words.ts'
import { type Attempt, isSameCard } from './attempt.ts'
import { waitsForCardholder, willBeTriedAgain } from './card-standing.ts'
import { isOwed, isUncertain } from './invoice.ts'
import { attemptedName } from './names.ts'
import type { InvoiceSituation } from './pages.ts'

export function whatIsNext(
  language: Language,
  { invoice, attempts, wallet }: Pick<InvoiceSituation, 'invoice' | 'attempts' | 'wallet'>,
): string[] {
  const t = words[language]
  const said = t.invoices
  if (!isOwed(invoice)) return []
  if (isUncertain(invoice)) return [said.uncertain, said.uncertainMore]
  if (!invoice.isAutomatic) return [said.sent]
  if (!invoice.wasAttempted) {
    const at = invoice.nextStripeAttemptAt
    return [at === null ? said.first : said.firstOn(formatDate(language, at))]
  }
  const { rest } = invoice
  const on = rest?.until ? formatDate(language, rest.until) : null
  switch (rest?.kind) {
    case 'next run':
      return [on === null ? said.stopped : again(said, attempts)(on)]
    case 'cardholder':
      return askedFor(t, { attempts, wallet }, on)
    case 'stopped':
      return [said.stopped]
    case 'review':
      return [said.review]
    default:
      return [said.under]
  }
}

// A card that its bank refuses for good, or for a reason that we do not know, is not tried again by itself.
function again(
  { again: all, againWithout, onlyNew }: Words['invoices'],
  attempts: readonly Attempt[],
): (date: string) => string {
  const ends = lastOfEach(attempts)
  if (!ends.some(willBeTriedAgain)) return onlyNew
  return ends.every(willBeTriedAgain) ? all : againWithout
}

function askedFor(
  t: Words,
  { attempts, wallet }: Pick<InvoiceSituation, 'attempts' | 'wallet'>,
  on: string | null,
): string[] {
  const asked = waitsForCardholder(attempts, wallet)
  // They have answered, and in vain, or the card is gone: it goes on as if nobody had been asked.
  if (!asked) return [on === null ? t.invoices.stopped : again(t.invoices, attempts)(on)]
  const others = lastOfEach(attempts).some(willBeTriedAgain)
  return [
    t.invoices.cardholder(attemptedName(t, asked.card)),
    ...(on !== null && others ? [t.invoices.otherwise(on)] : []),
  ]
}

function lastOfEach(attempts: readonly Attempt[]): Attempt[] {
  return attempts.filter(
    (attempt) => attempts.findLast(({ card }) => isSameCard(card, attempt.card)) === attempt,
  )
}
