// The pages that ask before something is done: removing a card, and agreeing that it be a backup.

import type { Language } from '../company/company.ts'
import { paths } from '../web/paths.ts'
import type { BackupView, RemovalView } from '../web/views.ts'
import { type Words, words } from '../words/words.ts'
import { consentIn } from './consent.ts'
import { brandName, cardName, cardNameView } from './names.ts'
import type { PaymentMethod } from './payment-method.ts'
import { defaultOf, successorOf, type Wallet } from './wallet.ts'

export function removalView(language: Language, wallet: Wallet, method: PaymentMethod): RemovalView {
  const t = words[language]
  return {
    heading: titleOf(t, method),
    action: paths.removal(method.id),
    cancelHref: paths.paymentMethods,
    name: cardNameView(t, method),
    consequences: [consequence(t, wallet, method), t.removal.noUndo],
  }
}

function titleOf(t: Words, method: PaymentMethod): string {
  const { type, last4 } = method
  const isCard = type === 'card' && last4 !== null
  return isCard ? t.removal.title(brandName(t, method), last4) : t.removal.titleOfOther(cardName(t, method))
}

function consequence(t: Words, wallet: Wallet, method: PaymentMethod): string {
  const successor = successorOf(wallet, method.id)
  if (method.isDefault)
    return successor ? t.removal.becomesDefault(cardName(t, successor)) : t.removal.nothingLeft
  const stays = defaultOf(wallet)
  return stays ? t.removal.staysDefault(cardName(t, stays)) : t.removal.nothingLeft
}

export function backupView(language: Language, method: PaymentMethod): BackupView {
  const t = words[language]
  return {
    heading: t.backup.title(cardName(t, method)),
    action: paths.backup(method.id),
    cancelHref: paths.paymentMethods,
    consent: consentIn(language).wording,
  }
}
