// Cards and wallets to show every view with.

import type { WalletSituation } from '../payment-methods/pages.ts'
import type { PaymentMethod } from '../payment-methods/payment-method.ts'
import type { Subscription } from '../payment-methods/subscription.ts'

const now = Date.UTC(2026, 10, 23, 9)
const day = 24 * 60 * 60_000

const visa: PaymentMethod = {
  id: 'pm_visa',
  type: 'card',
  brand: 'visa',
  networks: ['visa'],
  last4: '4242',
  expiry: { month: 12, year: 2029 },
  funding: 'credit',
  country: 'FR',
  fingerprint: 'visa-4242',
  createdAt: now - 90 * day,
  isDefault: true,
  mayBeBackup: true,
  isLeaving: false,
  duplicateKept: false,
  lastCharge: { at: now - 3 * day, amount: 12_900, currency: 'eur', succeeded: true },
}

function card(id: string, brand: string, last4: string, more: Partial<PaymentMethod> = {}): PaymentMethod {
  return {
    ...visa,
    id,
    brand,
    last4,
    fingerprint: `${brand}-${last4}`,
    isDefault: false,
    lastCharge: null,
    ...more,
  }
}

const mastercard = card('pm_mastercard', 'mastercard', '4444')
const amex = card('pm_amex', 'amex', '0005', { expiry: { month: 12, year: 2026 } })
const cartesBancaires = card('pm_cb', 'cartes_bancaires', '1001', {
  lastCharge: { at: now - 40 * day, amount: 4_500, currency: 'eur', succeeded: false },
})
const expired = card('pm_expired', 'visa', '0341', { expiry: { month: 10, year: 2026 } })
const debit = card('pm_debit', 'sepa_debit', '3000', { type: 'sepa_debit', expiry: null })

const studio: Subscription = {
  id: 'sub_studio',
  name: 'Studio',
  status: 'active',
  paymentMethodId: 'pm_mastercard',
  price: { amount: 4_900, currency: 'eur', interval: 'month' },
  isToFollow: false,
}
const archive: Subscription = { ...studio, id: 'sub_archive', name: 'Archive + Storage', price: null }
const lost: Subscription = { ...studio, id: 'sub_lost', name: 'Newsletter', paymentMethodId: 'pm_gone' }

export const subscriptions = { studio, archive, lost }

export const samples = { visa, mastercard, amex, cartesBancaires, expired, debit }

export function situation(
  methods: readonly PaymentMethod[],
  more: Partial<WalletSituation> & { awaited?: string } = {},
): WalletSituation {
  const { awaited = null, ...rest } = more
  return {
    wallet: { version: 1, methods, awaitedDefaultId: awaited },
    subscriptions: [],
    processing: 0,
    unverifiedSince: null,
    looks: 0,
    now,
    ...rest,
  }
}

export const wallets: Readonly<Record<string, WalletSituation>> = {
  empty: situation([]),
  'one card': situation([visa]),
  'two cards': situation([visa, mastercard]),
  'five cards': situation([mastercard, visa, amex, cartesBancaires, expired]),
  'without expiry': situation([visa, debit]),
  'the same card twice': situation([visa, card('pm_again', 'visa', '4242', { createdAt: now })]),
  'not a backup': situation([visa, { ...mastercard, mayBeBackup: false }]),
  'default awaited': situation([visa, mastercard], { awaited: 'pm_mastercard' }),
  'being removed': situation([visa, { ...mastercard, isLeaving: true }]),
  'cards with subscriptions': situation([visa, mastercard], { subscriptions: [studio, archive] }),
  'a subscription that moves': situation([visa, mastercard], {
    subscriptions: [{ ...studio, isToFollow: true }, archive],
  }),
  processing: situation([visa], { processing: 1 }),
  'processing for long': situation([visa], { processing: 1, looks: 10 }),
  'not verified': situation([visa], { unverifiedSince: now - day }),
  'focus on a neighbour': situation([visa, mastercard], { focus: 'pm_mastercard' }),
}
