// What our own database does for people's right to take their data along and to have it gone.

import type { Language } from '../company/company.ts'
import type { Hindrance, Standing } from '../privacy/hindrance.ts'

/** One part of what is kept of a company, its rows read bit by bit: a long log is never in memory as a whole. */
export interface ExportedPart {
  readonly name: string
  readonly rows: AsyncIterable<Readonly<Record<string, unknown>>>
}

/** Who asks, and from where. */
export interface Asker {
  readonly companyId: string
  readonly memberId: string
  readonly address: string | null
}

export interface FormerMember {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language | null
}

export interface Erasing {
  readonly companyId: string
  /** Null where it never was a customer of Stripe's, or is none any more. */
  readonly stripeCustomerId: string | null
  /** How often it was taken up, this time included. */
  readonly tries: number
}

export interface Privacy {
  /** In the order in which they are written out; see docs/export.md. */
  parts(companyId: string): readonly ExportedPart[]

  /** In each of their companies. */
  standing(memberId: string): Promise<readonly Standing[]>
  /** Those whom this company's records name and who belong to no company any more. */
  formerMembers(companyId: string): Promise<readonly FormerMember[]>
  /**
   * A member of `asker.companyId` who erases themselves, or one who has left it. All or nothing: 'missing' where they
   * are neither, or are erased already.
   */
  eraseMember(memberId: string, asker: Asker, now: number): Promise<'erased' | Hindrance | 'missing'>

  /**
   * From here on nothing is charged and no mail is sent for this company, its cards are leaving, and whoever called is
   * at it until `leaseUntil`. Refused, and nothing changed, while money is under way: 'in flight' where the outcome of
   * an attempt is not known, 'collecting' where an invoice is being seen to at this moment. 'gone': it is erased.
   */
  beginErasure(
    asker: Asker,
    now: number,
    leaseUntil: number,
  ): Promise<Erasing | 'in flight' | 'collecting' | 'gone'>
  /** Takes up one erasure that was interrupted; null when none is due. */
  takeUpErasure(now: number, leaseUntil: number): Promise<Erasing | null>
  postponeErasure(companyId: string, nextTryAt: number): Promise<void>
  /** Once Stripe has let go of every card: names, addresses and texts go, ids and amounts of money stay. */
  finishErasure(companyId: string, now: number): Promise<void>
  isErasing(companyId: string): Promise<boolean>

  /**
   * Deletes mails sent, events done and links expired before these times, `most` of each at a time; resolves to how many
   * went. The newest event stays: it says how far Stripe was heard.
   */
  prune(
    before: { readonly mails: number; readonly events: number; readonly links: number },
    most: number,
  ): Promise<number>
}
