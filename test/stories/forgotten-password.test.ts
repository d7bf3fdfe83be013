import { expect, it, vi } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { codeAt, enrol } from '../support/authenticator.ts'
import { startMailServer } from '../support/mail-server.ts'
import { openMailStage, sendingTo } from '../support/mail-stage.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { bannerOf, companyNamed, movableClock, textOf } from '../support/story.ts'

const email = 'alice@atelier.example'
const password = 'ocean ladder violin seven'
const hour = 60 * 60_000

/** The mails that a desk without a mail server holds for her, newest first. */
async function lettersIn(desk: Desk, subject: string): Promise<string[]> {
  const list = (await desk.visitor().get(paths.sandboxMail)).text
  const rows = list.matchAll(/<a href="(\/sandbox\/mail\/[\w-]+)"[^>]*>([^<]+)<\/a>/g)
  return [...rows].filter(([, , name = '']) => name.includes(subject)).map(([, href = '']) => href)
}

async function linkIn(desk: Desk): Promise<string> {
  const [first] = await vi.waitFor(async () => {
    const found = await lettersIn(desk, 'Set a new password')
    expect(found.length).toBeGreaterThan(0)
    return found
  })
  const letter = (await desk.visitor().get(first ?? '')).text
  return /\/sign-in\/password\/[\w-]+/.exec(letter)?.[0] ?? ''
}

it.each([
  [
    'en',
    'Forgotten password?',
    'If there is an account with this address, a mail with a link is on its way.',
    'Your password was changed',
  ],
  [
    'fr',
    'Mot de passe oublié\u202f?',
    'S’il existe un compte avec cette adresse, un message avec un lien est en route.',
    'Votre mot de passe a été changé',
  ],
] as const)('in %s the sign-in page leads to a new password', async (language, link, said, subject) => {
  const desk = await startDesk()
  const elsewhere = await desk.signedIn('alice')
  const visitor = desk.visitor(language)
  const page = (await visitor.get(paths.signIn)).text
  expect(page).toContain(`<a class="beside" href="${paths.forgotten}">${link}</a>`)
  expect((await visitor.get(paths.forgotten)).text).toMatch(/type="email" value="" autocomplete="username"/)
  const asked = await visitor.post(paths.forgotten, { email: ` ${email.toUpperCase()} ` })
  expect([asked.status, asked.headers.location]).toEqual([303, paths.signIn])
  expect(bannerOf((await visitor.get(paths.signIn)).text)).toContain(said)

  const address = await linkIn(desk)
  expect((await visitor.post(address, { password })).headers.location).toBe(paths.signIn)
  expect((await elsewhere.get(paths.paymentMethods)).status).toBe(303)
  expect((await desk.visitor().post(paths.signIn, { email, password: trialPassword })).status).toBe(422)
  expect((await visitor.post(paths.signIn, { email, password })).status).toBe(303)
  expect((await desk.visitor().get(address)).status).toBe(404)
  expect(await lettersIn(desk, subject)).toHaveLength(1)
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  const actions = (await desk.ports.store.activity.list(id, 100)).map(({ action }) => action)
  expect(actions).toEqual(expect.arrayContaining(['password reset asked', 'password set']))
})

it('an address that nobody has is answered as one that somebody has, to the byte, and gets no mail', async () => {
  const desk = await startDesk()
  const ask = async (address: string) => {
    const visitor = desk.visitor()
    const answer = await visitor.post(paths.forgotten, { email: address })
    const { date: _, 'set-cookie': cookie, ...headers } = answer.headers
    const next = (await visitor.get(paths.signIn)).text
    return { status: answer.status, text: answer.text, headers, cookies: cookie?.length, next }
  }
  expect(await ask('nobody@atelier.example')).toEqual(await ask(email))
  await linkIn(desk)
  const members = await desk.database.all('select member_id from password_links')
  expect(members).toHaveLength(1)
})

it('who enters no address is told so, and the typed one stays', async () => {
  const desk = await startDesk()
  const answer = await desk.visitor('fr').post(paths.forgotten, { email: 'alice' })
  expect([answer.status, answer.text.includes('value="alice"')]).toEqual([422, true])
  expect(answer.text).toContain('<a href="#email">Saisissez votre adresse e-mail')
})

it('three an hour for one address of mail, ten for one of the network, whoever has it', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const ask = async (address: string) =>
    (await desk.visitor().post(paths.forgotten, { email: address })).status
  for (const address of [email, 'nobody@atelier.example']) {
    const statuses = [await ask(address), await ask(address), await ask(address), await ask(address)]
    expect([address, statuses]).toEqual([address, [303, 303, 303, 429]])
  }
  const wait = await desk.visitor('fr').post(paths.forgotten, { email })
  expect(Number(wait.headers['retry-after'])).toBeGreaterThan(0)
  expect(textOf(wait.text)).toMatch(/Trop d’essais\. Réessayez dans (60 minutes|1 heure)/)
  const others = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@elsewhere.example`)
  const statuses: number[] = []
  for (const other of others) statuses.push(await ask(other))
  expect(statuses).toEqual([303, 303, 303, 303, 429])
  clock.pass(hour)
  expect(await ask(email)).toBe(303)
})

it('the link is good for an hour', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  await desk.visitor().post(paths.forgotten, { email })
  const address = await linkIn(desk)
  clock.pass(hour - 10_000)
  expect((await desk.visitor().get(address)).status).toBe(200)
  clock.pass(10_000)
  expect((await desk.visitor().get(address)).status).toBe(404)
  // Wiped within a minute: the last time that was seen to may have been just before.
  clock.pass(60_000)
  await desk.settled()
  const kept = JSON.stringify(await desk.database.all('select facts from outbox'))
  expect(kept).not.toContain(address.slice(paths.password('').length))
})

it('the second factor stays on', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const { key } = await enrol(await desk.signedIn('alice'), clock.now())
  await desk.visitor().post(paths.forgotten, { email })
  await desk.visitor().post(await linkIn(desk), { password })
  clock.pass(30_000)
  const visitor = desk.visitor()
  expect((await visitor.post(paths.signIn, { email, password })).headers.location).toBe(paths.signInCode)
  const code = codeAt(key, clock.now())
  expect((await visitor.post(paths.signInCode, { kind: 'digits', code })).status).toBe(303)
})

it('the mail goes to its person alone, a developer too, in their language, and leaves no link behind', async () => {
  const { desk, server, news } = await openMailStage()
  await desk.database.run("update members set language = 'fr' where email = 'dan@atelier.example'")
  await desk.visitor().post(paths.forgotten, { email: 'dan@atelier.example' })
  await vi.waitFor(async () =>
    expect(await news()).toEqual(['dan@atelier.example: Choisissez un nouveau mot de passe – Guichet']),
  )
  const mail = server.received.at(-1)
  const link = /\/sign-in\/password\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
  expect(mail?.html).toContain(desk.url + link)
  expect(mail?.text).toContain('Bonjour Dan Moreau,')
  expect(mail?.text).toContain('Ce lien est valable une heure, une seule fois.')
  const kept = JSON.stringify(await desk.database.all('select * from outbox'))
  expect(kept).not.toContain(link.slice(paths.password('').length))
  expect((await desk.visitor().get(link)).status).toBe(200)
})

it('a mail that could not be sent in time is not sent: its link has expired', async () => {
  const clock = movableClock()
  const server = await startMailServer()
  const desk = await startDesk({ clock, ...sendingTo(server) })
  await desk.settled()
  server.behave('refusing')
  const before = server.received.length
  await desk.visitor().post(paths.forgotten, { email })
  await vi.waitFor(async () =>
    expect(await desk.database.all("select 1 from outbox where kind = 'password reset'")).toHaveLength(1),
  )
  await desk.settled()
  server.behave('taking')
  clock.pass(2 * hour)
  await desk.settled()
  const late = server.received.slice(before).filter(({ subject }) => subject.includes('Set a new password'))
  expect(late).toEqual([])
  const [row] = await desk.database.all<{ sent_at: number | null; facts: string }>(
    "select sent_at, facts from outbox where kind = 'password reset'",
  )
  expect([typeof row?.sent_at, row?.facts.includes('"token":null')]).toEqual(['number', true])
})
