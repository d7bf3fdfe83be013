import { expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { paths } from '../../src/web/paths.ts'
import { startMailServer } from '../support/mail-server.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { companyNamed, rowsOf, textOf } from '../support/story.ts'

const letters = (html: string): string[] =>
  [...html.matchAll(/href="(\/sandbox\/mail\/[\w-]+)"/g)].map(([, href = '']) => href)

async function changeDefault(desk: Desk): Promise<void> {
  const alice = await desk.signedIn('alice')
  const [, second] = rowsOf((await alice.get(paths.paymentMethods)).text)
  await alice.post(paths.default(second?.id ?? ''))
  await desk.settled()
}

it('in the sandbox every page leads to the mail, newest first, in text and in HTML', async () => {
  const desk = await startDesk()
  await changeDefault(desk)
  const visitor = desk.visitor()
  expect((await visitor.get(paths.signIn)).text).toContain(`<a href="${paths.sandboxMail}">Mail</a>`)
  const list = (await visitor.get(paths.sandboxMail)).text
  expect(letters(list)).toHaveLength(6)
  expect(textOf(list)).toMatch(
    /Mail What Guichet wrote .* Mastercard ending in 4444 is now your default card/,
  )
  const page = await visitor.get(letters(list)[0] ?? '')
  expect(textOf(page.text)).toContain('Before, it was Visa ending in 4242.')
  expect(textOf(page.text)).toContain(desk.url + paths.paymentMethods)
  expect(page.headers['content-security-policy']).toContain("frame-src 'self'")
  const framed = /<iframe src="([^"]+)"[^>]* sandbox="([^"]*)"/.exec(page.text)
  expect(framed?.[2]).toBe('allow-popups allow-popups-to-escape-sandbox')
  const letter = await visitor.get(framed?.[1] ?? '')
  expect(letter.text).toMatch(/^<!doctype html>\s*<html lang="en">/)
})

it('a letter may load nothing, run nothing and send nothing, and stands in no frame but ours', async () => {
  const desk = await startDesk()
  const list = (await desk.visitor().get(paths.sandboxMail)).text
  const letter = await desk.visitor().get(`${letters(list)[0]}/letter`)
  expect((letter.headers['content-security-policy'] ?? '').split(';')).toEqual([
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ])
})

it('names are shown as they are written, and are no markup', async () => {
  const desk = await startDesk()
  const evil = '<img src=x onerror=alert(1)>'
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  await desk.database.run('update companies set name = $2 where id = $1', [id, evil])
  const visitor = desk.visitor()
  const list = (await visitor.get(paths.sandboxMail)).text
  const [first = ''] = letters(list)
  for (const address of [paths.sandboxMail, first, `${first}/letter`]) {
    const { text } = await visitor.get(address)
    expect(text).toContain('&lt;img')
    expect(text).not.toContain('<img')
  }
})

it.each(['unknown', '00000000-0000-4000-8000-000000000000', '%00', 'unknown/letter'])(
  'there is no letter %s',
  async (id) => {
    const desk = await startDesk()
    expect((await desk.visitor().get(`${paths.sandboxMail}/${id}`)).status).toBe(404)
  },
)

it('whoever has left the company since is shown no more', async () => {
  const desk = await startDesk()
  const list = (await desk.visitor().get(paths.sandboxMail)).text
  await desk.database.run("update memberships set role = 'developer' where role = 'billing'")
  const after = (await desk.visitor().get(paths.sandboxMail)).text
  expect([letters(list).length, letters(after).length]).toEqual([4, 2])
  const gone = letters(list).find((href) => !letters(after).includes(href))
  expect((await desk.visitor().get(gone ?? '')).status).toBe(404)
})

const keys = {
  STRIPE_SECRET_KEY: 'sk_test_sandbox',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_sandbox',
  STRIPE_WEBHOOK_SECRET: 'whsec_12345678',
  SESSION_SECRET: 'a session secret of more than thirty-two characters',
}

it.each([
  ['http://localhost:3000', false, 200],
  ['http://127.0.0.1:3000', false, 200],
  ['http://[::1]:3000', false, 200],
  ['https://billing.example.com', false, 404],
  ['http://localhost:3000', true, 404],
])('with Stripe’s keys at %s, and a mail server %s, it answers %s', async (address, sends, status) => {
  const mail = sends ? { SMTP_URL: (await startMailServer()).url, MAIL_FROM: 'a@b.example' } : {}
  const environment = { ...keys, ...mail, PUBLIC_URL: address }
  expect(readConfig(environment)).toHaveProperty('config')
  const desk = await startDesk({ environment })
  expect((await desk.visitor().get(paths.sandboxMail)).status).toBe(status)
})
