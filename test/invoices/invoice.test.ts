import { describe, expect, it } from 'vitest'
import {
  type InvoiceStatus,
  isOwed,
  isPayable,
  isUncertain,
  isUnpaid,
  mayBecome,
  type PaymentState,
  type Rest,
} from '../../src/invoices/invoice.ts'
import { anInvoice } from '../support/builders.ts'

const statuses: readonly InvoiceStatus[] = ['draft', 'open', 'paid', 'uncollectible', 'void']

// Source: https://docs.stripe.com/invoicing/overview#invoice-statuses
const legal: readonly (readonly [InvoiceStatus, InvoiceStatus])[] = [
  ['draft', 'open'],
  // Read late, or finalized and settled at once.
  ['draft', 'paid'],
  ['draft', 'uncollectible'],
  ['draft', 'void'],
  ['open', 'paid'],
  ['open', 'uncollectible'],
  ['open', 'void'],
  ['uncollectible', 'paid'],
  ['uncollectible', 'void'],
]
const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const))

describe('An invoice', () => {
  it.each(pairs)('that was %s and is said to be %s', (from, to) => {
    const isLegal = from === to || legal.some(([one, other]) => one === from && other === to)
    expect(mayBecome(from, to)).toBe(isLegal)
  })

  it.each(statuses)('that is %s is owed only while it is open', (status) => {
    expect(isOwed(anInvoice({ status }))).toBe(status === 'open')
    expect(isPayable(anInvoice({ status }))).toBe(status === 'open')
  })

  it('of which nothing remains is not owed, whatever its status', () => {
    const covered = anInvoice({ amountRemaining: 0 })
    expect([isOwed(covered), isUnpaid(covered), isPayable(covered)]).toEqual([false, false, false])
  })

  it('is ours to see to once Stripe tried by itself and could not', () => {
    expect(isUnpaid(anInvoice())).toBe(true)
    expect(isUnpaid(anInvoice({ wasAttempted: false }))).toBe(false)
    expect(isUnpaid(anInvoice({ isAutomatic: false }))).toBe(false)
  })

  it('that is sent to its customer can be paid by hand', () => {
    expect(isPayable(anInvoice({ isAutomatic: false, wasAttempted: false }))).toBe(true)
  })

  it('whose outcome is not known can be paid by nobody', () => {
    for (const uncertain of [anInvoice({ isInFlight: true }), anInvoice({ payment: 'processing' })]) {
      expect([isUncertain(uncertain), isPayable(uncertain)]).toEqual([true, false])
    }
  })

  it.each<[PaymentState, boolean]>([
    ['none', true],
    ['open', true],
    ['needs cardholder', true],
    ['processing', false],
    ['paid', true],
    ['canceled', false],
  ])('whose payment is %s can be paid by hand: %s', (payment, payable) => {
    expect(isPayable(anInvoice({ payment }))).toBe(payable)
  })

  it.each<[Rest, boolean]>([
    ['next run', true],
    ['cardholder', true],
    ['processing', true],
    ['stopped', true],
    ['review', false],
  ])('that rests for “%s” can be paid by hand: %s', (kind, payable) => {
    expect(isPayable(anInvoice({ rest: { kind, why: null, until: null } }))).toBe(payable)
  })
})
