import { expect, it } from 'vitest'
import { argon2Passwords } from '../../src/adapters/argon2/passwords.ts'
import { attachTrialCard } from '../../src/adapters/stripe/trial-cards.ts'
import { addCompany, type NewCompany } from '../../src/commands/add-company.ts'
import { startDesk } from '../support/running-desk.ts'

const passwords = argon2Passwords()
const wanted: NewCompany = {
  name: 'Papeterie Nord',
  owner: 'Eve@Papeterie.example',
  stripeCustomer: undefined,
  password: undefined,
}

it('a new company has a customer at Stripe and an owner who sets a password by a link', async () => {
  const { ports } = await startDesk()
  const added = await addCompany(ports, passwords, wanted)
  if (added.result !== 'added') throw new Error(added.why)
  expect(added.token).toMatch(/^[\w-]{32}$/)
  const company = await ports.store.companies.byId(added.company.id)
  expect(company?.stripeCustomerId).toMatch(/^cus_/)
  expect((await ports.store.companies.owner(added.company.id))?.email).toBe('eve@papeterie.example')
})

it('a customer that is there already brings its cards and details', async () => {
  const { ports, keys } = await startDesk()
  const customerId = await ports.gateway.createCustomer(
    { id: 'x', name: 'At Stripe', email: 'stripe@nord.example' },
    'a-key',
  )
  await attachTrialCard({ ...keys, timeout: 5_000 })('pm_card_visa', customerId)
  const added = await addCompany(ports, passwords, { ...wanted, stripeCustomer: customerId })
  if (added.result !== 'added') throw new Error(added.why)
  const { methods } = await ports.store.wallets.of(added.company.id)
  expect(methods.map(({ last4, isDefault }) => ({ last4, isDefault }))).toEqual([
    { last4: '4242', isDefault: true },
  ])
  const details = await ports.store.companies.billingDetails(added.company.id)
  expect(details).toMatchObject({ name: 'Papeterie Nord', email: 'stripe@nord.example' })
  const again = await addCompany(ports, passwords, { ...wanted, name: 'Sud', stripeCustomer: customerId })
  expect(again).toEqual({ result: 'refused', why: 'Another company has this customer already.' })
})

it('who runs the command twice makes one company', async () => {
  const { ports } = await startDesk()
  await addCompany(ports, passwords, wanted)
  const again = await addCompany(ports, passwords, wanted)
  expect(again).toEqual({
    result: 'refused',
    why: 'eve@papeterie.example owns a company of this name already.',
  })
})

it('a password is set for an owner who is known and has none', async () => {
  const { ports, visitor } = await startDesk()
  await addCompany(ports, passwords, wanted)
  const second = await addCompany(ports, passwords, {
    ...wanted,
    name: 'Sud',
    password: 'long enough, and hers',
  })
  expect(second).toMatchObject({ result: 'added', token: null, passwordKept: false })
  const form = { email: 'eve@papeterie.example', password: 'long enough, and hers' }
  expect((await visitor().post('/sign-in', form)).status).toBe(303)
})

it('somebody who has a password keeps it, and owns both companies', async () => {
  const { ports } = await startDesk()
  const added = await addCompany(ports, passwords, { ...wanted, owner: 'alice@atelier.example' })
  expect(added).toMatchObject({ result: 'added', token: null, passwordKept: true })
  const alice = await ports.store.members.byEmail('alice@atelier.example')
  const actor = await ports.store.members.actor(alice?.member.id ?? '', null)
  expect(actor?.otherCompanies.map(({ name }) => name)).toEqual(['Papeterie Nord'])
})

it.each([
  ['no name', { name: '' }, 'A company needs a name'],
  ['an owner without an address', { owner: 'eve' }, 'Its owner is an e-mail address'],
  ['a short password', { password: 'short' }, 'twelve characters'],
  ['a common password', { password: 'passwordpassword' }, 'attackers try first'],
  [
    'a customer that Stripe does not know',
    { stripeCustomer: 'cus_unknown' },
    'Stripe knows no such customer',
  ],
])('%s is refused, and nothing is made', async (_what, fault, why) => {
  const { ports } = await startDesk()
  const added = await addCompany(ports, passwords, { ...wanted, ...fault })
  expect(added).toMatchObject({ result: 'refused', why: expect.stringContaining(why) })
  expect(await ports.store.members.byEmail('eve@papeterie.example')).toBeNull()
})

it('with Stripe away the company is made all the same, and its customer with its first card', async () => {
  const { ports, sandbox } = await startDesk()
  sandbox.faults.order({ kind: '500-before' })
  const added = await addCompany(ports, passwords, wanted)
  expect(added).toMatchObject({ result: 'added', atStripe: false })
})
