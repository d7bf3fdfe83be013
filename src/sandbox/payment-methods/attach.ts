// Putting a payment method on a customer.
import type Stripe from 'stripe'
import { customerNamed } from '../customers/customer.ts'
import { cardError, declineBody } from '../errors/card-error.ts'
import { invalidRequest } from '../errors/invalid-request.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { askBank } from './ask-bank.ts'
import { usableMethod } from './find.ts'

export function attachPaymentMethod(ledger: Ledger, id: string, customer: string): Stripe.PaymentMethod {
  customerNamed(ledger, customer)
  const method = usableMethod(ledger, id, 'path')
  if (method.customer) {
    throw invalidRequest('The payment method you provided has already been attached to a customer.', {
      code: 'payment_method_unexpected_state',
    })
  }
  const answer = askBank(ledger, method)
  if (answer.decline) throw cardError({ ...declineBody(answer.decline), param: '' })
  return putOn(ledger, answer.checked, customer)
}

/** The bank has been asked already. */
export function putOn(ledger: Ledger, method: Stripe.PaymentMethod, customer: string): Stripe.PaymentMethod {
  const attached = ledger.paymentMethods.replace({ ...method, customer })
  recordEvent(ledger, 'payment_method.attached', attached)
  return attached
}
