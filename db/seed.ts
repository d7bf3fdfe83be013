// The sandbox's companies and people, and two cards to begin with. Done once: what is there stays.

import { randomUUID } from 'node:crypto'
import { noBillingDetails } from '../src/company/billing-details.ts'
import { changeBillingDetails } from '../src/company/change-billing-details.ts'
import type { Actor } from '../src/company/company.ts'
import { withCustomer } from '../src/company/customer.ts'
import { consentIn } from '../src/payment-methods/consent.ts'
import { refreshWallet } from '../src/payment-methods/refresh-wallet.ts'
import type { Passwords } from '../src/ports/passwords.ts'
import type { Ports } from '../src/ports/ports.ts'
import { type TrialAccount, trialAccounts, trialPassword } from '../src/sign-in/trial-accounts.ts'

export interface Seeding {
  readonly ports: Ports
  readonly passwords: Passwords
  /** Attaches one of Stripe's test cards; resolves to its id. */
  readonly attachCard: (token: string, customerId: string) => Promise<string>
}

const addresses = {
  'Atelier Lumière': {
    line1: '12 rue des Lices',
    postalCode: '35000',
    city: 'Rennes',
    email: 'factures@atelier.example',
  },
  'Brasserie du Port': {
    line1: '3 quai de la Fosse',
    postalCode: '44000',
    city: 'Nantes',
    email: 'compta@brasserie.example',
  },
}

export async function seed(seeding: Seeding): Promise<void> {
  const { members } = seeding.ports.store
  if (await members.byEmail('alice@atelier.example')) return
  const atelier = await company(seeding, 'Atelier Lumière')
  await company(seeding, 'Brasserie du Port')
  await cards(seeding, atelier)
}

/** The company with its people; resolves to its owner at work in it. */
async function company(seeding: Seeding, name: keyof typeof addresses): Promise<Actor> {
  const { ports } = seeding
  const id = randomUUID()
  const details = { ...noBillingDetails, name, country: 'FR', ...addresses[name] }
  await ports.store.companies.add({ id, name, stripeCustomerId: null }, details, ports.clock.now())
  const people = trialAccounts.filter((account) => account.company === name)
  const ids = await Promise.all(people.map((account) => member(seeding, id, account)))
  const owner = await ports.store.members.actor(ids[0] ?? '', id)
  if (!owner) throw new Error(`${name} has no owner`)
  await changeBillingDetails(ports, owner, details)
  return owner
}

async function member(
  { ports, passwords }: Seeding,
  companyId: string,
  { email, name, role }: TrialAccount,
): Promise<string> {
  const id = randomUUID()
  const hash = await passwords.hash(trialPassword)
  await ports.store.members.add({ id, email, name, language: null }, hash, ports.clock.now())
  await ports.store.members.join(companyId, id, role, ports.clock.now())
  return id
}

async function cards({ ports, attachCard }: Seeding, { company, member }: Actor): Promise<void> {
  const { store, clock } = ports
  const current = await store.companies.byId(company.id)
  const { stripeCustomerId } = await withCustomer(ports, current ?? company)
  const visa = await attachCard('pm_card_visa', stripeCustomerId)
  const mastercard = await attachCard('pm_card_mastercard', stripeCustomerId)
  await ports.gateway.setDefault(stripeCustomerId, visa, `seed/${company.id}`)
  await refreshWallet(ports, { ...company, stripeCustomerId })
  for (const paymentMethodId of [visa, mastercard]) {
    const agreement = {
      companyId: company.id,
      memberId: member.id,
      paymentMethodId,
      consent: consentIn('fr'),
    }
    await store.wallets.agree({ ...agreement, at: clock.now() })
  }
}
