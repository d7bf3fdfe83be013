// Mail leaves the outbox: claimed, put into its reader's words, handed to a server. What was not taken waits and is
// tried again for ever, later each time, up to an hour. It may arrive twice; it is never lost.

import { type Letter, type Mailer, MailNotTaken } from '../ports/mailer.ts'
import type { Mail } from '../ports/outbox.ts'
import type { Ports } from '../ports/ports.ts'
import { type Addressee, addresseeOf, isWorthSending } from './addressee.ts'
import type { Message } from './message.ts'

/** A message in the words of the one who reads it. */
export type WriteLetter = (message: Message, reader: Addressee) => Letter

// Longer than the mailer is patient: whoever claimed it has died meanwhile.
const lease = 5 * 60_000
const firstPause = 5_000
const longestPause = 60 * 60_000

/** True when there was a mail to send, and there may be more. */
export async function sendOneMail(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  mailer: Mailer,
  write: WriteLetter,
  report: (mail: Mail, error: unknown) => void,
): Promise<boolean> {
  const mail = await store.outbox.claim(clock.now(), lease)
  if (!mail) return false
  try {
    const reader = await addresseeOf(store, mail)
    if (reader && isWorthSending(mail, reader, clock.now()))
      await mailer.send({ ...write(mail.message, reader), ...addressed(mail, reader) })
    await store.outbox.done(mail.id, clock.now())
  } catch (error) {
    report(mail, error)
    const pause = Math.min(firstPause * 2 ** Math.min(mail.tries - 1, 20), longestPause)
    await store.outbox.failed(mail.id, codeOf(error), clock.now() + pause)
  }
  return true
}

function addressed({ id }: Mail, { name, address }: Addressee) {
  return { id, to: { name: name ?? '', address } }
}

function codeOf(error: unknown): string {
  if (error instanceof MailNotTaken) return error.code
  return error instanceof Error ? error.name : 'unknown'
}
