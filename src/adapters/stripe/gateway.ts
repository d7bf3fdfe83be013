import type Stripe from 'stripe'
import type { PaymentGateway } from '../../ports/payment-gateway.ts'
import { connectToStripe, type StripeConnection } from './client.ts'
import { stripeCustomers } from './customers.ts'
import { answerOf, isMissing, isRefused, whenMissing } from './failures.ts'
import { stripeInvoices } from './invoices.ts'
import { stripeSetups } from './setups.ts'
import { stripeSubscriptions } from './subscriptions.ts'
import { idOf, toCardFacts, toLastCharge } from './translate.ts'

export function stripeGateway(connection: StripeConnection): PaymentGateway {
  const stripe = connectToStripe(connection)
  return {
    ...stripeCustomers(stripe),
    ...stripeWallets(stripe),
    ...stripeSetups(stripe),
    ...stripeCharges(stripe),
    ...stripeInvoices(stripe),
    ...stripeSubscriptions(stripe),
  }
}

type WalletCalls = Pick<PaymentGateway, 'wallet' | 'setDefault' | 'detach' | 'ownerOf'>

function stripeWallets(stripe: Stripe): WalletCalls {
  return {
    async wallet(customerId) {
      // The customer is read before the list: a card that a default names is then in the list, if at all.
      const customer = await answerOf(
        stripe.customers.retrieve(customerId),
        'customer',
        whenMissing('gone' as const),
      )
      if (customer === 'gone' || customer.deleted) return 'gone'
      const methods = await everyMethod(stripe, customerId)
      if (methods === 'gone') return 'gone'
      return {
        defaultId: idOf(customer.invoice_settings.default_payment_method),
        methods: methods.map(toCardFacts),
      }
    },

    async setDefault(customerId, paymentMethodId, key) {
      const answer = await answerOf(
        stripe.customers.update(
          customerId,
          { invoice_settings: { default_payment_method: paymentMethodId } },
          { idempotencyKey: key },
        ),
        'customer',
        // Missing customer, missing card, or a card that is attached to nobody any more.
        (error) => (isMissing(error) || isRefused(error) ? 'gone' : undefined),
      )
      return answer === 'gone' ? 'gone' : 'set'
    },

    async detach(paymentMethodId, key) {
      await answerOf(
        stripe.paymentMethods.detach(paymentMethodId, {}, { idempotencyKey: key }),
        'payment_method',
        // 400: it is not attached to a customer. 404: there is no such card any more.
        (error) => (isMissing(error) || isRefused(error) ? 'detached' : undefined),
      )
      return 'detached'
    },

    async ownerOf(paymentMethodId) {
      const method = await answerOf(
        stripe.paymentMethods.retrieve(paymentMethodId),
        'payment_method',
        whenMissing('missing' as const),
      )
      return method === 'missing' ? null : idOf(method.customer)
    },
  }
}

async function everyMethod(stripe: Stripe, customerId: string): Promise<Stripe.PaymentMethod[] | 'gone'> {
  const methods: Stripe.PaymentMethod[] = []
  for (;;) {
    const after = methods.at(-1)?.id
    const page = await answerOf(
      stripe.customers.listPaymentMethods(customerId, {
        limit: 100,
        ...(after && { starting_after: after }),
      }),
      'list',
      whenMissing('gone' as const),
    )
    if (page === 'gone') return 'gone'
    methods.push(...page.data)
    // Stripe lists the newest first; those of one second keep the order that they were added in.
    if (!page.has_more || page.data.length === 0)
      return methods.reverse().sort((one, other) => one.created - other.created)
  }
}

function stripeCharges(stripe: Stripe): Pick<PaymentGateway, 'charge'> {
  return {
    async charge(chargeId) {
      const charge = await answerOf(
        stripe.charges.retrieve(chargeId),
        'charge',
        whenMissing('missing' as const),
      )
      if (charge === 'missing') return 'missing'
      return { paymentMethodId: charge.payment_method, charge: toLastCharge(charge) }
    },
  }
}
