// The port to whoever carries our mail.

export interface Letter {
  /** One line. */
  readonly subject: string
  readonly html: string
  readonly text: string
}

export interface AddressedLetter extends Letter {
  /** The same for every try: whoever gets the letter twice can tell. Letters, digits and hyphens. */
  readonly id: string
  readonly to: { readonly name: string; readonly address: string }
}

/** It was not taken: refused, for now or for good, or nobody answered. It may be sent again. */
export class MailNotTaken extends Error {
  override readonly name = 'MailNotTaken'
  /** What went wrong, without a word of the server's or of the letter: ECONNREFUSED, or EENVELOPE 550. */
  readonly code: string

  constructor(code: string, cause?: unknown) {
    super(`The mail was not taken: ${code}.`, { cause })
    this.code = code
  }
}

export interface Mailer {
  /** Resolves once a server has taken it; otherwise throws MailNotTaken. */
  send(letter: AddressedLetter): Promise<void>
  /** What is under way is given up. */
  close(): void
}
