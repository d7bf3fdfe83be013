import type Stripe from 'stripe'
import type { AttemptedCard } from '../../invoices/attempt.ts'
import type { ChargeAtStripe, InvoiceAtStripe, InvoiceGateway } from '../../ports/invoice-gateway.ts'
import { outcomeOf } from './charge-outcomes.ts'
import { answerOf, nothingExpected, whenMissing } from './failures.ts'
import { toInboxEvent } from './signature.ts'
import { idOf, toCardFacts } from './translate.ts'
import {
  paymentIntentsOf,
  standingIntent,
  toChargeAtStripe,
  toInvoiceFacts,
  toSummary,
} from './translate-invoices.ts'

export const withPayments = { expand: ['payments.data.payment.payment_intent'] }

export function stripeInvoices(stripe: Stripe): InvoiceGateway {
  return {
    async invoice(invoiceId) {
      const invoice = await answerOf(
        stripe.invoices.retrieve(invoiceId, withPayments),
        'invoice',
        whenMissing('missing' as const),
      )
      return invoice === 'missing' ? 'missing' : withCharges(stripe, invoice)
    },

    async invoicesOf(customerId) {
      const page = await answerOf(
        stripe.invoices.list({ customer: customerId, limit: 100 }),
        'list',
        whenMissing('gone' as const),
      )
      return page === 'gone' ? 'gone' : page.data.map(toSummary)
    },

    async openInvoices() {
      const all: Stripe.Invoice[] = []
      for (;;) {
        const after = all.at(-1)?.id
        const params = { status: 'open', limit: 100, ...(after && { starting_after: after }) } as const
        const page = await answerOf<Stripe.ApiList<Stripe.Invoice>>(
          stripe.invoices.list(params),
          'list',
          nothingExpected,
        )
        all.push(...page.data)
        if (!page.has_more || page.data.length === 0) return all.map(toSummary)
      }
    },

    // Not sent again by the SDK: every sending is ours to decide, and to count. It knows no way to be told so for
    // connections that break as they are made, where nothing has left yet.
    pay: (invoiceId, body, key) =>
      outcomeOf(
        stripe.invoices.pay(invoiceId, JSON.parse(body), { idempotencyKey: key, maxNetworkRetries: 0 }),
      ),

    async confirmationSecret(invoiceId) {
      const invoice = await answerOf(
        stripe.invoices.retrieve(invoiceId, { expand: ['confirmation_secret'] }),
        'invoice',
        whenMissing('missing' as const),
      )
      return invoice === 'missing' ? null : (invoice.confirmation_secret?.client_secret ?? null)
    },

    // All of them, however many: Stripe lists the newest first, and the oldest are the ones that we have missed longest.
    async eventsSince(since, which) {
      const events: Stripe.Event[] = []
      for (;;) {
        const after = events.at(-1)?.id
        const page = await answerOf<Stripe.ApiList<Stripe.Event>>(
          stripe.events.list({
            ...(which === 'undelivered' && { delivery_success: false }),
            created: { gte: Math.floor(since / 1000) },
            limit: 100,
            ...(after && { starting_after: after }),
          }),
          'list',
          nothingExpected,
        )
        events.push(...page.data)
        if (!page.has_more || page.data.length === 0) return events.reverse().map(toInboxEvent)
      }
    },
  }
}

async function withCharges(stripe: Stripe, invoice: Stripe.Invoice): Promise<InvoiceAtStripe> {
  const intents = paymentIntentsOf(invoice)
  const charges: ChargeAtStripe[] = []
  for (const intent of intents) {
    // One that was never charged has nothing to tell.
    if (intent.latest_charge) charges.push(...(await chargesOf(stripe, invoice, intent)))
  }
  const intent = standingIntent(invoice)
  return {
    facts: toInvoiceFacts(invoice),
    customerId: idOf(invoice.customer),
    charges: charges.sort((one, other) => one.at - other.at),
    asks: intent?.status === 'requires_action' ? await cardOf(stripe, idOf(intent.payment_method)) : null,
    paymentCardId: idOf(intent?.payment_method),
  }
}

async function chargesOf(
  stripe: Stripe,
  { customer }: Stripe.Invoice,
  { id }: Stripe.PaymentIntent,
): Promise<ChargeAtStripe[]> {
  const customerId = idOf(customer)
  const params = { payment_intent: id, limit: 100, ...(customerId && { customer: customerId }) }
  const page = await answerOf<Stripe.ApiList<Stripe.Charge>>(
    stripe.charges.list(params),
    'list',
    nothingExpected,
  )
  // Newest first, as all of Stripe's lists; those of one second keep their order.
  return page.data.reverse().flatMap((charge) => toChargeAtStripe(charge) ?? [])
}

async function cardOf(stripe: Stripe, id: string | null): Promise<AttemptedCard | null> {
  if (id === null) return null
  const method = await answerOf(
    stripe.paymentMethods.retrieve(id),
    'payment_method',
    whenMissing('missing' as const),
  )
  return method === 'missing' ? null : toCardFacts(method)
}
