// The pages that ask before something is done: another default, removing a card, and agreeing that it be a backup.

import type { Language } from '../company/company.ts'
import { paths } from '../web/paths.ts'
import type { BackupView, DefaultView, RemovalView } from '../web/views.ts'
import { type Words, words } from '../words/words.ts'
import { consentToBackup } from './consent.ts'
import { brandName, cardName, cardNameView } from './names.ts'
import { nameAmongTwins } from './pages.ts'
import type { PaymentMethod } from './payment-method.ts'
import { leftBehind, leftBehindByRemoval, pinnedTo, type Subscription } from './subscription.ts'
import { followView, subscriptionView } from './subscription-pages.ts'
import { successorOf, type Wallet } from './wallet.ts'

export function defaultView(
  language: Language,
  wallet: Wallet,
  method: PaymentMethod,
  subscriptions: readonly Subscription[],
): DefaultView {
  const t = words[language]
  return {
    heading: t.subscriptions.question.title(cardName(t, method)),
    action: paths.default(method.id),
    cancelHref: paths.paymentMethods,
    name: cardNameView(t, method),
    becomes: t.subscriptions.question.becomes,
    follow: followView(language, t, wallet, leftBehind(subscriptions, method.id)),
  }
}

export function removalView(
  language: Language,
  wallet: Wallet,
  method: PaymentMethod,
  subscriptions: readonly Subscription[],
): RemovalView {
  const t = words[language]
  const successor = successorOf(wallet, method.id)
  return {
    heading: removalTitle(t, method),
    action: paths.removal(method.id),
    cancelHref: paths.paymentMethods,
    name: cardNameView(t, method),
    which: nameAmongTwins(language, t, wallet, method),
    consequences: [consequence(t, method, successor)],
    charged: chargedView(language, t, pinnedTo(subscriptions, method.id), successor),
    follow: followView(language, t, wallet, leftBehindByRemoval(subscriptions, wallet, method)),
    noUndo: t.removal.noUndo,
  }
}

export function removalTitle(t: Words, method: PaymentMethod): string {
  const { type, last4 } = method
  const isCard = type === 'card' && last4 !== null
  return isCard ? t.removal.title(brandName(t, method), last4) : t.removal.titleOfOther(cardName(t, method))
}

function consequence(t: Words, method: PaymentMethod, successor: PaymentMethod | undefined): string {
  if (!successor) return t.removal.nothingLeft
  const name = cardName(t, successor)
  return method.isDefault ? t.removal.becomesDefault(name) : t.removal.staysDefault(name)
}

function chargedView(
  language: Language,
  t: Words,
  pinned: readonly Subscription[],
  successor: PaymentMethod | undefined,
): RemovalView['charged'] {
  const count = pinned.length
  if (count === 0) return null
  return {
    intro: t.subscriptions.used(count),
    subscriptions: pinned.map((one) => subscriptionView(language, t, one)),
    instead: successor
      ? t.subscriptions.instead(count, cardName(t, successor))
      : t.subscriptions.notCharged(count),
  }
}

export function backupView(language: Language, method: PaymentMethod): BackupView {
  const t = words[language]
  return {
    heading: t.backup.title(cardName(t, method)),
    action: paths.backup(method.id),
    cancelHref: paths.paymentMethods,
    consent: consentToBackup(language).wording,
  }
}
