// What was sent, as those see it who try Guichet out: the mailbox, a mail, and the letter in it.

import { messages } from '../../../src/gallery/letters.ts'
import { paths } from '../../../src/web/paths.ts'
import type { MembersPage } from './page-state.ts'
import type { Guest, Stage } from './stage.ts'

/** The id of a mail to this guest. */
async function mailed({ companyId }: Guest, { desk }: Stage): Promise<string> {
  const { outbox } = desk.ports.store
  const message = messages['payment failed']
  if (!message) throw new Error('the gallery has no such letter')
  await outbox.write([{ companyId, message, once: 'invoice/in_1/failed' }], Date.now())
  return (await outbox.newest(100)).find((mail) => mail.companyId === companyId)?.id ?? ''
}

export const letterStates: Readonly<Record<string, MembersPage>> = {
  'the mailbox': {
    async go(guest, stage) {
      await mailed(guest, stage)
      await guest.page.goto(paths.sandboxMail)
    },
  },
  'a mail': {
    go: async (guest, stage) => guest.page.goto(paths.sandboxDelivery(await mailed(guest, stage))),
  },
  'a letter': {
    kind: 'letter',
    async go(guest, stage) {
      const { language } = guest
      await stage.desk.database.run('update members set language = $2 where email = $1', [
        guest.email,
        language,
      ])
      await guest.page.goto(paths.sandboxLetter(await mailed(guest, stage)))
    },
  },
}
