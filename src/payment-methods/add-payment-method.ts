// A card is added: begun here, typed and confirmed at Stripe, and finished here by asking Stripe what became of it.

import type { Actor, Company, Language } from '../company/company.ts'
import { withCustomer } from '../company/customer.ts'
import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import { withRenewedKey } from '../ports/renewed-key.ts'
import { addingLimits } from './adding-limits.ts'
import { consentIn } from './consent.ts'

export interface Beginning {
  /** Made with the page that offers the form: pressing its button twice is one beginning. */
  readonly attempt: string
  readonly language: Language
}

/** Begun too often. When to come back, in epoch milliseconds; Stripe was asked nothing. */
export interface TooMany {
  readonly comeBack: number
}

/** For Stripe's field on our page. 'unanswered': nothing was saved, nothing is lost, try again. */
export async function beginAdding(
  ports: Ports,
  actor: Actor,
  beginning: Beginning,
): Promise<{ setupIntentId: string; clientSecret: string } | 'unanswered' | TooMany> {
  const id = await noteBeginning(ports, actor, beginning)
  if (typeof id !== 'string') return id
  return withLiveCustomer(ports, actor.company, async (customerId) => {
    const begun = await withRenewedKey(ports.clock, `setup/${id}/${customerId}`, (key) =>
      ports.gateway.beginSetup(customerId, key),
    )
    if (begun !== 'gone') await ports.store.setups.name(id, { setupIntentId: begun.setupIntentId })
    return begun
  })
}

/** For Stripe's own page, which needs no JavaScript: the address to send the person to. */
export async function beginOnHostedPage(
  ports: Ports,
  actor: Actor,
  beginning: Beginning,
  addresses: { returnUrl: string; cancelUrl: string },
): Promise<{ url: string } | 'unanswered' | TooMany> {
  // The same page offers both: each is a beginning of its own.
  const id = await noteBeginning(ports, actor, { ...beginning, attempt: `${beginning.attempt}/hosted` })
  if (typeof id !== 'string') return id
  const page = { ...addresses, language: beginning.language }
  return withLiveCustomer(ports, actor.company, async (customerId) => {
    const base = `hosted/${id}/${customerId}/${page.language}`
    const begun = await withRenewedKey(ports.clock, base, (key) =>
      ports.gateway.beginHostedSetup(customerId, page, key),
    )
    if (begun !== 'gone') await ports.store.setups.name(id, { sessionId: begun.sessionId })
    return begun
  })
}

// The agreement is kept before the card is: a card that we hear of by an event alone has its consent too.
async function noteBeginning(
  { store, clock }: Ports,
  actor: Actor,
  { attempt, language }: Beginning,
): Promise<string | TooMany> {
  const { company, member, address } = actor
  const first = `${company.id}/${attempt}`
  const known = await store.setups.byId(company.id, first)
  // A page kept open after its card was saved may serve for another card.
  const id = known === null || known.status === 'started' ? first : `${first}/${clock.now()}`
  const comeBack = await store.limits.take(addingLimits(actor), clock.now(), id)
  if (comeBack !== null) return { comeBack }
  await store.setups.begin({
    id,
    companyId: company.id,
    memberId: member.id,
    setupIntentId: null,
    sessionId: null,
    status: 'started',
    consent: consentIn(language),
    address,
    startedAt: clock.now(),
  })
  return id
}

async function withLiveCustomer<R>(
  ports: Ports,
  company: Company,
  begin: (customerId: string) => Promise<R | 'gone'>,
): Promise<R | 'unanswered'> {
  try {
    const { stripeCustomerId } = await withCustomer(ports, company)
    const begun = await begin(stripeCustomerId)
    if (begun !== 'gone') return begun
    await ports.store.companies.forgetCustomer(company.id, stripeCustomerId, ports.clock.now())
    const renewed = await withCustomer(ports, { ...company, stripeCustomerId: null })
    const second = await begin(renewed.stripeCustomerId)
    return second === 'gone' ? 'unanswered' : second
  } catch (error) {
    if (error instanceof GatewayUnavailable) return 'unanswered'
    throw error
  }
}
