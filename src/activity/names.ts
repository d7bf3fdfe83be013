// Entries in the reader's words: who, what, with what result and why.

import type { Language } from '../company/company.ts'
import { amountOf, invoiceName, refusalReason } from '../invoices/names.ts'
import { cardName } from '../payment-methods/names.ts'
import type { StateView } from '../web/views.ts'
import { words } from '../words/words.ts'
import type { Entry, Facts, Result } from './entry.ts'

export interface Names {
  /** People's as they are now, by their ids; whoever is erased, or was never here, has none. */
  readonly people: ReadonlyMap<string, string>
  readonly product: string
}

export function whoIn(language: Language, names: Names, { memberId, facts }: Entry): string {
  if (memberId !== null) return personNamed(language, names, memberId)
  return facts.by === 'stripe' ? 'Stripe' : names.product
}

export function whatIn(language: Language, names: Names, { action, facts }: Entry): string {
  const t = words[language]
  const { card, cardBefore, defaultNow, invoice, memberId, role, roleBefore, place } = facts
  return t.activity.said[action]({
    card: card ? cardName(t, card) : '',
    cardBefore: cardBefore ? cardName(t, cardBefore) : '',
    defaultNow: defaultNow ? cardName(t, defaultNow) : '',
    invoice: invoice ? invoiceWithin(invoiceName(t, invoice)) : '',
    amount: invoice ? amountOf(language, invoice, invoice.amount) : '',
    person: memberId === undefined ? '' : personNamed(language, names, memberId),
    role: role ? t.signIn.roles[role] : '',
    roleBefore: roleBefore ? t.signIn.roles[roleBefore] : '',
    place: place === undefined ? '' : String(place),
  })
}

// Within a sentence it begins small.
function invoiceWithin(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** Null where there is nothing more to say than the result. */
export function whyIn(language: Language, { action, facts }: Pick<Entry, 'action' | 'facts'>): string | null {
  const { why } = facts
  if (why === undefined) return null
  const { activity } = words[language]
  if (Object.hasOwn(activity.reasons, why)) return activity.reasons[why] ?? null
  return action === 'charged' ? refused(language, facts) : null
}

function refused(language: Language, { why }: Facts): string {
  return refusalReason(words[language], { code: null, declineCode: why ?? null })
}

const looks: Readonly<Record<Result, StateView['kind']>> = {
  done: 'plain',
  refused: 'bad',
  unanswered: 'warn',
}

export function resultIn(language: Language, { result }: Pick<Entry, 'result'>): StateView {
  return { kind: looks[result], text: words[language].activity.results[result] }
}

function personNamed(language: Language, { people }: Names, id: string): string {
  return people.get(id) || words[language].activity.somebody
}
