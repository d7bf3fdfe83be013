// An entry of the activity log: who did what, when, from where, and with what result. Facts name people by their id
// alone: whoever is erased has no name in it.

import type { Actor, Role } from '../company/company.ts'
import type { CardNamed, InvoiceNamed } from '../mail/message.ts'

export type Action =
  | 'signed in'
  | 'sign-in failed'
  | 'signed out'
  | 'company entered'
  | 'session ended'
  | 'password changed'
  | 'password set'
  | 'password reset asked'
  | 'profile changed'
  | 'second factor on'
  | 'second factor off'
  | 'recovery codes made'
  | 'recovery code used'
  | 'password confirmed'
  | 'member invited'
  | 'invitation withdrawn'
  | 'member joined'
  | 'role changed'
  | 'ownership handed over'
  | 'member removed'
  | 'card added'
  | 'card removed'
  | 'default changed'
  | 'order changed'
  | 'backup agreed'
  | 'charged'
  | 'invoice paid'
  | 'billing details changed'
  | 'second factor required'
  | 'second factor not required'
  | 'data exported'
  | 'log exported'
  | 'member erased'
  | 'company erased'

/** Whatever of these there is to say. */
export interface Facts {
  readonly card?: CardNamed
  readonly cardBefore?: CardNamed
  readonly invoice?: InvoiceNamed
  /** Whom it was done to, where that is another than who did it. */
  readonly memberId?: string
  readonly invitationId?: string
  readonly role?: Role
  readonly roleBefore?: Role
  /** Its new place among the backups. */
  readonly place?: number
  /** The default once it was done. */
  readonly defaultNow?: CardNamed
  /** Why it was refused: a code of ours or of Stripe's, never what was typed. */
  readonly why?: string
  /** Where it was neither a person nor the program: it came to pass at Stripe. */
  readonly by?: 'stripe'
}

export type Result = 'done' | 'refused' | 'unanswered'

/** Who did it, and from where. */
export interface By {
  /** Null: the program itself, or Stripe. */
  readonly memberId: string | null
  /** The network address that the request came from; null where none did. */
  readonly address: string | null
}

/** The program itself. */
export const byGuichet: By = { memberId: null, address: null }

export function byActor({ member, address }: Pick<Actor, 'member' | 'address'>): By {
  return { memberId: member.id, address }
}

export interface NewEntry extends By {
  readonly companyId: string
  readonly action: Action
  readonly facts: Facts
  readonly result: Result
  /** Names the occasion within the company: it is entered once, whoever reports it, and however often. */
  readonly once?: string
}

export interface Entry extends Omit<NewEntry, 'once'> {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
}
