// The host product's side of a story: it bills a company through Stripe, and its cards behave as the story wants.

import Stripe from 'stripe'
import type { Attempt } from '../../src/invoices/attempt.ts'
import type { Invoice } from '../../src/invoices/invoice.ts'
import type { BehaviourName } from '../../src/sandbox/cards/behaviours.ts'
import type { Desk } from './running-desk.ts'
import { atStripe, companyNamed } from './story.ts'

export interface Billing {
  readonly stripe: Stripe
  readonly companyId: string
  readonly customerId: string
  /** An invoice of 49.00 € that Stripe charges by itself as it is finalized; its id. */
  bill(more?: Stripe.InvoiceCreateParams, amount?: number): Promise<string>
  /** Attaches one of Stripe's test methods, with the consent to charge it as a backup; its id. */
  addCard(token: string, behaviour?: BehaviourName): Promise<string>
  invoice(id: string): Promise<Invoice>
  attempts(id: string): Promise<readonly Attempt[]>
  /** `card: outcome` of each attempt, in order. */
  told(id: string): Promise<string[]>
}

export function stripeOf(desk: Desk): Stripe {
  const url = new URL(desk.sandboxUrl)
  return new Stripe(desk.keys.secretKey, {
    host: url.hostname,
    port: url.port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  })
}

export async function billingOf(desk: Desk, company = 'Atelier Lumière'): Promise<Billing> {
  const stripe = stripeOf(desk)
  const { customerId } = await atStripe(desk, company)
  const { id: companyId } = await companyNamed(desk, company)
  const { store } = desk.ports

  async function attempts(id: string): Promise<readonly Attempt[]> {
    return store.invoices.attempts(companyId, id)
  }

  return {
    stripe,
    companyId,
    customerId,
    async bill(more = {}, amount = 4900) {
      await stripe.invoiceItems.create({
        customer: customerId,
        amount,
        currency: 'eur',
        description: 'March',
      })
      const draft = await stripe.invoices.create({
        customer: customerId,
        auto_advance: true,
        pending_invoice_items_behavior: 'include',
        ...more,
      })
      return (await stripe.invoices.finalizeInvoice(draft.id, { auto_advance: more.auto_advance ?? true })).id
    },
    async addCard(token, behaviour) {
      const { id } = await stripe.paymentMethods.attach(token, { customer: customerId })
      if (behaviour) desk.sandbox.control.changeBehaviour(id, behaviour)
      const owner = await store.companies.owner(companyId)
      const consent = { version: 'test', language: 'en', wording: 'Yes.' } as const
      const agreement = { companyId, memberId: owner?.id ?? '', paymentMethodId: id, consent, at: Date.now() }
      await desk.settled()
      await store.wallets.agree(agreement)
      return id
    },
    async invoice(id) {
      const invoice = await store.invoices.byId(companyId, id)
      if (!invoice) throw new Error(`there is no invoice ${id}`)
      return invoice
    },
    attempts,
    told: async (id) => (await attempts(id)).map(({ card, outcome }) => `${card.last4}: ${outcome}`),
  }
}
