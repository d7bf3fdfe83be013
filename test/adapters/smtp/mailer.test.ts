import { expect, it, onTestFinished } from 'vitest'
import { smtpMailer } from '../../../src/adapters/smtp/mailer.ts'
import { type AddressedLetter, type Mailer, MailNotTaken } from '../../../src/ports/mailer.ts'
import { type MailServer, startMailServer } from '../../support/mail-server.ts'

const letter: AddressedLetter = {
  id: '3f2a-1',
  to: { name: 'Éloïse Martin', address: 'eloise@example.com' },
  subject: 'Visa a été ajoutée – Atelier Lumière',
  html: '<p>Bonjour Éloïse</p>',
  text: 'Bonjour Éloïse,\n\n129,00 €',
}

function mailerTo({ url }: Pick<MailServer, 'url'>, patience = 5_000): Mailer {
  const mailer = smtpMailer({ server: new URL(url), from: 'Guichet <billing@example.com>' }, patience)
  onTestFinished(() => mailer.close())
  return mailer
}

async function refusal(sending: Promise<void>): Promise<MailNotTaken> {
  const error = await sending.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof MailNotTaken) return error
  throw new Error(`it was taken, or failed otherwise: ${error}`)
}

it('A letter arrives as it was written, in text and in HTML, with the same name each time', async () => {
  const server = await startMailServer()
  const mailer = mailerTo(server)
  await mailer.send(letter)
  await mailer.send(letter)
  expect(server.received).toHaveLength(2)
  for (const mail of server.received) {
    expect(mail).toMatchObject({
      envelope: ['eloise@example.com'],
      from: 'Guichet <billing@example.com>',
      to: 'Éloïse Martin <eloise@example.com>',
      subject: letter.subject,
      text: expect.stringContaining(letter.text),
      html: expect.stringContaining(letter.html),
      id: '<3f2a-1@example.com>',
    })
    expect(mail.headers).toContain('Auto-Submitted: auto-generated')
  }
})

it('No line break in a subject or a name makes a header', async () => {
  const server = await startMailServer()
  const breaking = 'A\r\nBcc: thief@example.com\r\n\r\nB'
  await mailerTo(server).send({ ...letter, subject: breaking, to: { ...letter.to, name: breaking } })
  const [mail] = server.received
  expect(mail?.envelope).toEqual(['eloise@example.com'])
  expect(mail?.headers.filter((line) => /^bcc/i.test(line))).toEqual([])
})

it.each([
  ['busy', 'EENVELOPE 451'],
  ['refusing', 'EENVELOPE 550'],
] as const)('A server that is %s is told as a code, which quotes nobody', async (manner, code) => {
  const server = await startMailServer()
  server.behave(manner)
  const error = await refusal(mailerTo(server).send(letter))
  expect(error.code).toBe(code)
  expect(error.message).not.toContain('eloise')
})

it('A server that is away is told so, and serves once it is back', async () => {
  const server = await startMailServer()
  const mailer = mailerTo(server)
  await server.goAway()
  expect((await refusal(mailer.send(letter))).code).toMatch(/ECONN|ESOCKET/)
  await server.comeBack()
  await mailer.send(letter)
  expect(server.received).toHaveLength(1)
})

it('A server that is silent is given up', async () => {
  const server = await startMailServer()
  server.behave('silent')
  expect((await refusal(mailerTo(server, 100).send(letter))).code).toBe('ETIMEDOUT')
})

it('What is under way when the mailer closes is given up at once', async () => {
  const server = await startMailServer()
  server.behave('silent')
  const mailer = mailerTo(server, 60_000)
  const sending = refusal(mailer.send(letter))
  mailer.close()
  expect((await sending).name).toBe('MailNotTaken')
})

it('A password is not said to a server elsewhere that does not encrypt', async () => {
  const server = await startMailServer()
  // The same machine, by a name that we do not take for it.
  const url = `smtp://user:planted-secret@0.0.0.0:${new URL(server.url).port}`
  const error = await refusal(mailerTo({ url }).send(letter))
  expect(error.code).toContain('ETLS')
  expect(server.heard.filter((line) => line.startsWith('AUTH'))).toEqual([])
  expect(server.received).toEqual([])
})
