// Every kind of message, as letters to Alice, and to Bob what is about him.

import type { Language } from '../company/company.ts'
import { letterView } from '../mail/letter-page.ts'
import type { Delivery } from '../mail/mailbox-page.ts'
import type { Message } from '../mail/message.ts'
import { ours } from '../theme.ts'
import { paths } from '../web/paths.ts'
import type { LetterView } from '../web/views.ts'

const visa = { brand: 'visa', last4: '4242' }
const mastercard = { brand: 'mastercard', last4: '4444' }
const invoice = { id: 'in_1', number: 'ATELIER-0007', amount: 12_900, currency: 'eur' }
const declined = { card: visa, code: 'card_declined', declineCode: 'insufficient_funds' }
const unexplained = { card: mastercard, code: 'card_declined', declineCode: 'fraudulent' }
const tomorrow = Date.UTC(2026, 10, 24, 9)

const sender = { product: ours, origin: 'http://localhost:3000' }
const people = new Map([
  ['alice', 'Alice Martin'],
  ['bob', 'Bob Leroy'],
  ['erin', 'Erin Le Gall'],
])

const failed: Message = { kind: 'payment failed', invoice, tried: [declined, unexplained], nextTryAt: null }
const changed: Message = { kind: 'default changed', card: mastercard, before: visa }

const reset: Message = {
  kind: 'password reset',
  token: 'token',
  expiresAt: tomorrow,
}
const invited: Message = { kind: 'invited', invitationId: 'i', round: 1, role: 'billing', by: 'alice' }

/** Each part of a letter is in one of these. */
export const lookOfLetters = {
  'security notice': changed,
  'with facts': failed,
  'to a stranger': invited,
  'about an account': reset,
}

export const messages: Readonly<Record<string, Message>> = {
  'first card added': { kind: 'card added', card: visa, isDefault: true },
  'card added': { kind: 'card added', card: mastercard, isDefault: false },
  'card removed': { kind: 'card removed', card: mastercard, chargedNow: visa, nothingLeft: false },
  'default removed': { kind: 'card removed', card: visa, chargedNow: mastercard, nothingLeft: false },
  'last card removed': { kind: 'card removed', card: visa, chargedNow: null, nothingLeft: true },
  'default changed': changed,
  'payment failed': { kind: 'payment failed', invoice, tried: [declined], nextTryAt: tomorrow },
  'no card paid': failed,
  'no card to charge': { kind: 'payment failed', invoice, tried: [], nextTryAt: null },
  'paid by backup': { kind: 'paid by backup', invoice, failed: visa, paidBy: mastercard },
  paid: { kind: 'paid', invoice: { ...invoice, number: null }, card: visa },
  'confirmation needed': { kind: 'confirmation needed', invoice, card: visa },
  'card expires in 30 days': {
    kind: 'card expires',
    card: visa,
    expiry: { month: 12, year: 2026 },
    days: 30,
  },
  invited,
  'somebody joined': { kind: 'member joined', memberId: 'erin', role: 'billing' },
  'somebody’s role changed': {
    kind: 'role changed',
    memberId: 'bob',
    by: 'alice',
    role: 'administrator',
    roleBefore: 'billing',
  },
  'somebody was removed': { kind: 'member removed', memberId: 'bob', by: 'alice' },
  'somebody else is the owner': { kind: 'ownership handed over', from: 'alice', to: 'bob' },
  'somebody left': { kind: 'member removed', memberId: 'bob', by: 'bob' },
  'password changed': { kind: 'password changed' },
  'password reset': reset,
  'password reset, sent': { ...reset, token: null },
  'second factor on': { kind: 'second factor on' },
  'second factor off': { kind: 'second factor off' },
  'recovery codes made': { kind: 'recovery codes made' },
  'recovery code used': { kind: 'recovery code used', left: 9 },
  'last recovery code used': { kind: 'recovery code used', left: 0 },
  'card expires in 7 days': { kind: 'card expires', card: visa, expiry: { month: 11, year: 2026 }, days: 7 },
}

/** About the one who reads them. */
export const messagesToBob: Readonly<Record<string, Message>> = {
  'your role changed': {
    kind: 'role changed',
    memberId: 'bob',
    by: 'alice',
    role: 'developer',
    roleBefore: 'billing',
  },
  'you were removed': { kind: 'member removed', memberId: 'bob', by: 'alice' },
  'you left': { kind: 'member removed', memberId: 'bob', by: 'bob' },
  'you are the owner': { kind: 'ownership handed over', from: 'alice', to: 'bob' },
}

const written = {
  language: 'en',
  to: 'Alice Martin <alice@atelier.example>',
  html: '',
  at: Date.UTC(2026, 10, 23, 9),
} as const

export const deliveries: readonly [Delivery, Delivery] = [
  { ...written, id: 'b', subject: 'Visa ending in 4242 was removed – Atelier Lumière', text: 'Hello Alice,' },
  { ...written, id: 'a', subject: 'Visa ending in 4242 was added – Atelier Lumière', text: 'Hello Alice,' },
]

export function sampleLetter(language: Language, message: Message): LetterView {
  const invitation = message.kind === 'invited'
  return letterView(
    message,
    {
      language,
      id: invitation ? null : 'alice',
      name: invitation ? null : 'Alice Martin',
      company: 'Atelier Lumière',
      people,
      acceptance: invitation ? paths.acceptance('token') : null,
    },
    sender,
  )
}

export function sampleLetterToBob(language: Language, message: Message): LetterView {
  const reader = {
    id: 'bob',
    language,
    name: 'Bob Leroy',
    company: 'Atelier Lumière',
    people,
    acceptance: null,
  }
  return letterView(message, reader, sender)
}
