// The page on which a member pays one invoice with a card of their choice, and the one that offers to pay all that is
// open with a card that was just added.

import type { Language } from '../company/company.ts'
import { cardName, cardNameView } from '../payment-methods/names.ts'
import { placeView } from '../payment-methods/pages.ts'
import type { PaymentMethod } from '../payment-methods/payment-method.ts'
import { defaultOf, type Wallet } from '../payment-methods/wallet.ts'
import { paths } from '../web/paths.ts'
import type { ConfirmationView, PayableCardView, PaymentsView, PaymentView } from '../web/views.ts'
import { type Words, words } from '../words/words.ts'
import { type Attempt, type AttemptedCard, isSameCard } from './attempt.ts'
import { isDead } from './card-standing.ts'
import { nextNumber, type Situation } from './fallback.ts'
import type { Invoice } from './invoice.ts'
import { amountOf, attemptedName, invoiceName, refusalReason } from './names.ts'

export function paymentView(
  language: Language,
  situation: Pick<Situation, 'invoice' | 'attempts' | 'declined' | 'wallet'>,
  more: { readonly chosen: string; readonly error: string | null },
): PaymentView {
  const t = words[language]
  const { invoice, attempts, wallet } = situation
  const amount = amountOf(language, invoice, invoice.amountRemaining)
  const cards = inOrder(wallet).filter((card) => !card.isLeaving)
  const chosen = chosenOf(situation, cards, more.chosen)
  // Where none can be chosen there is nothing to choose from.
  const offered = chosen === undefined ? [] : cards
  return {
    heading: t.invoices.payment.title(invoiceName(t, invoice)),
    lead: t.invoices.payment.lead(amount),
    action: paths.payment(invoice.id),
    number: nextNumber(attempts),
    cards: offered.map((card) => cardView(t, situation, card, card.id === chosen)),
    error: more.error,
    submit: t.invoices.payment.submit(amount),
    addHref: paths.newPaymentMethod,
    hostedHref: invoice.hostedUrl,
    cancelHref: paths.invoice(invoice.id),
  }
}

function inOrder(wallet: Wallet): PaymentMethod[] {
  const first = defaultOf(wallet)
  return [...(first ? [first] : []), ...wallet.methods.filter((method) => method !== first)]
}

// One that has not been refused; where all have, the one whose refusal is the longest ago.
function chosenOf(
  situation: Pick<Situation, 'attempts' | 'declined'>,
  cards: readonly PaymentMethod[],
  wanted: string,
): string | undefined {
  const living = cards.filter((card) => !isDead(situation, card))
  const refusedAt = (card: PaymentMethod): number => lastRefusal(situation.attempts, card)?.number ?? 0
  const byRefusal = living.toSorted((one, other) => refusedAt(one) - refusedAt(other))
  return (living.find(({ id }) => id === wanted) ?? byRefusal[0])?.id
}

function cardView(
  t: Words,
  situation: Pick<Situation, 'attempts' | 'declined' | 'wallet'>,
  card: PaymentMethod,
  chosen: boolean,
): PayableCardView {
  const refusal = lastRefusal(situation.attempts, card)
  const dead = isDead(situation, card)
  const reason = refusal && t.invoices.payment.lastRefusal(refusalReason(t, refusal.decline))
  return {
    id: card.id,
    name: cardNameView(t, card),
    place: placeView(t, situation.wallet, card),
    note: dead ? t.invoices.payment.dead : (reason ?? null),
    disabled: dead,
    chosen,
  }
}

function lastRefusal(attempts: readonly Attempt[], card: PaymentMethod): Attempt | undefined {
  const last = attempts.findLast((attempt) => isSameCard(attempt.card, card))
  return last?.outcome === 'declined' ? last : undefined
}

export interface Payable {
  readonly invoice: Invoice
  /** Which attempt it would be. */
  readonly number: number
}

export function paymentsView(
  language: Language,
  payable: readonly Payable[],
  card: PaymentMethod,
  { error, ticked }: { readonly error: string | null; readonly ticked?: readonly string[] | undefined },
): PaymentsView {
  const t = words[language]
  const name = cardName(t, card)
  const [first] = payable
  const isNoneChosen = error !== null && ticked?.length === 0
  return {
    lead: t.invoices.several.lead(name),
    action: paths.payments,
    card: card.id,
    invoices: payable.map(({ invoice, number }) => ({
      id: invoice.id,
      name: invoiceName(t, invoice),
      amount: amountOf(language, invoice, invoice.amountRemaining),
      number,
      ticked: ticked?.includes(invoice.id) ?? true,
    })),
    error: isNoneChosen ? null : error,
    noneChosen: isNoneChosen && first ? { id: first.invoice.id, text: error } : null,
    submit: t.invoices.several.submit(name),
    laterHref: paths.paymentMethods,
  }
}

export function confirmationView(
  language: Language,
  invoice: Invoice,
  card: AttemptedCard,
  browser: { readonly secret: string; readonly publishableKey: string; readonly origin: string },
): ConfirmationView {
  const t = words[language]
  const amount = amountOf(language, invoice, invoice.amountRemaining)
  return {
    lead: t.invoices.confirmation.lead(amount, attemptedName(t, card)),
    secret: browser.secret,
    publishableKey: browser.publishableKey,
    returnUrl: `${browser.origin}${paths.confirmation(invoice.id)}?done=1`,
    hostedHref: invoice.hostedUrl,
    otherHref: paths.payment(invoice.id),
  }
}
