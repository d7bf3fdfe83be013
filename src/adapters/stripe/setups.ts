import type Stripe from 'stripe'
import type { PaymentGateway } from '../../ports/payment-gateway.ts'
import { answerOf, isMissing, isRefused, whenMissing } from './failures.ts'
import { idOf, toSetup } from './translate.ts'

type SetupCalls = Pick<
  PaymentGateway,
  'beginSetup' | 'beginHostedSetup' | 'setup' | 'hostedSetup' | 'cancelSetup' | 'expireHostedSetup'
>

export function stripeSetups(stripe: Stripe): SetupCalls {
  return {
    async beginSetup(customerId, key) {
      const intent = await answerOf(
        stripe.setupIntents.create(
          { customer: customerId, usage: 'off_session', allowed_payment_method_types: ['card'] },
          { idempotencyKey: key },
        ),
        'setup_intent',
        whenCustomerGone,
      )
      if (intent === 'gone') return 'gone'
      if (intent.client_secret === null)
        throw new Error('Stripe gave a SetupIntent without its client secret')
      return { setupIntentId: intent.id, clientSecret: intent.client_secret }
    },

    async beginHostedSetup(customerId, page, key) {
      const session = await answerOf(
        stripe.checkout.sessions.create(
          {
            mode: 'setup',
            customer: customerId,
            allowed_payment_method_types: ['card'],
            locale: page.language,
            success_url: page.returnUrl,
            cancel_url: page.cancelUrl,
          },
          { idempotencyKey: key },
        ),
        'checkout.session',
        whenCustomerGone,
      )
      if (session === 'gone') return 'gone'
      if (!session.url) throw new Error('Stripe gave a hosted page without its address')
      return { sessionId: session.id, url: session.url }
    },

    async setup(setupIntentId) {
      const intent = await answerOf(
        stripe.setupIntents.retrieve(setupIntentId),
        'setup_intent',
        whenMissing('missing' as const),
      )
      return intent === 'missing' ? 'missing' : toSetup(intent)
    },

    async hostedSetup(sessionId) {
      const session = await answerOf(
        stripe.checkout.sessions.retrieve(sessionId),
        'checkout.session',
        whenMissing('missing' as const),
      )
      if (session === 'missing') return 'missing'
      const finished = session.status === 'complete'
      return {
        customerId: idOf(session.customer),
        setupIntentId: finished ? idOf(session.setup_intent) : null,
      }
    },

    async cancelSetup(setupIntentId, key) {
      const answer = await answerOf(
        stripe.setupIntents.cancel(
          setupIntentId,
          { cancellation_reason: 'abandoned' },
          { idempotencyKey: key },
        ),
        'setup_intent',
        whenNotOpen,
      )
      return typeof answer === 'string' ? answer : 'canceled'
    },

    async expireHostedSetup(sessionId, key) {
      const answer = await answerOf(
        stripe.checkout.sessions.expire(sessionId, {}, { idempotencyKey: key }),
        'checkout.session',
        whenNotOpen,
      )
      return typeof answer === 'string' ? answer : 'canceled'
    },
  }
}

function whenCustomerGone(error: Stripe.errors.StripeError): 'gone' | undefined {
  return isMissing(error) && error.param === 'customer' ? 'gone' : undefined
}

function whenNotOpen(error: Stripe.errors.StripeError): 'missing' | 'not open' | undefined {
  if (isMissing(error)) return 'missing'
  return isRefused(error) ? 'not open' : undefined
}
