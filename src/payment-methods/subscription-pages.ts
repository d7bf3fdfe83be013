// Subscriptions as the pages show them: which card each is charged to, and what a change means for it.

import type { Language } from '../company/company.ts'
import type { FollowView, SubscriptionView } from '../web/views.ts'
import { formatAmount } from '../words/format.ts'
import type { Words } from '../words/words.ts'
import type { Following } from './follow-default.ts'
import { cardName, cardNameView } from './names.ts'
import type { PaymentMethod } from './payment-method.ts'
import type { Removed } from './remove-payment-method.ts'
import { pinnedTo, questionAbout, type Subscription } from './subscription.ts'
import { find, type Wallet } from './wallet.ts'

/** “Charged for: Studio, Archive”; null where no subscription names this card. */
export function chargedForView(
  { subscriptions: t }: Words,
  subscriptions: readonly Subscription[],
  cardId: string,
): string | null {
  const names = pinnedTo(subscriptions, cardId).map(({ name, isToFollow }) =>
    isToFollow ? t.moving(name) : name,
  )
  return names.length > 0 ? t.chargedFor(names.join(', ')) : null
}

/** Whether those that a new default leaves behind shall follow it; null where there are none to ask about. */
export function followView(
  language: Language,
  t: Words,
  wallet: Wallet,
  asked: readonly Subscription[],
): FollowView | null {
  if (asked.length === 0) return null
  return {
    intro: t.subscriptions.others(asked.length),
    subscriptions: asked.map((one) => ({
      ...subscriptionView(language, t, one),
      card: cardOf(t, wallet, one),
    })),
    question: questionAbout(asked),
    label: t.subscriptions.follow(asked.length),
  }
}

/** Without their card, where the page is about that card. */
export function subscriptionView(
  language: Language,
  t: Words,
  { name, price }: Subscription,
): SubscriptionView {
  if (price === null) return { name, price: null, card: null }
  const amount = formatAmount(language, price.amount, price.currency)
  return { name, price: t.subscriptions.per[price.interval](amount), card: null }
}

function cardOf(t: Words, wallet: Wallet, { paymentMethodId }: Subscription): SubscriptionView['card'] {
  const method = find(wallet, paymentMethodId ?? '')
  return method
    ? { name: cardNameView(t, method), text: null }
    : { name: null, text: t.subscriptions.cardGone }
}

/** What became of them, after what became of the card. `card`: which they follow, where nothing has named it yet. */
export function followed(
  { subscriptions: { done: t } }: Words,
  news: string,
  { done, waiting, refused }: Following,
  { card = null, kept = 0 }: { card?: string | null; kept?: number } = {},
): string {
  const sentences = [
    done > 0 && (card === null ? t.followIt(done) : t.follow(done, card)),
    waiting > 0 && t.waiting(waiting),
    refused > 0 && t.refused(refused),
    kept > 0 && t.kept(kept),
  ]
  return [news, ...sentences.filter((sentence) => sentence !== false)].join(' ')
}

/** What a removal came to. `successor`: the card that is the default afterwards. */
export function removedText(
  t: Words,
  { method, newDefault, following }: Omit<Extract<Removed, { result: 'removed' }>, 'result'>,
  successor: PaymentMethod | undefined,
  kept: number,
): string {
  const { removed, removedNewDefault } = t.methods.done
  const name = cardName(t, method)
  if (newDefault) return followed(t, removedNewDefault(name, cardName(t, newDefault)), following, { kept })
  if (successor) return followed(t, removed(name), following, { card: cardName(t, successor), kept })
  const stranded = following.done + following.waiting
  return stranded > 0 ? `${removed(name)} ${t.subscriptions.done.stranded(stranded)}` : removed(name)
}
