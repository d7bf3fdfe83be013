// What a company's people are told by mail: the facts alone, which are put into words when the mail is sent.

import type { GivenRole } from '../members/team.ts'

export interface CardNamed {
  /** Stripe's name of it, or the type of payment method where there is no brand. */
  readonly brand: string
  readonly last4: string | null
}

export interface InvoiceNamed {
  /** Stripe's id: in_… */
  readonly id: string
  /** As it stands on the invoice; null while it has none. */
  readonly number: string | null
  /** In the currency's minor units. */
  readonly amount: number
  readonly currency: string
}

/** A card that was tried, and why it did not pay, in Stripe's codes; see words of refusals. */
export interface CardTried {
  readonly card: CardNamed
  readonly code: string | null
  readonly declineCode: string | null
}

export type Message =
  | { readonly kind: 'card added'; readonly card: CardNamed; readonly isDefault: boolean }
  | {
      readonly kind: 'card removed'
      readonly card: CardNamed
      /** The default once it is gone. */
      readonly chargedNow: CardNamed | null
      readonly nothingLeft: boolean
    }
  | { readonly kind: 'default changed'; readonly card: CardNamed; readonly before: CardNamed | null }
  | {
      readonly kind: 'payment failed'
      readonly invoice: InvoiceNamed
      /** In the order in which they were tried; empty where there was no card to try. */
      readonly tried: readonly CardTried[]
      /** In epoch milliseconds; null where nobody tries again by themselves. */
      readonly nextTryAt: number | null
    }
  | {
      readonly kind: 'paid by backup'
      readonly invoice: InvoiceNamed
      readonly failed: CardNamed
      readonly paidBy: CardNamed
    }
  /** Good news after an earlier failure. */
  | { readonly kind: 'paid'; readonly invoice: InvoiceNamed; readonly card: CardNamed | null }
  | { readonly kind: 'confirmation needed'; readonly invoice: InvoiceNamed; readonly card: CardNamed }
  | {
      readonly kind: 'card expires'
      readonly card: CardNamed
      readonly expiry: { readonly month: number; readonly year: number }
      readonly days: 30 | 7
    }
  | TeamMessage
  | PersonalMessage

/** What becomes of a company's people. They are named by their id, and found by it when the letter is written. */
export type TeamMessage =
  /** To the address that the invitation itself knows. */
  | {
      readonly kind: 'invited'
      readonly invitationId: string
      readonly round: number
      readonly role: GivenRole
      readonly by: string
    }
  | { readonly kind: 'member joined'; readonly memberId: string; readonly role: GivenRole }
  | {
      readonly kind: 'role changed'
      readonly memberId: string
      readonly by: string
      readonly role: GivenRole
      readonly roleBefore: GivenRole
    }
  | { readonly kind: 'member removed'; readonly memberId: string; readonly by: string }
  | { readonly kind: 'ownership handed over'; readonly from: string; readonly to: string }

export type Recipient = { readonly memberId: string } | { readonly invitationId: string }

const personal: readonly Message['kind'][] = [
  'password changed',
  'password reset',
  'second factor on',
  'second factor off',
  'recovery codes made',
  'recovery code used',
]

export function isPersonal(message: Message): message is PersonalMessage {
  return personal.includes(message.kind)
}

/** About a person's own account, whatever the company. */
export type PersonalMessage =
  | { readonly kind: 'password changed' }
  | {
      readonly kind: 'password reset'
      /** What goes into the link, once. Null again when the mail was taken by a server or the link has expired. */
      readonly token: string | null
      readonly expiresAt: number
    }
  | { readonly kind: 'second factor on' }
  | { readonly kind: 'second factor off' }
  | { readonly kind: 'recovery codes made' }
  | { readonly kind: 'recovery code used'; readonly left: number }

/** Goes to this person alone. */
export interface NewPersonalMail {
  readonly memberId: string
  readonly message: PersonalMessage
  /** Names the occasion: they hear of it once. */
  readonly once: string
}

export interface NewMail {
  readonly companyId: string
  readonly message: Message
  /** Without it: every member of the company who manages billing. */
  readonly to?: readonly Recipient[]
  /** Names the occasion within the company: each member hears of the same one once, whoever reports it. */
  readonly once: string
}
