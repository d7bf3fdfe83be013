// What a change of a wallet means for its people: which cards came, which went, and which is charged first now.

import { type By, byGuichet, type Facts, type NewEntry } from '../activity/entry.ts'
import type { CardNamed, Message, NewMail } from '../mail/message.ts'
import type { CardFacts, PaymentMethod } from './payment-method.ts'
import { defaultOf, find, type Wallet } from './wallet.ts'

const day = 24 * 60 * 60 * 1000

export interface WalletNews {
  readonly method: PaymentMethod
  readonly message: Extract<Message, { kind: 'card added' | 'card removed' | 'default changed' }>
}

/** One for one act: the default that changed with a card's coming or going is told with it. */
export function walletNews(before: Wallet, after: Wallet, now: number): WalletNews[] {
  const added = after.methods.filter((method) => !find(before, method.id))
  const removed = before.methods.filter((method) => !find(after, method.id))
  return [
    ...added.filter((method) => isNews(before, method, now)).map(tellAdded),
    ...removed.map((method) => tellRemoved(method, after)),
    ...defaultChanged(before, after),
  ]
}

export function mailOf(companyId: string, version: number, { method, message }: WalletNews): NewMail {
  return { companyId, message, once: `wallet/v${version}/${message.kind}/${method.id}` }
}

/** `by`: who asked for it, where that is known; without, it came to pass at Stripe. */
export function entryOf(companyId: string, { message }: WalletNews, by: By | null): NewEntry {
  const facts = by ? factsOf(message) : { ...factsOf(message), by: 'stripe' as const }
  return { ...(by ?? byGuichet), companyId, action: message.kind, facts, result: 'done' }
}

function factsOf(message: WalletNews['message']): Facts {
  const { card } = message
  if (message.kind === 'card added') return message.isDefault ? { card, defaultNow: card } : { card }
  if (message.kind === 'card removed')
    return message.chargedNow ? { card, defaultNow: message.chargedNow } : { card }
  return message.before ? { card, cardBefore: message.before } : { card }
}

// A company whose cards we see for the first time has had them for long, and knows them.
function isNews(before: Wallet, { createdAt }: CardFacts, now: number): boolean {
  return before.methods.length > 0 || now - createdAt <= day
}

function tellAdded(method: PaymentMethod): WalletNews {
  return { method, message: { kind: 'card added', card: named(method), isDefault: method.isDefault } }
}

function tellRemoved(method: PaymentMethod, after: Wallet): WalletNews {
  const chargedNow = defaultOf(after)
  return {
    method,
    message: {
      kind: 'card removed',
      card: named(method),
      chargedNow: chargedNow ? named(chargedNow) : null,
      nothingLeft: after.methods.length === 0,
    },
  }
}

// One that was not there before is told as added, and one whose predecessor is gone or going, as its removal.
function defaultChanged(before: Wallet, after: Wallet): WalletNews[] {
  const [was, is] = [defaultOf(before), defaultOf(after)]
  if (!is || is.id === was?.id || !find(before, is.id)) return []
  const predecessor = was && find(after, was.id)
  if (was && (!predecessor || predecessor.isLeaving)) return []
  const message = { kind: 'default changed', card: named(is), before: was ? named(was) : null } as const
  return [{ method: is, message }]
}

export function named({ brand, last4 }: Pick<CardFacts, 'brand' | 'last4'>): CardNamed {
  return { brand, last4 }
}
