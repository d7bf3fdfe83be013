// What a change of a wallet means for its people: which cards came, which went, and which is charged first now.

import type { CardNamed, Message, NewMail } from '../mail/message.ts'
import type { CardFacts, PaymentMethod } from './payment-method.ts'
import { defaultOf, find, type Wallet } from './wallet.ts'

const day = 24 * 60 * 60 * 1000

/** One mail for one act: the default that changed with a card's coming or going is told with it. */
export function walletNews(companyId: string, before: Wallet, after: Wallet, now: number): NewMail[] {
  const added = after.methods.filter((method) => !find(before, method.id))
  const removed = before.methods.filter((method) => !find(after, method.id))
  const told: [PaymentMethod | undefined, Message | null][] = [
    ...added.filter((method) => isNews(before, method, now)).map(tellAdded),
    ...removed.map((method) => tellRemoved(method, after)),
    [defaultOf(after), defaultChanged(before, after)],
  ]
  return told.flatMap(([method, message]) =>
    method && message
      ? [{ companyId, message, once: `wallet/v${after.version}/${message.kind}/${method.id}` }]
      : [],
  )
}

// A company whose cards we see for the first time has had them for long, and knows them.
function isNews(before: Wallet, { createdAt }: CardFacts, now: number): boolean {
  return before.methods.length > 0 || now - createdAt <= day
}

function tellAdded(method: PaymentMethod): [PaymentMethod, Message] {
  return [method, { kind: 'card added', card: named(method), isDefault: method.isDefault }]
}

function tellRemoved(method: PaymentMethod, after: Wallet): [PaymentMethod, Message] {
  const chargedNow = defaultOf(after)
  const nothingLeft = after.methods.length === 0
  return [
    method,
    {
      kind: 'card removed',
      card: named(method),
      chargedNow: chargedNow ? named(chargedNow) : null,
      nothingLeft,
    },
  ]
}

// One that was not there before is told as added, and one whose predecessor is gone or going, as its removal.
function defaultChanged(before: Wallet, after: Wallet): Message | null {
  const [was, is] = [defaultOf(before), defaultOf(after)]
  if (!is || is.id === was?.id || !find(before, is.id)) return null
  const predecessor = was && find(after, was.id)
  if (was && (!predecessor || predecessor.isLeaving)) return null
  return { kind: 'default changed', card: named(is), before: was ? named(was) : null }
}

export function named({ brand, last4 }: Pick<CardFacts, 'brand' | 'last4'>): CardNamed {
  return { brand, last4 }
}
