import type { Message, NewMail } from '../mail/message.ts'

/** One message to one member, or to an address that was invited, as it waits to be sent or was. */
export interface Mail {
  readonly id: string
  readonly companyId: string
  /** Null where it goes to the address of `invitationId`. */
  readonly memberId: string | null
  readonly invitationId: string | null
  readonly message: Message
  readonly createdAt: number
  /** How often it was claimed, this time included. */
  readonly tries: number
}

export interface Outbox {
  /** For what is reported by nothing else than the mail itself; other stores write theirs with what they save. */
  write(mails: readonly NewMail[], now: number): Promise<void>
  /** Those of which nobody in their company was told. */
  unwritten(mails: readonly NewMail[]): Promise<NewMail[]>
  /** Claims the mail that has waited longest, for as long as `lease` (ms) lasts; null when none is due. */
  claim(now: number, lease: number): Promise<Mail | null>
  /** It was taken by a server, or there is nobody to send it to. What it held of secrets is wiped. */
  done(id: string, now: number): Promise<void>
  /** `error`: a class or a code, and nothing of the mail. */
  failed(id: string, error: string, nextTryAt: number): Promise<void>
  /** Wipes the secrets of mail that nobody took in time. */
  wipe(now: number): Promise<void>
  /** Of all companies, sent or not, newest first: for the page that stands in for a mailbox. */
  newest(limit: number): Promise<Mail[]>
  byId(id: string): Promise<Mail | null>
}
