// Paying an invoice because somebody asks for it.
import type Stripe from 'stripe'
import { documentationOf } from '../errors/api-error.ts'
import { cardError } from '../errors/card-error.ts'
import { invalidRequest } from '../errors/invalid-request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referenceOf } from '../ledger/reference.ts'
import { declinesWhenAway } from '../payments/charge-card.ts'
import { confirmPayment, refuseUnlessPayable } from '../payments/pay.ts'
import { inTimeOf } from '../time/at-time.ts'
import { cardFor } from './card-for.ts'
import { cancelPayment } from './close.ts'
import { openInvoice } from './finalize.ts'
import { intentOf, invoiceInPath } from './find.ts'
import type { InvoicePay } from './invoice-parameters.ts'
import { paidOutOfBand } from './mark-paid.ts'

/** Throws the card error where the bank declines, or asks for the cardholder. */
export function payInvoice(ledger: Ledger, asked: Stripe.Invoice, parameters: InvoicePay): Stripe.Invoice {
  refuseUnlessOwed(asked)
  return inTimeOf(ledger, referenceOf(asked.customer), () => {
    const invoice = asked.status === 'draft' ? openInvoice(ledger, asked) : asked
    if (invoice.status === 'paid') return invoice
    const intent = intentOf(ledger, invoice)
    if (!intent) throw new Error(`There is no payment behind ${invoice.id}.`)
    refuseUnlessPayable(intent)
    if (parameters.paid_out_of_band) {
      cancelPayment(ledger, invoice)
      return paidOutOfBand(ledger, invoice)
    }
    const payment_method = parameters.payment_method ?? cardFor(ledger, invoice)
    if (payment_method === null) throw noCard()
    const off_session = (parameters.off_session ?? true) && declinesWhenAway(ledger, payment_method)
    const confirmed = confirmPayment(ledger, intent, { payment_method, off_session })
    if (confirmed.status === 'requires_action') throw holderNeeded()
    return invoiceInPath(ledger, invoice.id)
  })
}

function refuseUnlessOwed({ status }: Stripe.Invoice): void {
  if (status === 'paid') throw invalidRequest('Invoice is already paid')
  if (status === 'void') throw invalidRequest('Voided invoices cannot be paid.')
}

function noCard() {
  return invalidRequest(
    'This customer has no attached payment source or default payment method. Please consider adding a default ' +
      'payment method. For more information, visit ' +
      'https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.',
    { code: 'resource_missing' },
  )
}

function holderNeeded() {
  const code = 'invoice_payment_intent_requires_action'
  return cardError({
    type: 'card_error',
    code,
    doc_url: documentationOf(code),
    message:
      'Payment for this invoice requires additional user action before it can be completed successfully. Payment ' +
      'can be completed using the PaymentIntent associated with the invoice. For more details see: ' +
      'https://stripe.com/docs/billing/subscriptions/overview#requires-action',
  })
}
