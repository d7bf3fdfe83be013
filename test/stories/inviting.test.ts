import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, send } from '../support/by-hand.ts'
import { erinsAddress, idOf, invited, newestLink, peopleOn } from '../support/invitations.ts'
import { openMailStage } from '../support/mail-stage.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { bannerOf, companyNamed, movableClock, textOf } from '../support/story.ts'

const email = erinsAddress
const form = { email, role: 'billing' }

async function invitationsOf(desk: Desk, company = 'Atelier Lumière') {
  return desk.ports.store.invitations.pending((await companyNamed(desk, company)).id)
}

it('Alice invites Erin, who stands among the invitations until she accepts, and it is on record', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  expect((await alice.get(paths.users)).text).toContain(
    `<a class="button primary" href="${paths.invitations}">`,
  )
  const page = (await alice.get(paths.invitations)).text
  expect(page).toContain('<h1>Invite somebody</h1>')
  expect(page).not.toContain(' checked')
  const answer = await alice.post(paths.invitations, { email: ' Erin@Elsewhere.example ', role: 'billing' })
  expect([answer.status, answer.headers.location]).toEqual([303, paths.users])
  const users = (await alice.get(paths.users)).text
  expect(bannerOf(users)).toBe(`${email} is invited.`)
  expect(peopleOn(users).at(-1)?.text).toMatch(
    /^erin@elsewhere\.example Billing Invited by Alice Martin, valid until \d+ \w+ \d{4}, \d\d:\d\d UTC$/,
  )
  const [invitation] = await invitationsOf(desk)
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  expect((await desk.ports.store.activity.list(id, 1))[0]).toMatchObject({
    action: 'member invited',
    facts: { invitationId: invitation?.id, role: 'billing' },
    result: 'done',
  })
})

it('the letter is in the language of who invites, in HTML and in text, with company, person, role and hours', async () => {
  const { desk, server, news } = await openMailStage()
  await (await desk.signedIn('alice', 'fr')).post(paths.invitations, form)
  await (await desk.signedIn('charlie', 'en')).post(paths.invitations, { ...form, role: 'developer' })
  expect(await news()).toEqual([
    'erin@elsewhere.example: Alice Martin vous invite – Atelier Lumière',
    'erin@elsewhere.example: Charlie Dubois invites you – Brasserie du Port',
  ])
  const [french, english] = server.received.slice(-2).sort((one) => (one.subject.includes('vous') ? -1 : 1))
  expect(french?.to).toBe(email)
  for (const body of [french?.html ?? '', french?.text ?? '']) {
    expect(textOf(body)).toContain('Alice Martin vous invite à rejoindre l’entreprise Atelier Lumière')
    expect(textOf(body)).toContain('Votre rôle\u00a0: facturation.')
    expect(textOf(body)).toContain('Ouvrez le lien dans les 72 heures.')
    expect(body).toMatch(new RegExp(`${desk.url}/invitations/[\\w-]{43}`))
  }
  expect(textOf(english?.text ?? '')).toContain('Your role: developer. You see nothing of the payments.')
  expect(english?.text).toMatch(/^Hello,$/m)
})

it('neither the token nor what makes it lies in the database, in the log or in the activity', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const link = await invited(desk, alice)
  const token = link.slice(paths.acceptance('').length)
  expect(token).toMatch(/^[\w-]{43}$/)
  for (const path of [link, link.toUpperCase(), `${link}/more`, `/Invitations/${token}`])
    await desk.visitor().get(path)
  await desk.visitor().post(link, { name: '', password: '' })
  const tables = await desk.database.all<{ name: string }>(
    "select name from sqlite_master where type = 'table'",
  )
  for (const { name } of tables)
    expect([name, JSON.stringify(await desk.database.all(`select * from ${name}`))]).not.toEqual([
      name,
      expect.stringContaining(token),
    ])
  const log = desk.logged.join('\n')
  expect(log).toContain('/invitations/…')
  expect(log.toUpperCase()).not.toContain(token.toUpperCase())
  expect(log).not.toContain(email)
})

it('a letter that waits is not sent once its invitation is withdrawn or sent again', async () => {
  const clock = movableClock()
  const { desk, server, news } = await openMailStage({ clock })
  const alice = await desk.signedIn('alice')
  server.behave('busy')
  for (const name of ['erin', 'gwen'])
    await alice.post(paths.invitations, { email: `${name}@elsewhere.example`, role: 'billing' })
  const [gwen, erin] = ['gwen', 'erin'].map((name) => `${name}@elsewhere.example`)
  const pending = await invitationsOf(desk)
  const idFor = (address = ''): string => pending.find((each) => each.email === address)?.id ?? ''
  expect(await news()).toEqual([])
  await alice.post(paths.withdrawal(idFor(gwen)))
  await alice.post(paths.invitation(idFor(erin)))
  server.behave('taking')
  clock.pass(60 * 60_000)
  expect(await news()).toEqual([`${erin}: Alice Martin invites you – Atelier Lumière`])
  expect(server.received.at(-1)?.text).toContain(await newestLink(desk))
  clock.pass(2 * 60 * 60_000)
  expect(await news()).toEqual([])
})

const nothing: Readonly<Record<string, string>> = {}
it.each([
  ['nothing', nothing, ['Enter the address of the person whom you invite.', 'Choose a role.']],
  ['no address', { role: 'billing' }, ['Enter the address of the person whom you invite.']],
  ['no role', { email }, ['Choose a role.']],
  [
    'half an address',
    { ...form, email: 'erin@' },
    ['Enter an e-mail address, such as name@company.example.'],
  ],
  [
    'two addresses',
    { ...form, email: 'a@b.example, c@d.example' },
    ['Enter an e-mail address, such as name@company.example.'],
  ],
  [
    'a name with it',
    { ...form, email: 'Erin <erin@b.example>' },
    ['Enter an e-mail address, such as name@company.example.'],
  ],
  [
    'a very long one',
    { ...form, email: `${'e'.repeat(300)}@b.example` },
    ['Enter an e-mail address, such as name@company.example.'],
  ],
  [
    'a line break in it',
    { ...form, email: 'erin@b.example\r\nBcc: x@y.example' },
    ['Enter an e-mail address, such as name@company.example.'],
  ],
  ['the role of the owner', { email, role: 'owner' }, ['Choose a role.']],
  ['a role that is none', { email, role: '__proto__' }, ['Choose a role.']],
  ['a member', { ...form, email: 'BOB@atelier.example' }, ['This person belongs to the company already.']],
])('an invitation with %s is refused in words, and what was typed is kept', async (_name, typed, faults) => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const answer = await alice.post(paths.invitations, typed)
  expect(answer.status).toBe(422)
  const said = [...answer.text.matchAll(/<li><a href="#[\w-]+">(.*?)<\/a><\/li>/g)].map(([, text]) => text)
  expect(said).toEqual(faults)
  const kept = /name="email" type="email" value="([^"]*)"/.exec(answer.text)?.[1]
  const visible = (typed.email ?? '').replace(/[\r\n]/g, '')
  expect(kept).toBe(visible.replace('<', '&lt;').replace('>', '&gt;'))
  const chosen = /value="(\w+)" required checked/.exec(answer.text)?.[1]
  expect(chosen).toBe(typed.role === 'billing' ? 'billing' : undefined)
  expect(await invitationsOf(desk)).toEqual([])
})

it.each([
  ['array parameters', 'email[]=a@b.example&role[]=billing', 422],
  ['__proto__', '__proto__[email]=a@b.example&__proto__=x&role=billing', 422],
  ['NUL bytes', 'email=%00&role=%00', 422],
  ['a field twice', 'email=a@b.example&email=c@d.example&role=billing', 400],
  ['broken percent signs', 'email=%&role=%E0%A4%A', 422],
  ['1 MB', `email=${'x'.repeat(1024 * 1024)}`, 413],
])('a form of %s invites nobody', async (_name, body, status) => {
  const desk = await startDesk()
  const headers = { ...asForm, Cookie: await cookieOf(desk) }
  const answer = await send(desk, paths.invitations, { method: 'POST', headers, body }).catch((error) => ({
    status: ['EPIPE', 'ECONNRESET'].includes(error.code) ? 413 : error.code,
  }))
  expect(answer.status).toBe(status)
  expect(await invitationsOf(desk)).toEqual([])
})

it('faults are said in French to French readers', async () => {
  const desk = await startDesk()
  const { text } = await (await desk.signedIn('alice', 'fr')).post(paths.invitations, { email: 'erin' })
  expect(text).toContain('Saisissez une adresse e-mail, telle que nom@entreprise.example.')
  expect(text).toContain('Choisissez un rôle.')
  expect(text).toContain('<html lang="fr">')
  expect(text).toContain(`href="${paths.invitations}?lang=en"`)
})

it('whoever is invited already can be sent the letter again, by a link in the place of the one before', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const first = await invited(desk, alice)
  const refused = await alice.post(paths.invitations, form)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('This person is invited already. You can send the invitation again.')
  const again = /formaction="([^"]+)">Send again/.exec(refused.text)?.[1] ?? ''
  const [invitation] = await invitationsOf(desk)
  expect(again).toBe(paths.invitation(invitation?.id ?? ''))
  const answer = await alice.post(again, form)
  expect(answer.headers.location).toBe(paths.users)
  expect(bannerOf((await alice.get(paths.users)).text)).toBe(
    `The invitation to ${email} is sent again, with a new link.`,
  )
  const second = await newestLink(desk)
  expect(second).not.toBe(first)
  expect((await desk.visitor().get(first)).status).toBe(404)
  expect((await desk.visitor().get(second)).status).toBe(200)
  expect(await invitationsOf(desk)).toHaveLength(1)
})

it('an invitation is withdrawn with one button, and another company’s is as unknown as none', async () => {
  const desk = await startDesk()
  const [alice, charlie] = [await desk.signedIn('alice'), await desk.signedIn('charlie')]
  const link = await invited(desk, alice)
  const [{ id = '' } = {}] = await invitationsOf(desk)
  for (const path of [paths.invitation, paths.withdrawal]) {
    const [real, none] = [await charlie.post(path(id)), await charlie.post(path(crypto.randomUUID()))]
    expect([real.status, real.text]).toEqual([404, none.text])
    expect((await charlie.post(path('%00'))).status).toBe(404)
  }
  expect(await invitationsOf(desk)).toHaveLength(1)
  await alice.post(paths.withdrawal(id))
  expect(bannerOf((await alice.get(paths.users)).text)).toBe(`The invitation to ${email} is withdrawn.`)
  expect(await invitationsOf(desk)).toEqual([])
  expect((await desk.visitor().get(link)).status).toBe(410)
  expect((await alice.post(paths.withdrawal(id))).status).toBe(404)
  expect((await alice.post(paths.invitation(id))).status).toBe(404)
})

it('an expired invitation is shown as such, and sent again is good for three days more', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const link = await invited(desk, await desk.signedIn('alice'))
  clock.pass(72 * 60 * 60_000)
  const alice = await desk.signedIn('alice')
  expect(peopleOn((await alice.get(paths.users)).text).at(-1)?.text).toContain('expired on')
  expect((await desk.visitor().get(link)).status).toBe(410)
  const [{ id = '' } = {}] = await invitationsOf(desk)
  await alice.post(paths.invitation(id))
  const second = await newestLink(desk)
  clock.pass(71 * 60 * 60_000)
  expect((await desk.visitor().get(second)).status).toBe(200)
})

it('a company sends twenty invitations a day; the form is kept, and the next one goes out a day later', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const alice = await desk.signedIn('alice')
  for (let at = 0; at < 19; at++)
    expect((await alice.post(paths.invitations, { ...form, email: `e${at}@b.example` })).status).toBe(303)
  // What is refused counts for nothing; what is sent again counts.
  for (let at = 0; at < 3; at++)
    expect((await alice.post(paths.invitations, { ...form, email: 'e1@b.example' })).status).toBe(422)
  const [{ id = '' } = {}] = await invitationsOf(desk)
  expect((await alice.post(paths.invitation(id))).status).toBe(303)
  const refused = await alice.post(paths.invitations, form)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(23 * 60 * 60)
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(24 * 60 * 60)
  expect(bannerOf(refused.text)).toContain('A company can send 20 invitations a day.')
  expect(refused.text).toMatch(/value="erin@elsewhere\.example"/)
  expect(refused.text).toMatch(/value="billing" required checked/)
  const again = await alice.post(paths.invitation(id))
  expect([again.status, Boolean(again.headers['retry-after'])]).toEqual([429, true])
  expect(await invitationsOf(desk)).toHaveLength(19)
  // Another company has its own.
  expect((await (await desk.signedIn('charlie')).post(paths.invitations, form)).status).toBe(303)
  clock.pass(24 * 60 * 60_000 + 1000)
  expect((await (await desk.signedIn('alice')).post(paths.invitations, form)).status).toBe(303)
})

it('pressed twice, an invitation is one', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const answers = await Promise.all([
    alice.post(paths.invitations, form),
    alice.post(paths.invitations, form),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await invitationsOf(desk)).toHaveLength(1)
})

it('whether an address has an account elsewhere is not to be learnt by inviting it', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const known = await alice.post(paths.invitations, { email: 'charlie@brasserie.example', role: 'billing' })
  const knownPage = (await alice.get(paths.users)).text
  const unknown = await alice.post(paths.invitations, { email: 'nobody@brasserie.example', role: 'billing' })
  const unknownPage = (await alice.get(paths.users)).text
  expect([known.status, known.headers.location]).toEqual([unknown.status, unknown.headers.location])
  expect(bannerOf(knownPage)).toBe(bannerOf(unknownPage).replace('nobody@', 'charlie@'))
  expect(knownPage).not.toContain('Charlie Dubois')
})

it('those concerned and the owner hear of a role, a removal and a new owner, each in their language', async () => {
  const { desk, news } = await openMailStage()
  const alice = await desk.signedIn('alice')
  const [bob, dan] = [await idOf(desk, 'bob@atelier.example'), await idOf(desk, 'dan@atelier.example')]
  await alice.post(paths.user(bob), { role: 'administrator' })
  expect(await news()).toEqual([
    'alice@atelier.example: Bob Leroy has another role – Atelier Lumière',
    'bob@atelier.example: Votre rôle est maintenant\u00a0: administration – Atelier Lumière',
  ])
  await (await desk.signedIn('bob')).post(paths.userRemoval(dan))
  expect(await news()).toEqual([
    'alice@atelier.example: Dan Moreau was removed – Atelier Lumière',
    'dan@atelier.example: You were removed – Atelier Lumière',
  ])
  await alice.post(paths.ownership, { to: bob })
  expect(await news()).toEqual([
    'alice@atelier.example: Bob Leroy is now the owner – Atelier Lumière',
    'bob@atelier.example: Vous êtes maintenant propriétaire – Atelier Lumière',
  ])
})
