import { expect, it, type TestContext } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { type Billing, billingOf } from '../support/billing.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { atStripe, bannerOf, companyNamed, movableClock, rowsOf, textOf, titleOf } from '../support/story.ts'
import { inTrouble } from '../support/trouble.ts'

const name = { 'company-name': 'Atelier Lumière' }
const erased = 'The company is erased'

async function chargedAt(desk: Desk, billing: Billing): Promise<unknown[]> {
  const id = await billing.bill()
  await desk.settled()
  return desk.sandbox.control.book(id).flatMap(({ charges }) => charges)
}

async function nobodyIsIn(desk: Desk, ...visitors: readonly Visitor[]): Promise<void> {
  for (const visitor of visitors) {
    const answer = await visitor.get(paths.billingDetails)
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in?next=%2Fsettings'])
  }
  const again = await desk.visitor().post(paths.signIn, {
    email: 'alice@atelier.example',
    password: trialPassword,
  })
  expect(again.status).toBe(422)
}

it('the owner finds the way at the foot of the billing details, and others find what is theirs', async () => {
  const desk = await startDesk()
  const details = await (await desk.signedIn('alice')).get(paths.billingDetails)
  for (const path of [paths.companyExport, paths.companyErasure, paths.formerMembers])
    expect(details.text).toContain(`href="${path}"`)
  const bob = await desk.signedIn('bob')
  expect((await bob.get(paths.billingDetails)).text).not.toContain('Your data')
  for (const path of [paths.companyErasure, paths.formerMembers, paths.userErasure('alice')])
    expect([path, (await bob.get(path)).status]).toEqual([path, 403])
  expect((await bob.post(paths.companyErasure, name)).status).toBe(403)
})

it('another name than the company’s erases nothing, and what was typed stays', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  for (const typed of ['', 'Atelier', 'Brasserie du Port']) {
    const answer = await alice.post(paths.companyErasure, { 'company-name': typed })
    expect(answer.status).toBe(422)
    expect(titleOf(answer.text)).toMatch(/^Error: Erase Atelier Lumière\?/)
    expect(answer.text).toContain(`value="${typed}"`)
    expect(answer.text).toContain('aria-invalid="true"')
  }
  expect(rowsOf((await alice.get(paths.paymentMethods)).text)).toHaveLength(2)
})

it('an erased company is gone from here, its cards from Stripe, and nothing is charged any more', async () => {
  const desk = await startDesk()
  const [alice, bob, charlie] = [
    await desk.signedIn('alice'),
    await desk.signedIn('bob'),
    await desk.signedIn('charlie'),
  ]
  const billing = await billingOf(desk)
  const paid = await billing.bill()
  await desk.settled()
  const answer = await alice.post(paths.companyErasure, { 'company-name': ' atelier lumière ' })
  expect(answer.status).toBe(200)
  expect(textOf(answer.text)).toContain(erased)
  await nobodyIsIn(desk, alice, bob)
  const ledger = desk.sandbox.ledger
  expect([...ledger.paymentMethods.oldestFirst(billing.customerId)]).toEqual([])
  expect(ledger.customers.get(billing.customerId)).toMatchObject({ name: 'Atelier Lumière' })
  expect(await chargedAt(desk, billing)).toEqual([])
  // What Stripe told of it meanwhile was heard, and led to nothing.
  const left = await desk.database.all<{ id: string; lines: string }>(
    'select id, lines from invoices where company_id = $1',
    [billing.companyId],
  )
  expect(left).toEqual([{ id: paid, lines: '[]' }])
  expect(await desk.database.all('select type from stripe_events where done_at is null')).toEqual([])
  expect(rowsOf((await charlie.get(paths.paymentMethods)).text)).toHaveLength(0)
})

it('no name, address or text of its people is left in the database', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const billing = await billingOf(desk)
  await billing.bill()
  await desk.settled()
  await alice.post(paths.companyErasure, name)
  const tables = await desk.database.all<{ name: string }>(
    "select name from sqlite_master where type = 'table'",
  )
  const everything: string[] = []
  for (const { name: table } of tables)
    everything.push(JSON.stringify(await desk.database.all(`select * from ${table}`)))
  const names = [
    'Atelier',
    'atelier.example',
    'Alice',
    'Bob',
    'Dan Moreau',
    'Lices',
    'March',
    desk.sandboxUrl,
  ]
  expect(names.filter((each) => everything.join().includes(each))).toEqual([])
  expect(everything.join()).toContain('Charlie')
})

it('whoever belongs to another company, too, goes on there', async () => {
  const desk = await startDesk()
  const { members } = desk.ports.store
  const { id: brasserie } = await companyNamed(desk, 'Brasserie du Port')
  const found = await members.byEmail('alice@atelier.example')
  await members.join(brasserie, found?.member.id ?? '', 'billing', Date.now())
  const alice = await desk.signedIn('alice')
  const answer = await alice.post(paths.companyErasure, name)
  expect([answer.status, answer.headers.location]).toEqual([303, paths.home])
  const next = await alice.get(paths.paymentMethods)
  expect(next.status).toBe(200)
  expect(next.text).toContain('Brasserie du Port')
  expect(bannerOf(next.text)).toBe(erased)
})

it('while a payment’s outcome is not known it is refused, with words on when to come back', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const billing = await billingOf(desk)
  desk.sandbox.control.orderPaymentProcessing({ times: 1, outcome: 'succeed' })
  await billing.bill()
  await desk.settled()
  const answer = await alice.post(paths.companyErasure, name)
  expect(answer.status).toBe(409)
  expect(bannerOf(answer.text)).toMatch(/Nothing was erased: a payment is at the bank.*Come back once/)
  expect((await atStripe(desk)).ids).toHaveLength(2)
  expect(rowsOf((await alice.get(paths.paymentMethods)).text)).toHaveLength(2)
})

it('while an invoice is being collected it is refused, and two minutes later it is not', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const alice = await desk.signedIn('alice')
  const billing = await billingOf(desk)
  for (const { id } of rowsOf((await alice.get(paths.paymentMethods)).text))
    desk.sandbox.control.changeBehaviour(id, 'insufficient_funds_when_charged')
  const id = await billing.bill()
  await desk.settled()
  await desk.database.run('update invoices set leased_until = $2 where id = $1', [id, clock.now() + 90_000])
  const answer = await alice.post(paths.companyErasure, name)
  expect([answer.status, bannerOf(answer.text)]).toEqual([
    409,
    expect.stringContaining('Come back in two minutes.'),
  ])
  clock.pass(2 * 60_000)
  expect(textOf((await alice.post(paths.companyErasure, name)).text)).toContain(erased)
})

const inTheMidst = async (context: Pick<TestContext, 'onTestFinished'>) => {
  const trouble = await inTrouble(context)
  const { desk, alice } = trouble
  const billing = await billingOf(desk)
  desk.sandbox.faults.order({ kind: '500-before', method: 'POST', path: '^.*/detach$' })
  const answer = await alice.post(paths.companyErasure, name)
  expect([answer.status, answer.headers.location]).toEqual([303, paths.companyErasure])
  return { ...trouble, billing }
}

it('where Stripe does not answer, nothing is charged any more, and the only page left says so', async (context) => {
  const { desk, alice, billing } = await inTheMidst(context)
  const page = await alice.get(paths.companyErasure)
  expect(bannerOf(page.text)).toContain('Nothing is charged any more, and we keep trying')
  expect(titleOf(page.text)).toContain('Your company is being erased')
  for (const path of [paths.paymentMethods, paths.invoices, paths.newPaymentMethod, paths.companyExport])
    expect([path, (await alice.get(path)).headers.location]).toEqual([path, paths.companyErasure])
  const bob = await desk.signedIn('bob')
  const closed = await bob.get(paths.paymentMethods)
  expect([closed.status, textOf(closed.text)]).toEqual([
    409,
    expect.stringContaining('asked for it to be erased'),
  ])
  const before = desk.sandbox.log.entries.filter(({ path }) => path.endsWith('/pay')).length
  await billing.bill()
  await desk.settled()
  expect(desk.sandbox.log.entries.filter(({ path }) => path.endsWith('/pay'))).toHaveLength(before)
})

it('whoever presses again goes on, and so do we by ourselves', async (context) => {
  const { desk, alice } = await inTheMidst(context)
  desk.sandbox.faults.clear()
  expect(textOf((await alice.post(paths.companyErasure)).text)).toContain(erased)
  await nobodyIsIn(desk, alice)
})

it('and so do we by ourselves', async (context) => {
  const { desk, alice, billing, mended } = await inTheMidst(context)
  await mended()
  await nobodyIsIn(desk, alice)
  expect([...desk.sandbox.ledger.paymentMethods.oldestFirst(billing.customerId)]).toEqual([])
})

it('what was begun by a process that died is taken up by another', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const alice = await desk.signedIn('alice')
  const { id: companyId, customerId } = await companyNamed(desk, 'Atelier Lumière')
  const owner = await desk.ports.store.companies.owner(companyId)
  const asker = { companyId, memberId: owner?.id ?? '', address: null }
  await desk.ports.store.privacy.beginErasure(asker, clock.now(), clock.now() + 90_000)
  await desk.settled()
  expect((await alice.get(paths.companyErasure)).status).toBe(200)
  clock.pass(91_000)
  await desk.settled()
  await nobodyIsIn(desk, alice)
  expect([...desk.sandbox.ledger.paymentMethods.oldestFirst(customerId ?? '')]).toEqual([])
})
