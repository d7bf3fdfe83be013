// Messages as letters, in HTML and in text: for the mailer, and for the page that shows the outbox.

import type { Addressee } from '../mail/addressee.ts'
import { letterView, type Reader, type Sender, subjectOf } from '../mail/letter-page.ts'
import type { Message } from '../mail/message.ts'
import type { WriteLetter } from '../mail/send-outbox.ts'
import type { InvitationTokens } from '../members/invitation-tokens.ts'
import { paths } from './paths.ts'
import type { Render } from './render.ts'

/** `sender` is asked for each letter: in the sandbox our origin is known only once we listen. */
export function letterWriter(render: Render, sender: () => Sender, tokens: InvitationTokens): WriteLetter {
  return (message, addressee) => {
    const reader = readerOf(message, addressee, tokens)
    const letter = letterView(message, reader, sender())
    return {
      subject: subjectOf(reader, letter),
      html: render.fragment(reader.language, 'mail/letter', { letter }),
      text: render.fragment(reader.language, 'mail/letter-text', { letter }),
    }
  }
}

function readerOf(message: Message, addressee: Addressee, tokens: InvitationTokens): Reader {
  const { invitation } = addressee
  if (message.kind !== 'invited' || !invitation) return { ...addressee, acceptance: null }
  // By the round that the letter is of: a later one has another link.
  const token = tokens.of({ ...invitation, round: message.round })
  return { ...addressee, acceptance: paths.acceptance(token) }
}
