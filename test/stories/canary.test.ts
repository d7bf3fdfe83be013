// Every secret that there is goes through the program; then everything that it wrote is searched for them.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makePasswordLink } from '../../src/sign-in/password-link.ts'
import { paths } from '../../src/web/paths.ts'
import { cookieOf } from '../support/by-hand.ts'
import {
  mailPassword,
  misplaced,
  mistyped,
  password,
  planted,
  sessionSecret,
} from '../support/canary-secrets.ts'
import {
  addCards,
  askCardholder,
  enrolFactor,
  inviteSomebody,
  post,
  stumble,
} from '../support/canary-walk.ts'
import { startMailServer } from '../support/mail-server.ts'
import { leaks } from '../support/planted.ts'
import { recordingWire } from '../support/recording-wire.ts'
import { startDesk } from '../support/running-desk.ts'

/** The database as it lies there, with what it has written ahead. */
async function bytesIn(folder: string): Promise<string> {
  const files = await readdir(folder)
  expect(files).toEqual(expect.arrayContaining(['guichet.db', 'guichet.db-wal']))
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))).join('\n')
}

it('no card number, secret or password is in a log, in the database, on a page or in a mail, and no card number ever comes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-canary-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const mails = await startMailServer()
  const near = await startDesk({
    databaseUrl: `file:${join(folder, 'guichet.db')}`,
    patience: 50,
    environment: {
      SESSION_SECRET: sessionSecret,
      SMTP_URL: mails.url.replace('//', `//guichet:${mailPassword}@`),
      MAIL_FROM: 'billing@example.com',
    },
  })
  const wire = await recordingWire(near)
  const { desk } = wire
  const cookie = await cookieOf(desk)
  const setupSecret = await addCards(desk, cookie)
  const paymentSecret = await askCardholder(desk, cookie)
  const bob = (await desk.ports.store.members.byEmail('bob@atelier.example'))?.member.id ?? ''
  const token = await makePasswordLink(desk.ports.store.passwordLinks, bob, Date.now())
  const letters = () => mails.received.flatMap(({ text, html }) => [text, html])
  const invitationToken = await inviteSomebody(desk, cookie, letters)
  const factor = await enrolFactor(desk, cookie)
  await stumble(desk, token, cookie, { mistyped, misplaced })
  expect((await post(desk, paths.password(token), { password })).status).toBe(303)
  expect((await post(desk, paths.signIn, { email: 'bob@atelier.example', password })).status).toBe(303)
  await desk.settled()

  const secrets = planted({
    wire,
    mails,
    cookie,
    token,
    invitationToken,
    setupSecret,
    paymentSecret,
    ...factor,
  })
  expect(secrets.filter(({ value, passed }) => value.length < 8 || !passed).map(({ name }) => name)).toEqual(
    [],
  )
  const writings = {
    log: desk.logged.join('\n'),
    database: await bytesIn(folder),
    answers: wire.answered(),
    mail: mails.received.map(({ raw, text, html }) => [raw, text, html].join('\n')).join('\n'),
    requests: wire.asked(),
  }
  expect(writings.log).toMatch(/"stripe":/)
  for (const place of ['database', 'answers', 'mail'] as const) expect(writings[place]).toContain('4242')
  expect(leaks(secrets, writings)).toEqual([])
})

it('a secret is found as it is, and as it goes into addresses, forms, JSON and headers', () => {
  const value = 'a p@ss/word "of" ünusual make'
  const written = [
    value,
    encodeURIComponent(value),
    new URLSearchParams({ value }).toString(),
    JSON.stringify({ value }),
    Buffer.from(value).toString('base64'),
    Buffer.from(value).toString('hex'),
  ]
  const secret = { name: 'it', value, passed: true, belongs: ['mail' as const] }
  for (const text of written) {
    const writings = { log: '', database: `…${text}…`, answers: '', mail: text, requests: '' }
    expect(leaks([secret], writings)).toEqual(['it is in the database'])
  }
})
