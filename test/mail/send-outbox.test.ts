import { describe, expect, it } from 'vitest'
import type { NewMail } from '../../src/mail/message.ts'
import { sendOneMail, type WriteLetter } from '../../src/mail/send-outbox.ts'
import { type AddressedLetter, type Mailer, MailNotTaken } from '../../src/ports/mailer.ts'
import { hour, noon, second } from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'

class MailerFake implements Mailer {
  readonly taken: AddressedLetter[] = []
  readonly tried: string[] = []
  /** Addresses that are refused, for now. */
  readonly refused = new Set<string>()

  async send(letter: AddressedLetter): Promise<void> {
    this.tried.push(letter.to.address)
    if (this.refused.has(letter.to.address)) throw new MailNotTaken('EENVELOPE 451')
    this.taken.push(letter)
  }

  close(): void {}
}

const write: WriteLetter = (message, { company, name }) => ({
  subject: `${message.kind} at ${company}`,
  html: `<p>${name}</p>`,
  text: `${name}`,
})

const news: NewMail = {
  companyId: 'atelier',
  message: { kind: 'default changed', card: { brand: 'visa', last4: '4242' }, before: null },
  once: 'wallet/v2',
}

atDesk('The outbox', (fresh) => {
  async function opened(...mails: NewMail[]): Promise<{ desk: Desk; mailer: MailerFake; errors: unknown[] }> {
    const desk = await fresh()
    await desk.store.outbox.write(mails.length > 0 ? mails : [news], noon)
    return { desk, mailer: new MailerFake(), errors: [] }
  }

  async function sendAll({ desk, mailer, errors }: Awaited<ReturnType<typeof opened>>): Promise<void> {
    while (await sendOneMail(desk, mailer, write, (_mail, error) => errors.push(error)));
  }

  it('is sent, each mail to its reader, once', async () => {
    const post = await opened()
    await sendAll(post)
    await sendAll(post)
    expect(post.mailer.taken.map(({ to, subject }) => [to.address, subject]).sort()).toEqual([
      ['alice@example.com', 'default changed at Atelier Lumière'],
      ['bob@example.com', 'default changed at Atelier Lumière'],
    ])
    expect(new Set(post.mailer.taken.map(({ id }) => id)).size).toBe(2)
  })

  it('waits for a server that refuses, later each time up to an hour, for ever, and loses nothing', async () => {
    const post = await opened({ ...news, companyId: 'brasserie' })
    post.mailer.refused.add('charlie@example.com')
    const gaps: number[] = []
    for (let tries = 0; tries < 13; tries++) {
      const since = post.desk.clock.now()
      while (post.mailer.tried.length === tries) {
        await sendAll(post)
        if (post.mailer.tried.length === tries) post.desk.clock.pass(5 * second)
      }
      gaps.push((post.desk.clock.now() - since) / second)
    }
    expect(gaps).toEqual([0, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600])
    expect(post.errors).toHaveLength(13)
    post.mailer.refused.clear()
    post.desk.clock.pass(hour)
    await sendAll(post)
    expect(post.mailer.taken).toHaveLength(1)
  })

  it('keeps the name of a mail over every try', async () => {
    const post = await opened({ ...news, companyId: 'brasserie' })
    const [mail] = await post.desk.store.outbox.newest(1)
    post.mailer.refused.add('charlie@example.com')
    await sendAll(post)
    post.mailer.refused.clear()
    post.desk.clock.pass(hour)
    await sendAll(post)
    expect(post.mailer.taken[0]?.id).toBe(mail?.id)
  })

  it('goes on to the others where one is refused', async () => {
    const post = await opened(news, { ...news, once: 'wallet/v3' }, { ...news, companyId: 'brasserie' })
    post.mailer.refused.add('alice@example.com')
    await sendAll(post)
    expect(post.mailer.taken.map(({ to }) => to.address).sort()).toEqual([
      'bob@example.com',
      'bob@example.com',
      'charlie@example.com',
    ])
  })

  it('tells what failed as a code, and keeps no more of it', async () => {
    const post = await opened({ ...news, companyId: 'brasserie' })
    post.mailer.refused.add('charlie@example.com')
    await sendAll(post)
    expect(post.errors).toEqual([new MailNotTaken('EENVELOPE 451')])
  })
})

describe('A reader', () => {
  atDesk('who has left', (fresh) => {
    it('gets nothing, and the mail is done with', async () => {
      const desk = await fresh()
      const mailer = new MailerFake()
      await desk.store.outbox.write([news], noon)
      const members = { ...desk.store.members, actor: async () => null }
      const ports = { store: { ...desk.store, members }, clock: desk.clock }
      while (await sendOneMail(ports, mailer, write, () => {}));
      expect(mailer.tried).toEqual([])
      desk.clock.pass(hour)
      expect(await desk.store.outbox.claim(desk.clock.now(), hour)).toBeNull()
    })
  })

  atDesk('who manages billing no more, or works for another company by now', (fresh) => {
    it.each([
      ['developer', 'atelier'],
      ['owner', 'brasserie'],
    ] as const)('gets nothing: %s at %s', async (role, companyId) => {
      const desk = await fresh()
      const mailer = new MailerFake()
      await desk.store.outbox.write([news], noon)
      const members: Desk['store']['members'] = {
        ...desk.store.members,
        async actor(memberId, company) {
          const actor = await desk.store.members.actor(memberId, company)
          return actor && { ...actor, role, company: { ...actor.company, id: companyId } }
        },
      }
      while (
        await sendOneMail({ store: { ...desk.store, members }, clock: desk.clock }, mailer, write, () => {})
      );
      expect(mailer.tried).toEqual([])
    })
  })
})
