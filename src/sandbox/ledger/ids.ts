// Ids that look like Stripe's: a prefix and letters from which nothing can be read.
import { randomInt } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export const accountId = () => `acct_1${letters(15)}`
export const customerId = () => `cus_${letters(14)}`
export const paymentMethodId = () => `pm_1${letters(23)}`
export const setupIntentId = () => `seti_1${letters(23)}`
export const setupAttemptId = () => `setatt_1${letters(23)}`
export const sessionId = () => `cs_test_a1${letters(56)}`
export const paymentIntentId = () => `pi_3${letters(23)}`
export const chargeId = () => `ch_3${letters(23)}`
export const invoiceId = () => `in_1${letters(23)}`
export const invoiceItemId = () => `ii_1${letters(23)}`
export const lineItemId = () => `il_1${letters(23)}`
export const invoicePaymentId = () => `inpay_1${letters(23)}`
export const subscriptionId = () => `sub_1${letters(23)}`
export const subscriptionItemId = () => `si_${letters(14)}`
export const priceId = () => `price_1${letters(23)}`
export const productId = () => `prod_${letters(14)}`
export const testClockId = () => `clock_1${letters(23)}`
export const attemptId = () => `att_1${letters(23)}`
export const taxIdId = () => `txi_1${letters(23)}`
export const eventId = () => `evt_1${letters(23)}`
export const requestId = () => `req_${letters(14)}`
export const clientSecretOf = (intent: string) => `${intent}_secret_${letters(25)}`
export const invoicePrefix = () => letters(8).toUpperCase()
export const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')

export function letters(count: number): string {
  return Array.from({ length: count }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}
