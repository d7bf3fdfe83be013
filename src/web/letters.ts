// Messages as letters, in HTML and in text: for the mailer, and for the page that shows the outbox.

import { letterView, readerOf, subjectOf } from '../mail/letter-page.ts'
import type { WriteLetter } from '../mail/send-outbox.ts'
import type { Render } from './render.ts'

/** `origin` is asked for each letter: in the sandbox it is known only once we listen. */
export function letterWriter(render: Render, origin: () => string): WriteLetter {
  return (message, actor) => {
    const reader = readerOf(actor)
    const letter = letterView(message, reader, origin())
    return {
      subject: subjectOf(reader, letter),
      html: render.fragment(reader.language, 'mail/letter', { letter }),
      text: render.fragment(reader.language, 'mail/letter-text', { letter }),
    }
  }
}
