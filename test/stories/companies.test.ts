import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { logOf } from '../support/activity.ts'
import { codeAt, enrol } from '../support/authenticator.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { bannerOf, companyNamed, goodDetails, rowsOf, textOf } from '../support/story.ts'

async function membersOf({ ports }: Desk, email: string): Promise<string> {
  return (await ports.store.members.byEmail(email))?.member.id ?? ''
}

async function leave(desk: Desk, email: string, company: string): Promise<void> {
  const { id } = await companyNamed(desk, company)
  await desk.database.run('delete from memberships where member_id = $1 and company_id = $2', [
    await membersOf(desk, email),
    id,
  ])
}

async function cardsOf(visitor: Visitor): Promise<number> {
  return rowsOf((await visitor.get(paths.paymentMethods)).text).length
}

it('Bob, who belongs to two companies, switches between them and acts in the one he is in', async () => {
  const desk = await startDesk()
  const brasserie = await companyNamed(desk, 'Brasserie du Port')
  await desk.ports.store.members.join(
    brasserie.id,
    await membersOf(desk, 'bob@atelier.example'),
    'billing',
    Date.now() + 1000,
  )
  const bob = await desk.signedIn('bob')
  const { text } = await bob.get(paths.paymentMethods)
  expect(text).toContain('<p class="menu-heading">Atelier Lumière</p>')
  expect(text).toContain(
    `<input type="hidden" name="company" value="${brasserie.id}"><button type="submit">Switch to Brasserie du Port</button>`,
  )
  const second = rowsOf(text)[1]?.id ?? ''

  expect((await bob.post(paths.switchCompany, { company: brasserie.id })).status).toBe(303)
  const there = (await bob.get(paths.paymentMethods)).text
  expect(bannerOf(there)).toBe('You are in Brasserie du Port now.')
  expect(there).toContain('<p class="menu-heading">Brasserie du Port</p>')
  expect(await cardsOf(bob)).toBe(0)
  expect((await bob.get(paths.paymentMethods)).text).toContain('Switch to Atelier Lumière')
  expect((await bob.post(paths.default(second))).status).toBe(404)
  expect((await bob.get(paths.removal(second))).status).toBe(404)

  await leave(desk, 'bob@atelier.example', 'Brasserie du Port')
  expect(await cardsOf(bob)).toBe(2)
})

it('nobody switches to a company that they do not belong to', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const { id } = await companyNamed(desk, 'Brasserie du Port')
  const hers = await alice.post(paths.switchCompany, { company: id })
  const none = await alice.post(paths.switchCompany, { company: crypto.randomUUID() })
  expect([hers.status, hers.text]).toEqual([404, none.text])
  expect(await cardsOf(alice)).toBe(2)
})

it('a member who was removed is nobody from their next request on, though they are still signed in', async () => {
  const desk = await startDesk()
  const bob = await desk.signedIn('bob')
  const second = rowsOf((await bob.get(paths.paymentMethods)).text)[1]?.id ?? ''
  await leave(desk, 'bob@atelier.example', 'Atelier Lumière')
  expect((await bob.get(paths.paymentMethods)).status).toBe(303)
  desk.sandbox.log.clear()
  expect((await bob.post(paths.default(second))).headers.location).toMatch(/^\/sign-in/)
  expect(desk.sandbox.log.entries).toEqual([])
  expect((await bob.get(paths.signIn)).text).not.toContain('Bob Leroy</span>')
})

it('a role that is taken away ends what it allowed, at once', async () => {
  const desk = await startDesk()
  const bob = await desk.signedIn('bob')
  await desk.database.run("update memberships set role = 'developer' where member_id = $1", [
    await membersOf(desk, 'bob@atelier.example'),
  ])
  expect((await bob.get(paths.paymentMethods)).status).toBe(403)
})

it('each company has its own role: who owns one may manage nothing in the other', async () => {
  const desk = await startDesk()
  const atelier = await companyNamed(desk, 'Atelier Lumière')
  const brasserie = await companyNamed(desk, 'Brasserie du Port')
  const charlie = await membersOf(desk, 'charlie@brasserie.example')
  await desk.ports.store.members.join(atelier.id, charlie, 'developer', Date.now() + 1000)
  const visitor = await desk.signedIn('charlie', 'fr')
  expect((await visitor.get(paths.users)).status).toBe(200)
  await visitor.post(paths.switchCompany, { company: atelier.id })
  expect((await visitor.get(paths.users)).status).toBe(403)
  const refused = await visitor.get(paths.paymentMethods)
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('<p class="menu-heading">Atelier Lumière</p>')
  expect(refused.text).toContain('Passer à Brasserie du Port')
  await visitor.post(paths.switchCompany, { company: brasserie.id })
  expect(bannerOf((await visitor.get(paths.users)).text)).toBe(
    'Vous êtes maintenant dans l’entreprise Brasserie du Port.',
  )
})

it('what Bob sends from a page of a company that he was removed from is not done to another one of his', async () => {
  const desk = await startDesk()
  const brasserie = await companyNamed(desk, 'Brasserie du Port')
  const bob = await membersOf(desk, 'bob@atelier.example')
  await desk.ports.store.members.join(brasserie.id, bob, 'billing', Date.now() + 1000)
  const visitor = await desk.signedIn('bob')
  await visitor.get(paths.billingDetails)
  const before = await desk.ports.store.companies.billingDetails(brasserie.id)
  await leave(desk, 'bob@atelier.example', 'Atelier Lumière')

  const sent = await visitor.post(paths.billingDetails, { ...goodDetails, name: 'Atelier Lumière' })
  expect([sent.status, sent.headers.location]).toEqual([303, paths.home])
  expect(await desk.ports.store.companies.billingDetails(brasserie.id)).toEqual(before)
  await visitor.get(paths.home)
  const { text } = await visitor.get(paths.paymentMethods)
  expect(bannerOf(text)).toContain('You are in Brasserie du Port now, and nothing was changed there.')
  // Having seen where he is, he goes on.
  expect((await visitor.post(paths.billingDetails, goodDetails)).headers.location).toBe(paths.billingDetails)
})

it('what Alice sends from a tab that shows the company she was in before she switched in another is not done to this one', async () => {
  const desk = await startDesk()
  const { ports } = desk
  const brasserie = await companyNamed(desk, 'Brasserie du Port')
  const alice = await membersOf(desk, 'alice@atelier.example')
  await ports.store.members.join(brasserie.id, alice, 'administrator', Date.now() + 1000)
  const visitor = await desk.signedIn('alice')
  const pages = [paths.billingDetails, paths.invitations, paths.newPaymentMethod]
  const fields = await Promise.all(pages.map(async (page) => hiddenIn((await visitor.get(page)).text)))
  const before = await ports.store.companies.billingDetails(brasserie.id)
  await visitor.post(paths.switchCompany, { company: brasserie.id })
  await visitor.get(paths.paymentMethods)

  const details = await visitor.post(paths.billingDetails, { ...goodDetails, ...fields[0] })
  const invited = { email: 'eve@atelier.example', role: 'billing', ...fields[1] }
  const invitation = await visitor.post(paths.invitations, invited)
  const begun = await visitor.post(paths.paymentMethods, fields[2])
  for (const { status, headers } of [details, invitation, begun])
    expect([status, headers.location]).toEqual([303, paths.home])
  expect(bannerOf((await visitor.get(paths.paymentMethods)).text)).toContain(
    'You are in Brasserie du Port now, and nothing was changed there.',
  )
  const byScript = await visitor.post(paths.paymentMethods, fields[2], { Accept: 'application/json' })
  expect([byScript.status, byScript.body]).toEqual([
    409,
    { message: 'You are in Brasserie du Port now, and nothing was changed there.' },
  ])
  expect(await ports.store.companies.billingDetails(brasserie.id)).toEqual(before)
  expect((await visitor.get(paths.users)).text).not.toContain('eve@atelier.example')

  const here = hiddenIn((await visitor.get(paths.billingDetails)).text)
  expect((await visitor.post(paths.billingDetails, { ...goodDetails, ...here })).headers.location).toBe(
    paths.billingDetails,
  )
})

it('his own account stays his, whichever company he was removed from', async () => {
  const desk = await startDesk()
  const brasserie = await companyNamed(desk, 'Brasserie du Port')
  const bob = await membersOf(desk, 'bob@atelier.example')
  await desk.ports.store.members.join(brasserie.id, bob, 'billing', Date.now() + 1000)
  const visitor = await desk.signedIn('bob')
  await leave(desk, 'bob@atelier.example', 'Atelier Lumière')
  expect((await visitor.post(paths.account, { name: 'Robert Leroy' })).headers.location).toBe(paths.account)
})

it('a developer, who sees nothing of payments, begins at their account', async () => {
  const desk = await startDesk()
  const dan = await desk.signedIn('dan')
  expect((await dan.get(paths.home)).headers.location).toBe(paths.account)
})

it('whoever comes over from another company is entered in the log of the one they come to', async () => {
  const desk = await startDesk()
  const brasserie = await companyNamed(desk, 'Brasserie du Port')
  const bob = await membersOf(desk, 'bob@atelier.example')
  await desk.ports.store.members.join(brasserie.id, bob, 'billing', Date.now() + 1000)
  const visitor = await desk.signedIn('bob')
  await visitor.post(paths.switchCompany, { company: brasserie.id })
  expect((await logOf(desk, 'Brasserie du Port')).at(-1)).toBe('Bob: company entered, done, 127.0.0.1')
  const charlie = await desk.signedIn('charlie')
  expect(textOf((await charlie.get(paths.activity)).text)).toContain(
    'Came over from another company Bob Leroy',
  )
})

it.each(['with', 'without'])(
  'signing in %s a second factor is entered where somebody comes in, and nowhere else',
  async (how) => {
    const desk = await startDesk()
    const brasserie = await companyNamed(desk, 'Brasserie du Port')
    const bob = await membersOf(desk, 'bob@atelier.example')
    const { key } = how === 'with' ? await enrol(await desk.signedIn('bob'), Date.now()) : { key: null }
    await desk.ports.store.members.join(brasserie.id, bob, 'billing', Date.now() + 1000)
    const before = await logOf(desk, 'Brasserie du Port')
    const visitor = await desk.signedIn('bob')
    if (key) await visitor.post(paths.signInCode, { code: codeAt(key, Date.now() + 30_000) })
    expect((await visitor.get(paths.paymentMethods)).status).toBe(200)
    expect((await logOf(desk)).at(-1)).toBe('Bob: signed in, done, 127.0.0.1')
    expect(await logOf(desk, 'Brasserie du Port')).toEqual(before)
  },
)

/** What the page's forms say of themselves without being asked. */
function hiddenIn(html: string): Readonly<Record<string, string>> {
  const inputs = html.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)">/g)
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]))
}
