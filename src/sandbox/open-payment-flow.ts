// The payment flow over the ledger. Every call is a transaction, and its events are sent on their way.
import type Stripe from 'stripe'
import { ApiError } from './errors/api-error.ts'
import { invalidRequest } from './errors/invalid-request.ts'
import { returnAddress } from './intents/return-address.ts'
import { intentOf } from './invoices/find.ts'
import { type Ledger, nobody, transact } from './ledger/ledger.ts'
import { methodDataOf } from './method-data.ts'
import type { Paid, PaymentFlow } from './payment-flow.ts'
import { confirmPayment } from './payments/pay.ts'
import { settlePaymentAuthentication } from './payments/settle-payment.ts'
import type { CardConfirmation } from './setup-flow.ts'

export function openPaymentFlow(ledger: Ledger, wakeCourier: () => void): PaymentFlow {
  function act<Result>(work: () => Result): Result {
    try {
      return transact(ledger, nobody, work)
    } finally {
      wakeCourier()
    }
  }

  return {
    invoice(id) {
      const invoice = ledger.invoices.get(id)
      return !invoice || invoice.deleted || invoice.status === 'draft' ? undefined : invoice
    },
    paymentIntent: (id) => ledger.paymentIntents.get(id),
    intentOf: (invoice) => intentOf(ledger, invoice),
    pay: (invoice, confirmation) => act(() => pay(ledger, invoice, confirmation)),
    authenticate: (id, answer) => act(() => settlePaymentAuthentication(ledger, id, answer)),
    returnAddress: (id) =>
      returnAddress(ledger.paymentIntents.get(id), ledger.paymentFacts.get(`facts_${id}`)?.returnUrl),
  }
}

/** Whatever is refused is told; only a decline leaves a trace. */
function pay(ledger: Ledger, invoice: Stripe.Invoice, confirmation: CardConfirmation): Paid {
  try {
    const intent = intentOf(ledger, invoice)
    if (!intent) throw invalidRequest('There is nothing to pay.')
    const paid = confirmPayment(ledger, intent, {
      payment_method_data: methodDataOf(confirmation),
      use_stripe_sdk: false,
      ...(confirmation.returnUrl !== undefined && { return_url: confirmation.returnUrl }),
    })
    return { outcome: 'accepted', intent: paid }
  } catch (error) {
    if (error instanceof ApiError) return { outcome: 'refused', error: error.body }
    throw error
  }
}
