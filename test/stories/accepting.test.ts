import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { erinsAddress, idOf, invited, newcomer } from '../support/invitations.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { bannerOf, companyNamed, movableClock, textOf, titleOf } from '../support/story.ts'

const email = erinsAddress
const trial = 'correct horse battery staple'

async function roleOf(desk: Desk, address: string, company = 'Atelier Lumière'): Promise<string | undefined> {
  const { id } = await companyNamed(desk, company)
  return (await desk.ports.store.team.of(id)).find((member) => member.email === address)?.role
}

function companyOn(html: string): string | undefined {
  return /<p class="menu-heading">(.*?)<\/p>/.exec(html)?.[1]
}

async function linkBy(desk: Desk, options: { email?: string; role?: string } = {}): Promise<string> {
  return invited(desk, await desk.signedIn('alice'), options)
}

async function atHome(visitor: Visitor): Promise<string> {
  await visitor.get(paths.home)
  return (await visitor.get(paths.paymentMethods)).text
}

it('Erin, who has no account, chooses a name and a password and is in; from then on she signs in with it', async () => {
  const desk = await startDesk()
  const link = await linkBy(desk)
  const erin = desk.visitor()
  const page = await erin.get(link)
  expect(page.text).toContain('<h1>Alice Martin invites you to join Atelier Lumière</h1>')
  expect(textOf(page.text)).toContain('Your role: billing. You see and change payment methods')
  expect(page.text).toMatch(
    /name="email" type="email" value="erin@elsewhere\.example" autocomplete="username" readonly/,
  )
  expect(page.text).toMatch(/name="password" type="password" value="" autocomplete="new-password"/)
  const answer = await erin.post(link, newcomer)
  expect([answer.status, answer.headers.location]).toEqual([303, paths.home])
  const home = await atHome(erin)
  expect(bannerOf(home)).toBe('You belong to Atelier Lumière now.')
  expect(companyOn(home)).toBe('Atelier Lumière')
  expect(home).toContain('<span class="user-name">Erin Le Gall</span>')
  expect(await roleOf(desk, email)).toBe('billing')
  const signedIn = await desk.visitor().post(paths.signIn, { email, password: newcomer.password })
  expect([signedIn.status, signedIn.headers.location]).toEqual([303, paths.home])
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  const log = await desk.ports.store.activity.list(id, 100)
  expect(log.find(({ action }) => action === 'member joined')).toMatchObject({
    memberId: await idOf(desk, email),
    address: expect.stringContaining('127.0.0.1'),
    facts: { role: 'billing' },
  })
})

it('her mail is in the language that she accepted in', async () => {
  const desk = await startDesk()
  const erin = desk.visitor('fr')
  const link = await linkBy(desk)
  expect((await erin.get(link)).text).toContain(
    '<h1>Alice Martin vous invite à rejoindre l’entreprise Atelier Lumière</h1>',
  )
  await erin.post(link, newcomer)
  expect(bannerOf(await atHome(erin))).toBe('Vous faites maintenant partie de l’entreprise Atelier Lumière.')
  expect((await desk.ports.store.members.byEmail(email))?.member.language).toBe('fr')
})

it.each([
  ['no name', { password: newcomer.password }, ['Enter your name, as your colleagues will see it.']],
  [
    'a name that cannot be seen',
    { ...newcomer, name: ' \u202e\0 ' },
    ['Enter your name, as your colleagues will see it.'],
  ],
  [
    'a name that is too long',
    { ...newcomer, name: 'x'.repeat(101) },
    ['Your name may have 100 characters at most.'],
  ],
  ['no password', { name: newcomer.name }, ['The password needs twelve characters or more.']],
  [
    'a short password',
    { ...newcomer, password: 'eleven char' },
    ['The password needs twelve characters or more.'],
  ],
  [
    'a common password',
    { ...newcomer, password: 'Password 1234' },
    ['This password is on the lists that attackers try first. Choose another one.'],
  ],
  [
    'nothing',
    {},
    ['Enter your name, as your colleagues will see it.', 'The password needs twelve characters or more.'],
  ],
])(
  'a form with %s is refused in words, keeps the name and never the password, and leaves the link good',
  async (_name, typed, faults) => {
    const desk = await startDesk()
    const link = await linkBy(desk)
    const answer = await desk.visitor().post(link, typed as Record<string, string>)
    expect(answer.status).toBe(422)
    const said = [...answer.text.matchAll(/<li><a href="#[\w-]+">(.*?)<\/a><\/li>/g)].map(([, text]) => text)
    expect(said).toEqual(faults)
    const { name = '', password = '' } = typed as Record<string, string>
    expect(/name="name" type="text" value="([^"]*)"/.exec(answer.text)?.[1]).toBe(
      name.startsWith(' ') ? '' : name,
    )
    expect(answer.text).toMatch(/name="password" type="password" value=""/)
    if (password !== '') expect(answer.text).not.toContain(password)
    expect(await desk.ports.store.members.byEmail(email)).toBeNull()
    expect((await desk.visitor().post(link, newcomer)).status).toBe(303)
  },
)

it.each([
  ['a field twice', 'name=A&name=B&password=x', 400],
  ['arrays', 'name[]=A&password[]=x', 422],
  ['__proto__', '__proto__[name]=A&__proto__=x', 422],
])('a form of %s lets nobody in', async (_name, body, status) => {
  const desk = await startDesk()
  const link = await linkBy(desk)
  const answer = await fetch(desk.url + link, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  })
  expect(answer.status).toBe(status)
  expect(await desk.ports.store.members.byEmail(email)).toBeNull()
})

it('a link works once, and says so; the one who used it stays signed in', async () => {
  const desk = await startDesk()
  const link = await linkBy(desk)
  const erin = desk.visitor()
  await erin.post(link, newcomer)
  for (const [language, title] of [
    ['en', 'Error: This invitation has been used – Guichet'],
    ['fr', 'Erreur\u00a0: Cette invitation a déjà servi – Guichet'],
  ] as const) {
    for (const answer of [
      await desk.visitor(language).get(link),
      await desk.visitor(language).post(link, { ...newcomer, password: 'another password altogether' }),
    ])
      expect([answer.status, titleOf(answer.text)]).toEqual([410, title])
  }
  expect((await erin.get(link)).status).toBe(410)
  expect((await erin.get(paths.paymentMethods)).status).toBe(200)
  expect((await desk.visitor().post(paths.signIn, { email, password: newcomer.password })).status).toBe(303)
})

it('two who use one link at once are one', async () => {
  const desk = await startDesk()
  const link = await linkBy(desk)
  // Neither goes on before both have found the invitation open.
  const { invitations } = desk.ports.store
  const { accept } = invitations
  const bothAreIn = Promise.withResolvers<void>()
  let waiting = 0
  Object.assign(invitations, {
    accept: async (...given: Parameters<typeof accept>) => {
      waiting += 1
      if (waiting === 2) bothAreIn.resolve()
      await bothAreIn.promise
      return accept.apply(invitations, given)
    },
  })
  const answers = await Promise.all(
    ['one', 'two'].map((which) =>
      desk.visitor().post(link, { ...newcomer, password: `${newcomer.password} ${which}` }),
    ),
  )
  const locations = answers.map(({ status, headers }) => [status, headers.location])
  expect(locations.filter(([, location]) => location === paths.home)).toHaveLength(1)
  expect(locations.filter(([, location]) => location !== paths.home)).toEqual([[303, link]])
})

it('a link that has expired, was withdrawn or never was says so, to whoever opens it', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const alice = await desk.signedIn('alice')
  const expired = await invited(desk, alice)
  const withdrawn = await invited(desk, alice, { email: 'gwen@elsewhere.example' })
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  const pending = await desk.ports.store.invitations.pending(id)
  await alice.post(paths.withdrawal(pending.find((each) => each.email.startsWith('gwen'))?.id ?? ''))
  clock.pass(72 * 60 * 60_000)
  const unknown = paths.acceptance('A'.repeat(43))
  for (const [link, status, english, french] of [
    [expired, 410, 'This invitation has expired', 'Cette invitation a expiré'],
    [withdrawn, 410, 'This invitation was withdrawn', 'Cette invitation a été annulée'],
    [unknown, 404, 'This invitation is not valid', 'Cette invitation n’est pas valable'],
    [paths.acceptance('%00'), 404, 'This invitation is not valid', 'Cette invitation n’est pas valable'],
    [
      paths.acceptance('x'.repeat(5000)),
      404,
      'This invitation is not valid',
      'Cette invitation n’est pas valable',
    ],
  ] as const) {
    const [en, fr] = [await desk.visitor().get(link), await desk.visitor('fr').get(link)]
    expect([en.status, fr.status]).toEqual([status, status])
    expect([titleOf(en.text), titleOf(fr.text)]).toEqual([
      `Error: ${english} – Guichet`,
      `Erreur\u00a0: ${french} – Guichet`,
    ])
    expect((await desk.visitor().post(link, newcomer)).status).toBe(status)
  }
  expect(await desk.ports.store.members.byEmail(email)).toBeNull()
})

it('Charlie, who has an account, signs in first and then accepts with one button', async () => {
  const desk = await startDesk()
  const link = await linkBy(desk, { email: 'charlie@brasserie.example' })
  const charlie = desk.visitor()
  const page = await charlie.get(link)
  expect(textOf(page.text)).toContain(
    'charlie@brasserie.example has an account. Sign in with it, and then accept.',
  )
  expect(page.text).not.toContain('type="password"')
  const next = `${paths.signIn}?next=${encodeURIComponent(link)}`
  expect(page.text).toContain(`<a class="button primary" href="${next}">`)
  // The link alone lets nobody into an account that has a password.
  const forced = await desk.visitor().post(link, newcomer)
  expect([forced.status, forced.headers.location]).toEqual([303, next])
  expect(await roleOf(desk, 'charlie@brasserie.example')).toBeUndefined()

  expect((await charlie.get(next)).text).toContain(`<input type="hidden" name="next" value="${link}">`)
  const form = { email: 'charlie@brasserie.example', password: trial, next: link }
  expect((await charlie.post(paths.signIn, form)).headers.location).toBe(link)
  const question = await charlie.get(link)
  expect(textOf(question.text)).toContain('You are signed in as charlie@brasserie.example.')
  expect(await roleOf(desk, 'charlie@brasserie.example')).toBeUndefined()
  expect((await charlie.post(link)).headers.location).toBe(paths.home)
  const home = await atHome(charlie)
  expect([companyOn(home), bannerOf(home)]).toEqual(['Atelier Lumière', 'You belong to Atelier Lumière now.'])
  expect(home).toContain('Switch to Brasserie du Port')
  expect([
    await roleOf(desk, 'charlie@brasserie.example'),
    await roleOf(desk, 'charlie@brasserie.example', 'Brasserie du Port'),
  ]).toEqual(['billing', 'owner'])
  expect((await charlie.get(link)).status).toBe(410)
})

it('whoever is signed in with another address is told so, and nothing happens', async () => {
  const desk = await startDesk()
  const link = await linkBy(desk)
  const bob = await desk.signedIn('bob')
  for (const answer of [await bob.get(link), await bob.post(link, newcomer)]) {
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('<h1>This invitation is for somebody else</h1>')
    expect(textOf(answer.text)).toContain(
      'It was sent to erin@elsewhere.example, and you are signed in as bob@atelier.example.',
    )
    expect(answer.text).toContain(`action="${paths.signOut}"`)
  }
  expect(await roleOf(desk, email)).toBeUndefined()
  await bob.post(paths.signOut)
  expect((await bob.post(link, newcomer)).headers.location).toBe(paths.home)
})

it('whoever was removed and is invited again joins, keeps the password they had, and signs in with it', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const bob = await desk.signedIn('bob')
  const id = await idOf(desk, 'bob@atelier.example')
  await alice.post(paths.userRemoval(id))
  const link = await invited(desk, alice, { email: 'bob@atelier.example', role: 'developer' })
  const page = await bob.get(link)
  expect(page.text).toContain('Join Atelier Lumière')
  expect(page.text).not.toContain('type="password"')
  const answer = await bob.post(link, newcomer)
  expect(answer.headers.location).toBe(paths.signIn)
  expect(bannerOf((await bob.get(paths.signIn)).text)).toBe(
    'You belong to Atelier Lumière now. Sign in with your password.',
  )
  expect(await roleOf(desk, 'bob@atelier.example')).toBe('developer')
  expect(await idOf(desk, 'bob@atelier.example')).toBe(id)
  const wrong = { email: 'bob@atelier.example', password: newcomer.password }
  expect((await desk.visitor().post(paths.signIn, wrong)).status).toBe(422)
  expect((await desk.visitor().post(paths.signIn, { ...wrong, password: trial })).status).toBe(303)
})

it('the page with the link says where it leads to nobody, is kept by nobody, and works from our own pages alone', async () => {
  const desk = await startDesk()
  const link = await linkBy(desk)
  const gone = paths.acceptance('A'.repeat(43))
  for (const path of [link, gone]) {
    const { headers } = await desk.visitor().get(path)
    expect([headers['referrer-policy'], headers['cache-control']]).toEqual(['no-referrer', 'no-store'])
  }
  const refused = await desk.visitor().post(link, newcomer)
  expect(refused.headers['referrer-policy']).toBe('no-referrer')
  const second = await linkBy(desk, { email: 'gwen@elsewhere.example' })
  for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'none' }])
    expect((await desk.visitor().post(second, newcomer, headers)).status).toBe(403)
  expect(await roleOf(desk, 'gwen@elsewhere.example')).toBeUndefined()
})

it('markup in a name is no markup, on the users page and in the letters', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const evil = '<img src=x onerror=alert(1)>'
  const erin = desk.visitor()
  await erin.post(await invited(desk, alice, { role: 'administrator' }), { ...newcomer, name: evil })
  await invited(desk, erin, { email: 'gwen@elsewhere.example' })
  const id = await idOf(desk, email)
  const mails = await desk.ports.store.outbox.newest(3)
  const pages = [paths.users, paths.user(id), paths.userRemoval(id), paths.ownership]
  for (const path of [...pages, ...mails.map((mail) => paths.sandboxLetter(mail.id))])
    expect([path, (await alice.get(path)).text]).toEqual([path, expect.not.stringContaining('<img')])
})
