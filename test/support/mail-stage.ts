// A desk whose mail goes to a server of the test's own.
import { paths } from '../../src/web/paths.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { type Desk, type DeskOptions, startDesk } from './running-desk.ts'
import { rowsOf } from './story.ts'

export const mailFrom = 'Guichet <billing@example.com>'

export interface MailStage {
  readonly server: MailServer
  readonly desk: Desk
  /** What came since it was last asked: `address: subject`, sorted. */
  news(): Promise<string[]>
}

export function sendingTo(server: MailServer): DeskOptions {
  return { environment: { SMTP_URL: server.url, MAIL_FROM: mailFrom } }
}

/** Bob reads French; what the beginning brought has been read. */
export async function openMailStage(options: DeskOptions = {}): Promise<MailStage> {
  const server = await startMailServer()
  const desk = await startDesk({ ...sendingTo(server), ...options })
  await desk.database.run("update members set language = 'fr' where email = 'bob@atelier.example'")
  let read = 0
  const news = async (): Promise<string[]> => {
    await desk.settled()
    const mails = server.received.slice(read)
    read = server.received.length
    return mails.flatMap((mail) => mail.envelope.map((address) => `${address}: ${mail.subject}`)).sort()
  }
  await news()
  return { server, desk, news }
}

/** The ids of Atelier Lumière’s cards, in the order of its list. */
export async function idsOn(desk: Desk): Promise<string[]> {
  const alice = await desk.signedIn('alice')
  return rowsOf((await alice.get(paths.paymentMethods)).text).map(({ id }) => id)
}
