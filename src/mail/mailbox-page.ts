// The outbox as a mailbox, for those who try Guichet without a mail server.

import type { Language } from '../company/company.ts'
import type { Letter } from '../ports/mailer.ts'
import type { Mail } from '../ports/outbox.ts'
import { paths } from '../web/paths.ts'
import type { DeliveryView, MailboxView } from '../web/views.ts'
import { formatMoment } from '../words/format.ts'
import type { Addressee } from './addressee.ts'
import { oneLine } from './one-line.ts'

export interface Delivery extends Letter {
  readonly id: string
  /** In which it is written: its reader’s, whoever looks at it here. */
  readonly language: Language
  readonly to: string
  readonly at: number
}

export function deliveryOf(
  { id, createdAt }: Mail,
  { name, address, language }: Addressee,
  letter: Letter,
): Delivery {
  const to = oneLine(name === null ? address : `${name} <${address}>`)
  return { ...letter, id, language, to, at: createdAt }
}

export function mailboxView(language: Language, deliveries: readonly Delivery[]): MailboxView {
  const rows = deliveries.map(({ id, subject, to, at, ...delivery }) => ({
    href: paths.sandboxDelivery(id),
    subject,
    language: delivery.language,
    to,
    ...timeOf(language, at),
  }))
  return { rows }
}

export function deliveryView(
  language: Language,
  { id, subject, to, text, at, ...delivery }: Delivery,
): DeliveryView {
  return {
    subject,
    language: delivery.language,
    to,
    text,
    ...timeOf(language, at),
    htmlHref: paths.sandboxLetter(id),
    backHref: paths.sandboxMail,
  }
}

function timeOf(language: Language, at: number): { time: string; iso: string } {
  return { time: formatMoment(language, at), iso: new Date(at).toISOString() }
}
