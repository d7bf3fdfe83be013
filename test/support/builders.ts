// The cast of the tests and what they own. Each builder takes only what matters to its test.
import { type BillingDetails, noBillingDetails } from '../../src/company/billing-details.ts'
import type { Actor, Company, Member, Role } from '../../src/company/company.ts'
import { consentIn } from '../../src/payment-methods/consent.ts'
import type { CardFacts, PaymentMethod } from '../../src/payment-methods/payment-method.ts'
import type { Subscription } from '../../src/payment-methods/subscription.ts'
import type { Wallet } from '../../src/payment-methods/wallet.ts'
import type { Agreement, InboxEvent, Setup, Store } from '../../src/ports/store.ts'

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** The tests' present: a day in the middle of a month. */
export const noon = Date.UTC(2026, 10, 15, 12)

export const atelier: Company = {
  id: 'atelier',
  name: 'Atelier Lumière',
  stripeCustomerId: 'cus_atelier',
}
export const brasserie: Company = {
  id: 'brasserie',
  name: 'Brasserie du Port',
  stripeCustomerId: 'cus_brasserie',
}

export const alice = aMember('alice', 'Alice Moreau')
export const bob = aMember('bob', 'Bob Martin')
export const dan = aMember('dan', 'Dan Petit')
export const charlie = aMember('charlie', 'Charlie Renard')

function aMember(id: string, name: string): Member {
  return { id, name, email: `${id}@example.com`, language: null }
}

const people: readonly { member: Member; role: Role; company: Company }[] = [
  { member: alice, role: 'owner', company: atelier },
  { member: bob, role: 'billing', company: atelier },
  { member: dan, role: 'developer', company: atelier },
  { member: charlie, role: 'owner', company: brasserie },
]

export const asAlice = actorOf(alice)
export const asBob = actorOf(bob)
export const asCharlie = actorOf(charlie)

function actorOf(member: Member): Actor {
  const { role, company } = people.find((person) => person.member === member) ?? {
    role: 'developer',
    company: atelier,
  }
  return { member, company, role, otherCompanies: [] }
}

/** Both companies with their people, each company a customer of Stripe's already. */
export async function moveIn({ companies, members }: Store): Promise<void> {
  for (const company of [atelier, brasserie]) await companies.add(company, someDetails(company), noon)
  for (const { member, role, company } of people) {
    await members.add(member, null, noon)
    await members.join(company.id, member.id, role, noon)
  }
}

export function someDetails(changes: Partial<BillingDetails> = {}): BillingDetails {
  const { name = atelier.name, email = alice.email, ...rest } = changes
  return { ...noBillingDetails, city: 'Paris', country: 'FR', ...rest, name, email }
}

/** The company's wallet as it stands at Stripe, copied; the first card is the default unless another is named. */
export async function mirror(
  { wallets }: Store,
  methods: readonly CardFacts[],
  {
    company = atelier,
    defaultId = methods[0]?.id ?? null,
  }: { company?: Company; defaultId?: string | null } = {},
): Promise<void> {
  const { version } = await wallets.of(company.id)
  await wallets.mirror(company.id, version, { methods, defaultId }, noon)
}

let made = 0

/** What Stripe knows of a card. Each is another card, made a second after the one before. */
export function someFacts(changes: Partial<CardFacts> = {}): CardFacts {
  made += 1
  return {
    id: `pm_${made}`,
    type: 'card',
    brand: 'visa',
    networks: ['visa'],
    last4: '4242',
    expiry: { month: 12, year: 2030 },
    funding: 'credit',
    country: 'FR',
    fingerprint: `print_${made}`,
    createdAt: noon - day + made * second,
    ...changes,
  }
}

/** A backup that its company agreed to, unless told otherwise. */
export function aCard({
  expired = false,
  ...changes
}: Partial<PaymentMethod> & { expired?: boolean } = {}): PaymentMethod {
  return {
    ...someFacts(expired ? { expiry: { month: 10, year: 2026 } } : {}),
    isDefault: false,
    mayBeBackup: true,
    isLeaving: false,
    duplicateKept: false,
    lastCharge: null,
    ...changes,
  }
}

/** A subscription that follows the default, unless a card of its own is named. */
export function aSubscription(changes: Partial<Subscription> = {}): Subscription {
  made += 1
  return {
    id: `sub_${made}`,
    name: 'Studio',
    status: 'active',
    paymentMethodId: null,
    price: { amount: 4_900, currency: 'eur', interval: 'month' },
    isToFollow: false,
    ...changes,
  }
}

export function aWallet(...methods: readonly PaymentMethod[]): Wallet {
  return { version: 1, methods, awaitedDefaultId: null }
}

export function anAgreement(paymentMethodId: string, changes: Partial<Agreement> = {}): Agreement {
  return {
    companyId: atelier.id,
    memberId: alice.id,
    paymentMethodId,
    consent: consentIn('fr'),
    at: noon,
    ...changes,
  }
}

export function aSetup(changes: Partial<Setup> = {}): Setup {
  return {
    id: 'atelier/first',
    companyId: atelier.id,
    memberId: alice.id,
    setupIntentId: null,
    sessionId: null,
    status: 'started',
    consent: consentIn('fr'),
    startedAt: noon,
    ...changes,
  }
}

export function anEvent(changes: Partial<InboxEvent> = {}): InboxEvent {
  made += 1
  return {
    id: `evt_${made}`,
    type: 'customer.updated',
    objectId: atelier.stripeCustomerId,
    customerId: atelier.stripeCustomerId,
    createdAt: noon,
    ...changes,
  }
}

export function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map((thing) => thing.id)
}
