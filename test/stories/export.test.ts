import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { exportCompany } from '../../src/privacy/export-company.ts'
import { makePasswordLink } from '../../src/sign-in/password-link.ts'
import { paths } from '../../src/web/paths.ts'
import { notExported } from '../privacy/column-decisions.ts'
import { billingOf } from '../support/billing.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { addCard, atStripe, bannerOf, companyNamed, textOf } from '../support/story.ts'
import { subscribe } from '../support/subscriptions.ts'

async function exported(visitor: Visitor) {
  const answer = await visitor.post(paths.companyExport)
  return { answer, data: JSON.parse(answer.text) }
}

it('the owner reads what there is, and takes it along as a file', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const page = await alice.get(paths.companyExport)
  expect(textOf(page.text)).toContain('Card numbers are not in it, because we never have them.')
  const { answer, data } = await exported(alice)
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(answer.headers['content-disposition']).toMatch(
    /^attachment; filename="guichet-\d{4}-\d\d-\d\d\.json"$/,
  )
  expect(Object.keys(data)).toEqual([
    'format',
    'version',
    'exportedAt',
    'company',
    'billingDetails',
    'members',
    'cards',
    'consents',
    'cardsBegun',
    'subscriptions',
    'invoices',
    'attempts',
    'activity',
    'invitations',
    'mail',
  ])
  expect(data).toMatchObject({
    format: 'guichet.company',
    version: 1,
    company: { name: 'Atelier Lumière' },
    billingDetails: { city: 'Rennes' },
    cardsBegun: [],
  })
  expect(data.activity.at(-1)).toMatchObject({ action: 'data exported', result: 'done' })
  expect(data.members.map((member: { email: string }) => member.email).sort()).toEqual([
    'alice@atelier.example',
    'bob@atelier.example',
    'dan@atelier.example',
  ])
  const cards = data.cards.map(({ brand, last4, isDefault, removedAt }: Record<string, unknown>) => [
    brand,
    last4,
    isDefault,
    removedAt,
  ])
  expect(cards.sort()).toEqual([
    ['mastercard', '4444', false, null],
    ['visa', '4242', true, null],
  ])
})

it('it tells of invoices with their attempts, and of cards that are gone', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const billing = await billingOf(desk)
  const invoice = await billing.bill()
  await desk.settled()
  const { data: before } = await exported(alice)
  const last = before.cards.at(-1).id
  await alice.post(paths.removal(last))
  const { data } = await exported(alice)
  expect(data.invoices).toMatchObject([{ id: invoice, status: 'paid', amountPaid: 4900 }])
  expect(data.attempts).toMatchObject([{ invoiceId: invoice, outcome: 'paid', madeBy: 'stripe' }])
  const card = data.cards.find(({ id }: { id: string }) => id === last)
  expect(card.removedAt).toMatch(/^\d{4}-\d\d-\d\dT/)
  expect(data.mail.map(({ kind }: { kind: string }) => kind)).toContain('card removed')
})

it('a log that is longer than what is read at once comes whole and in order', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const { id: companyId } = await companyNamed(desk, 'Atelier Lumière')
  const entry = {
    companyId,
    memberId: null,
    address: null,
    action: 'signed in',
    facts: {},
    result: 'done',
  } as const
  // Many of one moment, so that a page ends in the midst of it.
  for (let at = 0; at < 3; at++) await desk.ports.store.activity.record(Array(401).fill(entry), 1_000 + at)
  const { data } = await exported(alice)
  const of = (moment: number) => data.activity.filter(({ at }: { at: string }) => Date.parse(at) === moment)
  expect([1_000, 1_001, 1_002].map((moment) => of(moment).length)).toEqual([401, 401, 401])
  expect(new Set(data.activity.map(({ id }: { id: string }) => id)).size).toBe(data.activity.length)
  const times = data.activity.map(({ at }: { at: string }) => at)
  expect(times).toEqual([...times].sort())
})

it('only the owner exports, and eleven times within the hour is too often', async () => {
  const desk = await startDesk()
  for (const persona of ['bob', 'dan'] as const) {
    const visitor = await desk.signedIn(persona)
    expect((await visitor.get(paths.companyExport)).status).toBe(403)
    expect((await visitor.post(paths.companyExport)).status).toBe(403)
  }
  expect((await desk.visitor().post(paths.companyExport)).status).toBe(303)
  const alice = await desk.signedIn('alice')
  for (let time = 0; time < 10; time++) expect((await exported(alice)).answer.status).toBe(200)
  const refused = await alice.post(paths.companyExport)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3000)
  expect(bannerOf(refused.text)).toContain('exported ten times within the hour')
})

// Into every text that is not to be exported, and that is not the name of something that is.
const names = new Set([
  'company_id',
  'member_id',
  'id',
  'kind',
  'state',
  'payment_method_id',
  'follow_default_id',
])

async function plant({ database }: Desk, secret: string): Promise<string[]> {
  const planted: string[] = []
  for (const [table, columns] of Object.entries(notExported)) {
    const types = await database.all<{ name: string; type: string }>(
      `select name, type from pragma_table_info('${table}')`,
    )
    const isText = (column: string) => types.some(({ name, type }) => name === column && type === 'TEXT')
    for (const column of Object.keys(columns).filter((each) => isText(each) && !names.has(each))) {
      // The log lets nobody change what stands in it: there it is planted with an entry of its own.
      if (table === 'activity') await enterSecret(database, column, secret)
      const filled =
        table === 'activity' ? 1 : await database.run(`update ${table} set ${column} = '${secret}' || rowid`)
      if (filled > 0) planted.push(`${table}.${column}`)
    }
  }
  return planted
}

async function enterSecret(database: Desk['database'], column: string, secret: string): Promise<void> {
  await database.run(
    `insert into activity (id, company_id, at, action, facts, result, ${column})
     select 'planted-' || id, id, 1, 'signed out', '{}', 'done', '${secret}' || id from companies`,
  )
}

it('nothing that lets somebody in, no secret, and nothing of another company is in it', async () => {
  const desk = await startDesk()
  const [alice, charlie] = [await desk.signedIn('alice'), await desk.signedIn('charlie')]
  await addCard(alice)
  await addCard(charlie)
  const billing = await billingOf(desk)
  await billing.bill()
  await (await billingOf(desk, 'Brasserie du Port')).bill()
  const { ids } = await atStripe(desk)
  await subscribe(desk, 'Studio', ids[0] ?? '')
  await alice.post(paths.removal(ids[1] ?? ''))
  await desk.settled()
  const bob = await desk.ports.store.members.byEmail('bob@atelier.example')
  await makePasswordLink(desk.ports.store.passwordLinks, bob?.member.id ?? '', Date.now())
  const actor = await desk.ports.store.members.actor(bob?.member.id ?? '', billing.companyId)
  if (!actor) throw new Error('Bob is nobody')
  const secret = `canary-${randomBytes(12).toString('hex')}-`
  expect(await plant(desk, secret)).toEqual([
    'companies.erasing_by',
    'members.password_hash',
    'sessions.id_hash',
    'sessions.data',
    'password_links.token_hash',
    'wallet_changes.key',
    'wallet_changes.address',
    'attempts.body',
    'activity.once',
    'outbox.once',
    'outbox.facts',
    'outbox.last_error',
  ])

  let text = ''
  for await (const piece of await exportCompany(desk.ports, actor)) text += piece
  expect(text).toContain('Studio')
  const { keys, sandbox } = desk
  const clientSecrets = [...sandbox.ledger.setupIntents.oldestFirst()].map((each) => each.client_secret ?? '')
  expect(clientSecrets).toHaveLength(2)
  const theirs = await companyNamed(desk, 'Brasserie du Port')
  const never = [
    secret,
    keys.secretKey,
    keys.webhookSecret,
    ...clientSecrets,
    theirs.id,
    theirs.customerId ?? '',
    ...(await atStripe(desk, 'Brasserie du Port')).ids,
    'brasserie',
    'Charlie',
  ]
  expect(never.filter((each) => each === '' || text.includes(each))).toEqual([])
})
