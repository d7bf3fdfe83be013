// The wallet as its page shows it.

import type { Language } from '../company/company.ts'
import { paths } from '../web/paths.ts'
import type { CardRowView, KebabView, PlaceView, ProcessingView, WalletView } from '../web/views.ts'
import { formatAmount, formatDate, formatExpiry } from '../words/format.ts'
import { type Words, words } from '../words/words.ts'
import { cardName, cardNameView } from './names.ts'
import { expiryState, type PaymentMethod } from './payment-method.ts'
import type { Subscription } from './subscription.ts'
import { chargedForView } from './subscription-pages.ts'
import { backupPlace, backupsOf, mayBecomeDefault, twinOf, type Wallet } from './wallet.ts'

export interface WalletSituation {
  readonly wallet: Wallet
  readonly subscriptions: readonly Subscription[]
  /** Cards that Stripe is still verifying. */
  readonly processing: number
  /** When the last one was begun that Stripe could not verify, where that is still news. */
  readonly unverifiedSince: number | null
  /** How often the page has looked whether they are done. */
  readonly looks: number
  readonly now: number
  /** Whose kebab takes the focus; 'add' for the add button. */
  readonly focus?: string | undefined
}

const looksAtMost = 10

export function walletView(language: Language, situation: WalletSituation): WalletView {
  const t = words[language]
  const { wallet, focus } = situation
  return {
    chargedNext: t.methods.chargedNext[howMany(wallet)],
    newHref: paths.newPaymentMethod,
    rows: wallet.methods.map((method) => rowView(language, t, situation, method)),
    processing: processingView(situation),
    unverified: unverifiedView(language, t, situation),
    backupHint: howMany(wallet) === 'one' && situation.processing === 0,
    focusAdd: focus === 'add',
  }
}

// What is charged, not what is there: a card that is leaving, or that nobody agreed to use as a backup, is no backup.
function howMany(wallet: Wallet): 'none' | 'one' | 'oneStays' | 'defaultAlone' | 'several' {
  if (wallet.methods.length === 0) return 'none'
  if (backupsOf(wallet).length > 0) return 'several'
  if (wallet.methods.length === 1) return 'one'
  return wallet.methods.filter((method) => !method.isLeaving).length > 1 ? 'defaultAlone' : 'oneStays'
}

function processingView({
  processing,
  looks,
  wallet,
  subscriptions,
}: WalletSituation): ProcessingView | null {
  const open =
    processing > 0 ||
    wallet.awaitedDefaultId !== null ||
    wallet.methods.some((each) => each.isLeaving) ||
    subscriptions.some((each) => each.isToFollow)
  if (!open) return null
  const look = looks < looksAtMost ? paths.wallet(looks + 1, processing > 0) : null
  return { count: processing, look, refreshHref: paths.paymentMethods }
}

function unverifiedView(
  language: Language,
  t: Words,
  { unverifiedSince }: WalletSituation,
): WalletView['unverified'] {
  if (unverifiedSince === null) return null
  return { text: t.methods.unverified(formatDate(language, unverifiedSince)) }
}

function rowView(
  language: Language,
  t: Words,
  { wallet, subscriptions, now, focus }: WalletSituation,
  method: PaymentMethod,
): CardRowView {
  const { id } = method
  return {
    id,
    name: cardNameView(t, method),
    fullName: fullName(language, t, wallet, method),
    expiry: method.expiry && { ...formatExpiry(method.expiry), state: expiryState(method, now) },
    place: placeView(t, wallet, method),
    note: noteOn(t, wallet, method),
    lastCharge: lastChargeView(language, t, method),
    chargedFor: chargedForView(t, subscriptions, id),
    twin: twinView(language, t, wallet, method),
    order: orderView(wallet, id),
    kebab: method.isLeaving
      ? null
      : kebabView(t, method, fullName(language, t, wallet, method), focus === id),
  }
}

function kebabView(t: Words, method: PaymentMethod, subject: string, focused: boolean): KebabView {
  const { id } = method
  const byDefault = { href: paths.default(id), label: t.methods.setDefault, posts: true, target: '#wallet' }
  const asBackup = { href: paths.backup(id), label: t.methods.useAsBackup, posts: false, target: null }
  const removal = { href: paths.removal(id), label: t.methods.remove, posts: false, target: '#dialog' }
  const items = [
    ...(mayBecomeDefault(method) ? [byDefault] : []),
    ...(method.mayBeBackup || method.isDefault ? [] : [asBackup]),
    removal,
  ]
  return { id, name: t.methods.actions(subject), subject, items, focused }
}

function fullName(language: Language, t: Words, wallet: Wallet, method: PaymentMethod): string {
  return nameAmongTwins(language, t, wallet, method) ?? cardName(t, method)
}

/**
 * Two of the same brand and number are told apart by the day that each was added on, and then by their place. Null
 * where there is no other.
 */
export function nameAmongTwins(
  language: Language,
  t: Words,
  wallet: Wallet,
  method: PaymentMethod,
): string | null {
  const name = cardName(t, method)
  const added = (each: PaymentMethod): string =>
    t.methods.nameAdded(name, formatDate(language, each.createdAt))
  const alike = wallet.methods.filter((other) => other.id !== method.id && cardName(t, other) === name)
  if (alike.length === 0) return null
  const sameDay = alike.some((other) => added(other) === added(method))
  return sameDay ? `${added(method)}, ${placeView(t, wallet, method).text}` : added(method)
}

export function placeView(t: Words, wallet: Wallet, method: PaymentMethod): PlaceView {
  if (method.isLeaving) return { kind: 'leaving', text: t.methods.leaving }
  if (method.isDefault) return { kind: 'default', text: t.methods.default }
  const place = backupPlace(wallet, method.id)
  if (place === undefined) return { kind: 'none', text: t.methods.notBackup }
  return { kind: 'backup', text: t.methods.backup(place) }
}

function noteOn({ methods }: Words, wallet: Wallet, method: PaymentMethod): string | null {
  if (method.isLeaving) return method.isDefault ? methods.leavingDefaultHelp : methods.leavingHelp
  if (method.isDefault) return null
  if (wallet.awaitedDefaultId === method.id) return methods.awaited
  return method.mayBeBackup ? null : methods.notBackupHelp
}

function lastChargeView(
  language: Language,
  t: Words,
  { lastCharge }: PaymentMethod,
): CardRowView['lastCharge'] {
  if (!lastCharge) return null
  const amount = formatAmount(language, lastCharge.amount, lastCharge.currency)
  return {
    text: t.methods.lastCharge[lastCharge.succeeded ? 'succeeded' : 'failed'](amount),
    date: formatDate(language, lastCharge.at),
    iso: new Date(lastCharge.at).toISOString(),
  }
}

function twinView(language: Language, t: Words, wallet: Wallet, method: PaymentMethod): CardRowView['twin'] {
  const twin = twinOf(wallet, method)
  if (!twin) return null
  return {
    text: t.methods.twin(formatDate(language, twin.createdAt)),
    keepAction: paths.duplicate(method.id),
  }
}

function orderView(wallet: Wallet, id: string): CardRowView['order'] {
  const place = backupPlace(wallet, id)
  const backups = backupsOf(wallet).length
  if (place === undefined || backups < 2) return null
  return { action: paths.order(id), up: place > 1, down: place < backups }
}
