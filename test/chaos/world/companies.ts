// Companies as their plans say: customers and cards in the sandbox, members and agreements in Guichet's own books.
import { randomUUID } from 'node:crypto'
import { argon2Passwords } from '../../../src/adapters/argon2/passwords.ts'
import { noBillingDetails } from '../../../src/company/billing-details.ts'
import { consentIn } from '../../../src/payment-methods/consent.ts'
import { refreshWallet } from '../../../src/payment-methods/refresh-wallet.ts'
import type { Ports } from '../../../src/ports/ports.ts'
import { trialPassword } from '../../../src/sign-in/trial-accounts.ts'
import type { SandboxProcess } from '../processes/sandbox.ts'
import type { CardPlan, CompanyPlan } from './plan.ts'

export interface Company {
  readonly id: string
  readonly customer: string
  readonly plan: CompanyPlan
  /** The ids of its cards, as planned; later ones are added. */
  readonly cards: string[]
  readonly invoices: string[]
  /** The addresses of two members who may manage billing. */
  readonly members: readonly [string, string]
  subscription: string | null
}

type Building = Pick<Ports, 'store' | 'gateway' | 'clock'> & Ports

// A hash takes long by design: everybody has the same password.
const hash = argon2Passwords().hash(trialPassword)

export async function makeCompany(
  ports: Building,
  sandbox: SandboxProcess,
  plan: CompanyPlan,
): Promise<Company> {
  const id = randomUUID()
  const email = `${id}@company.example`
  const { id: customer } = await sandbox.api<{ id: string }>('/v1/customers', { name: plan.name, email })
  const cards: string[] = []
  for (const card of plan.cards) cards.push(await attach(sandbox, customer, card))
  const chosen = plan.chosen === undefined ? undefined : cards[plan.chosen]
  if (chosen !== undefined) {
    await sandbox.api(`/v1/customers/${customer}`, { 'invoice_settings[default_payment_method]': chosen })
  }
  const members = await moveIn(ports, id, customer, plan.name)
  await refreshWallet(ports, { id, name: plan.name, stripeCustomerId: customer })
  await putInOrder(
    ports,
    id,
    plan.order.map((at) => cards[at] ?? ''),
  )
  for (const [at, card] of plan.cards.entries()) {
    if (card.agreed) await agree(ports, id, members[0].id, cards[at] ?? '')
  }
  const [owner, biller] = members
  return { id, customer, plan, cards, invoices: [], members: [owner.email, biller.email], subscription: null }
}

export async function attach(
  sandbox: SandboxProcess,
  customer: string,
  { number, behaviour }: Pick<CardPlan, 'number' | 'behaviour'>,
): Promise<string> {
  const { id } = await sandbox.api<{ id: string }>('/v1/payment_methods', {
    type: 'card',
    'card[number]': number,
    'card[cvc]': '123',
    'card[exp_month]': '12',
    'card[exp_year]': '2040',
  })
  await sandbox.control('POST', '/card-behaviour', { payment_method: id, behaviour })
  await sandbox.api(`/v1/payment_methods/${id}/attach`, { customer })
  return id
}

interface Person {
  readonly id: string
  readonly email: string
}

async function moveIn(
  { store, clock }: Ports,
  id: string,
  customer: string,
  name: string,
): Promise<[Person, Person]> {
  const details = { ...noBillingDetails, name, email: `${id}@company.example` }
  await store.companies.add({ id, name, stripeCustomerId: customer }, details, clock.now())
  const people = (['owner', 'billing'] as const).map((role) => ({ role, id: randomUUID() }))
  for (const person of people) {
    const member = { id: person.id, email: `${person.id}@company.example`, name: person.role, language: null }
    await store.members.add(member, await hash, clock.now())
    await store.members.join(id, person.id, person.role, clock.now())
  }
  const [owner, biller] = people.map((person) => ({ id: person.id, email: `${person.id}@company.example` }))
  if (!owner || !biller) throw new Error('nobody moved in')
  return [owner, biller]
}

async function putInOrder({ store, clock }: Ports, companyId: string, ids: readonly string[]): Promise<void> {
  const { version } = await store.wallets.of(companyId)
  if (ids.length > 0) await store.wallets.reorder(companyId, version, ids, [], clock.now())
}

async function agree(
  { store, clock }: Ports,
  companyId: string,
  memberId: string,
  card: string,
): Promise<void> {
  const agreement = { companyId, memberId, paymentMethodId: card, consent: consentIn('en'), at: clock.now() }
  await store.wallets.agree(agreement)
}
