// The cast of the tests and what they own. Each builder takes only what matters to its test.
import { type BillingDetails, noBillingDetails } from '../../src/company/billing-details.ts'
import type { Actor, Company, Member, Role } from '../../src/company/company.ts'
import { type Attempt, bodyOf, type Decline, keyOf } from '../../src/invoices/attempt.ts'
import type { Invoice, InvoiceFacts } from '../../src/invoices/invoice.ts'
import { consentIn } from '../../src/payment-methods/consent.ts'
import type { CardFacts, PaymentMethod } from '../../src/payment-methods/payment-method.ts'
import type { Subscription } from '../../src/payment-methods/subscription.ts'
import type { Wallet } from '../../src/payment-methods/wallet.ts'
import type { ChargeAtStripe, InvoiceAtStripe } from '../../src/ports/invoice-gateway.ts'
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
  return { member, company, role, address: null, otherCompanies: [] }
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
    address: null,
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

/** What Stripe says of an invoice of 49.00 € that it could not charge. */
export function someInvoiceFacts(changes: Partial<InvoiceFacts> = {}): InvoiceFacts {
  const { amountDue = 4900, amountPaid = 0 } = changes
  return {
    id: 'in_1',
    number: 'LUM-0001',
    status: 'open',
    currency: 'eur',
    amountDue,
    amountPaid,
    amountRemaining: amountDue - amountPaid,
    isAutomatic: true,
    wasAttempted: true,
    createdAt: noon - hour,
    finalizedAt: noon - hour,
    dueAt: null,
    paidAt: null,
    nextStripeAttemptAt: null,
    hostedUrl: null,
    pdfUrl: null,
    lines: [{ text: 'March', amount: amountDue }],
    payment: 'open',
    ...changes,
  }
}

/** The facts of one that is paid. */
export function paidFacts(changes: Partial<InvoiceFacts> = {}): InvoiceFacts {
  const { amountDue = 4900 } = changes
  return someInvoiceFacts({
    status: 'paid',
    payment: 'paid',
    amountPaid: amountDue,
    paidAt: noon,
    ...changes,
  })
}

export function anInvoice(changes: Partial<Invoice> = {}): Invoice {
  return {
    ...someInvoiceFacts(changes),
    companyId: atelier.id,
    readAt: noon,
    run: 1,
    isInFlight: false,
    reviewedTo: 0,
    rest: null,
    ...changes,
  }
}

export function aDecline(declineCode: string | null, changes: Partial<Decline> = {}): Decline {
  return { code: 'card_declined', declineCode, adviceCode: null, blocked: false, ...changes }
}

/** One of ours that was declined, unless told otherwise. */
export function anAttempt(changes: Partial<Attempt> = {}): Attempt {
  made += 1
  const {
    number = 1,
    card = someFacts(),
    invoiceId = 'in_1',
    outcome = 'declined',
    startedAt = noon,
  } = changes
  const isOpen = outcome === 'sent' || outcome === 'unknown' || outcome === 'pending'
  return {
    id: keyOf(invoiceId, card.id, number),
    invoiceId,
    companyId: atelier.id,
    number,
    run: 1,
    card,
    madeBy: 'guichet',
    memberId: null,
    address: null,
    body: bodyOf(card.id, 'guichet'),
    amount: 4900,
    currency: 'eur',
    startedAt,
    outcome,
    decline: outcome === 'declined' ? aDecline('do_not_honor') : null,
    chargeId: isOpen || outcome === 'undone' ? null : `ch_of_${made}`,
    settledAt: isOpen ? null : startedAt,
    tries: 1,
    ...changes,
  }
}

/** A charge that Stripe tells of, declined unless told otherwise. */
export function aCharge(changes: Partial<ChargeAtStripe> = {}): ChargeAtStripe {
  made += 1
  const { outcome = 'declined' } = changes
  return {
    id: `ch_${made}`,
    card: someFacts(),
    amount: 4900,
    currency: 'eur',
    at: noon,
    outcome,
    decline: outcome === 'declined' ? aDecline('do_not_honor') : null,
    ...changes,
  }
}

export function invoiceAtStripe({
  facts = {},
  ...changes
}: Partial<Omit<InvoiceAtStripe, 'facts'>> & { facts?: Partial<InvoiceFacts> } = {}): InvoiceAtStripe {
  return {
    facts: facts.status === 'paid' ? paidFacts(facts) : someInvoiceFacts(facts),
    customerId: atelier.stripeCustomerId,
    charges: [],
    asks: null,
    paymentCardId: null,
    ...changes,
  }
}
