import { expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { aWhileAgo } from '../support/a-while-ago.ts'
import { asForm, cookieOf, send } from '../support/by-hand.ts'
import { administrator, idOf, invited, peopleOn } from '../support/invitations.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { bannerOf, companyNamed, textOf, titleOf } from '../support/story.ts'

const bobs = 'bob@atelier.example'
const dans = 'dan@atelier.example'

async function roleOf(desk: Desk, email: string): Promise<string | undefined> {
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  return (await desk.ports.store.team.of(id)).find((member) => member.email === email)?.role
}

async function lastEntry({ ports, ...desk }: Desk) {
  const { id } = await companyNamed({ ports, ...desk }, 'Atelier Lumière')
  return (await ports.store.activity.list(id, 1))[0]
}

async function followed(visitor: Visitor, answer: { headers: Record<string, string> }): Promise<string> {
  return (await visitor.get(answer.headers.location ?? '')).text
}

it('Alice sees who belongs to her company, in which role and since when, and may do all but remove herself', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const { text } = await alice.get(paths.users)
  const people = peopleOn(text)
  expect(people.map((person) => person.text)).toEqual([
    expect.stringMatching(/^Alice Martin \(you\) Owner alice@atelier\.example Since \d+ \w+ \d{4}$/),
    expect.stringMatching(/^Bob Leroy Billing bob@atelier\.example Since /),
    expect.stringMatching(/^Dan Moreau Developer dan@atelier\.example Since /),
  ])
  const bob = await idOf(desk, bobs)
  expect(people[0]?.actions).toEqual([paths.ownership])
  expect(people[1]?.actions).toEqual([
    paths.user(bob),
    `${paths.ownership}?to=${bob}`,
    paths.userRemoval(bob),
  ])
  expect(text).toContain(`<a href="${paths.users}" aria-current="page">Users</a>`)
  expect(text).not.toContain('Charlie')
})

it('French readers see it in French, and the entry stands after the invoices', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice', 'fr')
  const { text } = await alice.get(paths.users)
  expect(text).toContain('<h1>Utilisateurs</h1>')
  expect(peopleOn(text)[1]?.text).toMatch(/^Bob Leroy Facturation bob@atelier\.example Depuis le /)
  const entries = [...text.matchAll(/<li><a href="(\/settings[^"]*)"[^>]*>([^<]*)<\/a><\/li>/g)]
  expect(entries.map(([, , label]) => label).slice(0, 5)).toEqual(
    expect.arrayContaining(['Détails de facturation', 'Moyens de paiement', 'Factures', 'Utilisateurs']),
  )
  const labels = entries.map(([, , label]) => label)
  expect(labels.indexOf('Utilisateurs')).toBe(labels.indexOf('Factures') + 1)
})

it('whoever does not manage members has no such entry and is told so, whatever they ask for', async () => {
  const desk = await startDesk()
  const bob = await idOf(desk, bobs)
  const invitation = crypto.randomUUID()
  const readings = [paths.users, paths.user(bob), paths.userRemoval(bob), paths.invitations, paths.ownership]
  const actions = [
    paths.user(bob),
    paths.userRemoval(bob),
    paths.invitations,
    paths.invitation(invitation),
    paths.withdrawal(invitation),
    paths.ownership,
  ]
  const before = await desk.database.all('select * from memberships order by member_id')
  for (const persona of ['bob', 'dan'] as const) {
    const visitor = await desk.signedIn(persona)
    for (const path of readings) {
      const answer = await visitor.get(path)
      expect([persona, path, answer.status]).toEqual([persona, path, 403])
      expect(textOf(answer.text)).toContain('Your role in this company does not include this page.')
      expect(answer.text).not.toMatch(/alice@|dan@/)
    }
    const form = { role: 'administrator', to: bob, email: 'thief@example.com' }
    for (const path of actions) expect([path, (await visitor.post(path, form)).status]).toEqual([path, 403])
  }
  const page = await (await desk.signedIn('bob')).get(paths.paymentMethods)
  expect(page.text).toContain(paths.invoices)
  expect(page.text).not.toContain(paths.users)
  expect(await desk.database.all('select * from memberships order by member_id')).toEqual(before)
  for (const path of readings)
    expect((await desk.visitor().get(path)).headers.location).toBe(
      `/sign-in?next=${encodeURIComponent(path)}`,
    )
})

it('Alice gives Bob another role, which holds from his next request on, and it is on record', async () => {
  const desk = await startDesk()
  const [alice, bob] = [await desk.signedIn('alice'), await desk.signedIn('bob')]
  const id = await idOf(desk, bobs)
  const page = (await alice.get(paths.user(id))).text
  expect(page).toContain('<h1>Role of Bob Leroy</h1>')
  expect(page).toMatch(/id="role-billing"[^>]* checked/)
  const answer = await alice.post(paths.user(id), { role: 'developer' })
  expect([answer.status, answer.headers.location]).toEqual([303, paths.users])
  expect(bannerOf(await followed(alice, answer))).toBe('The role of Bob Leroy is now: developer.')
  expect((await bob.get(paths.paymentMethods)).status).toBe(403)
  expect(await lastEntry(desk)).toMatchObject({
    action: 'role changed',
    memberId: await idOf(desk, 'alice@atelier.example'),
    facts: { memberId: id, role: 'developer', roleBefore: 'billing' },
    result: 'done',
    address: expect.stringContaining('127.0.0.1'),
  })
  const same = await alice.post(paths.user(id), { role: 'developer' })
  expect(bannerOf(await followed(alice, same))).toBe('The role of Bob Leroy stays: developer.')
})

it.each([
  ['none', '', 422],
  ['the owner’s', 'role=owner', 422],
  ['one that is none', 'role=emperor', 422],
  ['__proto__', 'role=__proto__&__proto__=administrator', 422],
  ['an array', 'role[]=administrator', 422],
  ['two', 'role=administrator&role=billing', 400],
  ['one with a NUL byte', 'role=owner%00', 422],
  ['a very long one', `role=${'x'.repeat(60_000)}`, 400],
])('a role that is %s is refused, and changes nothing', async (_name, body, status) => {
  const desk = await startDesk()
  const id = await idOf(desk, bobs)
  const headers = { ...asForm, Cookie: await cookieOf(desk), 'Accept-Language': 'fr' }
  const answer = await send(desk, paths.user(id), { method: 'POST', headers, body })
  expect(answer.status).toBe(status)
  if (status === 422) expect(answer.text).toContain('<a href="#role-administrator">Choisissez un rôle.</a>')
  expect(await roleOf(desk, bobs)).toBe('billing')
})

it('removing asks first; then whoever is removed sees nothing from their next request on, wherever they are signed in', async () => {
  const desk = await startDesk()
  const [alice, one, two] = [
    await desk.signedIn('alice'),
    await desk.signedIn('bob'),
    await desk.signedIn('bob'),
  ]
  const id = await idOf(desk, bobs)
  const question = await alice.get(paths.userRemoval(id))
  expect(question.text).toContain('<h1>Remove Bob Leroy from Atelier Lumière?</h1>')
  expect(textOf(question.text)).toContain(bobs)
  expect((await one.get(paths.paymentMethods)).status).toBe(200)
  const answer = await alice.post(paths.userRemoval(id))
  expect(bannerOf(await followed(alice, answer))).toBe('Bob Leroy is removed.')
  for (const bob of [one, two]) {
    for (const path of [
      paths.home,
      paths.paymentMethods,
      paths.billingDetails,
      paths.invoices,
      paths.users,
    ]) {
      const seen = await bob.get(path)
      expect([path, seen.status]).toEqual([path, 303])
      expect(seen.headers.location).toMatch(/^\/sign-in/)
    }
    expect((await bob.post(paths.billingDetails, { name: 'Taken', email: 'a@b.example' })).status).toBe(303)
  }
  expect(
    (await desk.visitor().post(paths.signIn, { email: bobs, password: 'correct horse battery staple' }))
      .status,
  ).toBe(422)
  expect(await lastEntry(desk)).toMatchObject({
    action: 'member removed',
    facts: { memberId: id, roleBefore: 'billing' },
    result: 'done',
  })
  // Pressed twice, or by a colleague at the same time: there is nobody left to remove.
  expect((await alice.post(paths.userRemoval(id))).status).toBe(404)
})

it('an administrator changes and removes everybody but the owner, whose row offers nothing', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const frank = await administrator(desk, alice)
  const [hers, his, dan] = [
    await idOf(desk, 'alice@atelier.example'),
    await idOf(desk, 'frank@atelier.example'),
    await idOf(desk, dans),
  ]
  const people = peopleOn((await frank.get(paths.users)).text)
  expect(people[0]).toMatchObject({ text: expect.stringContaining('Alice Martin Owner'), actions: [] })
  expect(people[1]?.actions).toEqual([paths.user(his), paths.userRemoval(his)])
  for (const answer of [
    await frank.get(paths.user(hers)),
    await frank.get(paths.userRemoval(hers)),
    await frank.post(paths.user(hers), { role: 'developer' }),
    await frank.post(paths.userRemoval(hers)),
    await alice.post(paths.userRemoval(hers)),
    await alice.post(paths.user(hers), { role: 'administrator' }),
  ]) {
    expect(answer.status).toBe(403)
    expect(bannerOf(answer.text)).toContain('They alone can hand the company over.')
  }
  for (const answer of [await frank.get(paths.ownership), await frank.post(paths.ownership, { to: his })])
    expect(answer.status).toBe(403)
  expect(await roleOf(desk, 'alice@atelier.example')).toBe('owner')
  expect((await frank.post(paths.userRemoval(dan))).status).toBe(303)
  expect(await roleOf(desk, dans)).toBeUndefined()
  expect((await alice.post(paths.user(his), { role: 'billing' })).status).toBe(303)
  expect((await frank.get(paths.users)).status).toBe(403)
})

it('an administrator who gives up that role, or leaves, is led out', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const frank = await administrator(desk, alice)
  const id = await idOf(desk, 'frank@atelier.example')
  expect((await frank.get(paths.user(id))).text).toContain('This is your own role')
  const lesser = await frank.post(paths.user(id), { role: 'billing' })
  expect(lesser.headers.location).toBe(paths.home)
  await alice.post(paths.user(id), { role: 'administrator' })
  expect((await frank.get(paths.userRemoval(id))).text).toContain('<h1>Leave Atelier Lumière?</h1>')
  const left = await frank.post(paths.userRemoval(id))
  expect(left.headers.location).toBe(paths.signIn)
  expect((await frank.get(paths.users)).headers.location).toMatch(/^\/sign-in/)
})

it('whoever leaves one of two companies goes on in the other', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const charlie = await desk.signedIn('charlie')
  const link = await invited(desk, alice, { email: 'charlie@brasserie.example', role: 'administrator' })
  await charlie.post(link)
  const left = await charlie.post(paths.userRemoval(await idOf(desk, 'charlie@brasserie.example')))
  expect(left.headers.location).toBe(paths.home)
  await charlie.get(paths.home)
  const page = (await charlie.get(paths.paymentMethods)).text
  expect(bannerOf(page)).toBe('You left Atelier Lumière.')
  expect(page).toContain('<p class="menu-heading">Brasserie du Port</p>')
})

it('the last who manages billing stays where nobody owns the company, and is told why', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const frank = await administrator(desk, alice)
  await desk.database.run("delete from memberships where role in ('owner', 'billing') and company_id = $1", [
    (await companyNamed(desk, 'Atelier Lumière')).id,
  ])
  const id = await idOf(desk, 'frank@atelier.example')
  for (const answer of [
    await frank.get(paths.userRemoval(id)),
    await frank.post(paths.userRemoval(id)),
    await frank.post(paths.user(id), { role: 'developer' }),
  ]) {
    expect(answer.status).toBe(422)
    expect(bannerOf(answer.text)).toContain('Nobody would be left to see to the payments.')
    expect(titleOf(answer.text)).toMatch(/^Error: /)
  }
  expect(await lastEntry(desk)).toMatchObject({ result: 'refused', facts: { why: 'last' } })
})

it('the owner hands the company over on a page that asks, and is an administrator afterwards', async () => {
  const desk = await startDesk()
  const [alice, bob] = [await desk.signedIn('alice'), await desk.signedIn('bob')]
  const id = await idOf(desk, bobs)
  const question = await alice.get(`${paths.ownership}?to=${id}`)
  expect(question.text).toContain('<h1>Hand over Atelier Lumière?</h1>')
  expect(question.text).toMatch(new RegExp(`value="${id}" required checked`))
  expect(await roleOf(desk, bobs)).toBe('billing')
  for (const to of ['', 'nobody', await idOf(desk, 'charlie@brasserie.example'), '__proto__']) {
    const refused = await alice.post(paths.ownership, { to })
    expect([to, refused.status]).toEqual([to, 422])
    expect(refused.text).toContain('Choose who is to be the owner.')
  }
  const answer = await alice.post(paths.ownership, { to: id })
  expect(bannerOf(await followed(alice, answer))).toBe('Bob Leroy is now the owner.')
  expect([await roleOf(desk, bobs), await roleOf(desk, 'alice@atelier.example')]).toEqual([
    'owner',
    'administrator',
  ])
  expect((await alice.post(paths.ownership, { to: id })).status).toBe(403)
  expect(peopleOn((await bob.get(paths.users)).text)[0]?.actions).toEqual([paths.ownership])
})

it('an owner with nobody beside them is led to invite somebody', async () => {
  const desk = await startDesk()
  const { text } = await (await desk.signedIn('charlie')).get(paths.ownership)
  expect(textOf(text)).toContain('Nobody else belongs to the company yet.')
  expect(text).toContain(`href="${paths.invitations}"`)
})

it('another company’s member is as unknown as one who never was, to the byte', async () => {
  const desk = await startDesk()
  const charlie = await desk.signedIn('charlie')
  const [hers, none] = [await idOf(desk, bobs), crypto.randomUUID()]
  const before = await desk.database.all('select * from memberships order by member_id')
  for (const path of [paths.user, paths.userRemoval]) {
    const [real, unreal] = [await charlie.get(path(hers)), await charlie.get(path(none))]
    expect([real.status, real.text.replaceAll(hers, 'ID')]).toEqual([404, unreal.text.replaceAll(none, 'ID')])
    const [done, undone] = [
      await charlie.post(path(hers), { role: 'developer' }),
      await charlie.post(path(none), { role: 'developer' }),
    ]
    expect([done.status, done.text.replaceAll(hers, 'ID')]).toEqual([404, undone.text.replaceAll(none, 'ID')])
  }
  for (const id of ['%00', 'a'.repeat(3000), '..%2f..', '__proto__'])
    expect([id, (await charlie.get(paths.userRemoval(id))).status]).toEqual([id, 404])
  expect(await desk.database.all('select * from memberships order by member_id')).toEqual(before)
})

it('no GET of these pages changes anything', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const link = await invited(desk, alice)
  await alice.get(paths.users)
  const kept = async () =>
    JSON.stringify([
      await desk.database.all('select * from memberships'),
      await desk.database.all('select * from invitations'),
      await desk.database.all('select * from activity'),
      await desk.database.all('select count(*) from outbox'),
      await desk.database.all('select count(*) from members'),
    ])
  const before = await kept()
  const bob = await idOf(desk, bobs)
  const [{ id = '' } = {}] = await desk.database.all<{ id: string }>('select id from invitations')
  const addresses = [
    paths.users,
    paths.user(bob),
    paths.userRemoval(bob),
    paths.ownership,
    paths.invitations,
    paths.invitation(id),
    paths.withdrawal(id),
  ]
  for (const address of addresses) await alice.get(address)
  for (const address of [...addresses, link]) await desk.visitor().get(address)
  expect(await kept()).toBe(before)
})

it.each([
  ['is removed', (alice: Visitor, frank: string) => alice.post(paths.userRemoval(frank))],
  [
    'gets a lesser role',
    (alice: Visitor, frank: string) => alice.post(paths.user(frank), { role: 'billing' }),
  ],
] as const)(
  'whom an administrator invited comes in no more once that administrator %s',
  async (_how, lose) => {
    const desk = await startDesk()
    const alice = await desk.signedIn('alice')
    const hers = await invited(desk, alice, { email: 'gina@atelier.example' })
    const frank = await administrator(desk, alice)
    const his = await invited(desk, frank, { email: 'second@elsewhere.example', role: 'administrator' })
    const id = await idOf(desk, 'frank@atelier.example')
    expect((await lose(alice, id)).status).toBe(303)
    const person = { name: 'Frank Again', password: 'ocean ladder violin seven' }
    expect((await desk.visitor().post(his, person)).status).toBe(410)
    expect(await roleOf(desk, 'second@elsewhere.example')).toBeUndefined()
    const { id: company } = await companyNamed(desk, 'Atelier Lumière')
    const entries = await desk.ports.store.activity.list(company, 10)
    const withdrawn = entries.filter(({ action }) => action === 'invitation withdrawn')
    expect(withdrawn).toMatchObject([
      {
        memberId: await idOf(desk, 'alice@atelier.example'),
        facts: { role: 'administrator' },
        result: 'done',
      },
    ])
    // What others sent is theirs.
    expect((await desk.visitor().get(hers)).status).toBe(200)
  },
)

it('whoever is removed does not come back by a letter to their own address', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const link = await invited(desk, alice, { email: 'gina@atelier.example' })
  const { id: company } = await companyNamed(desk, 'Atelier Lumière')
  const gina = { id: 'gina', email: 'gina@atelier.example', name: 'Gina', language: null }
  await desk.ports.store.members.add(gina, null, Date.now())
  await desk.ports.store.members.join(company, 'gina', 'billing', Date.now())
  expect((await alice.post(paths.userRemoval('gina'))).status).toBe(303)
  expect((await desk.visitor().get(link)).status).toBe(410)
})

it('an hour after signing in, giving a role asks for the password, as inviting and removing do', async () => {
  const { desk, alice } = await aWhileAgo(80)
  const dan = await idOf(desk, dans)
  const asked = await alice.post(paths.user(dan), { role: 'administrator' })
  expect([asked.status, await roleOf(desk, dans)]).toEqual([200, 'developer'])
  expect(asked.text).toContain('<input type="hidden" name="role" value="administrator">')
  expect((await alice.post(paths.user(dan), { role: 'administrator', again: trialPassword })).status).toBe(
    303,
  )
  expect(await roleOf(desk, dans)).toBe('administrator')
})

it('those who have left are a link away from those who are there', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  expect((await alice.get(paths.users)).text).toContain(`<a href="${paths.formerMembers}">Former users</a>`)
  const french = await desk.signedIn('alice', 'fr')
  expect((await french.get(paths.users)).text).toContain(
    `<a href="${paths.formerMembers}">Anciens utilisateurs</a>`,
  )
})
