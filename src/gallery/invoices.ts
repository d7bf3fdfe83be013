// Invoices and attempts to show their views with.

import type { Language } from '../company/company.ts'
import type { Attempt, Decline } from '../invoices/attempt.ts'
import type { Invoice } from '../invoices/invoice.ts'
import { noticeView } from '../invoices/notice-page.ts'
import { invoicesView, invoiceView } from '../invoices/pages.ts'
import { confirmationView, paymentsView, paymentView } from '../invoices/payment-page.ts'
import type { PaymentMethod } from '../payment-methods/payment-method.ts'
import { formatWait } from '../words/format.ts'
import { words } from '../words/words.ts'
import { samples, situation } from './samples.ts'

const now = Date.UTC(2026, 10, 23, 9)
const day = 24 * 60 * 60_000

const paid: Invoice = {
  id: 'in_paid',
  companyId: 'atelier',
  readAt: now,
  number: 'ATEL-0001',
  status: 'paid',
  currency: 'eur',
  amountDue: 12_900,
  amountPaid: 12_900,
  amountRemaining: 0,
  isAutomatic: true,
  wasAttempted: true,
  createdAt: now - 40 * day,
  finalizedAt: now - 40 * day,
  dueAt: null,
  paidAt: now - 40 * day,
  nextStripeAttemptAt: null,
  hostedUrl: 'https://invoice.example/paid',
  pdfUrl: 'https://invoice.example/paid.pdf',
  lines: [{ text: 'Team plan, October 2026', amount: 12_900 }],
  payment: 'paid',
  run: 1,
  isInFlight: false,
  reviewedTo: 0,
  rest: null,
}

function unpaid(id: string, more: Partial<Invoice> = {}): Invoice {
  const amounts = { amountPaid: 0, amountRemaining: 12_900 }
  const at = { createdAt: now - day, finalizedAt: now - day, paidAt: null }
  return { ...paid, ...amounts, ...at, id, number: 'ATEL-0002', status: 'open', payment: 'open', ...more }
}

const fundsMissing: Decline = {
  code: 'card_declined',
  declineCode: 'insufficient_funds',
  adviceCode: 'try_again_later',
  blocked: false,
}

function attempt(number: number, card: PaymentMethod, more: Partial<Attempt> = {}): Attempt {
  return {
    id: `attempt-${number}`,
    invoiceId: 'in_unpaid',
    companyId: 'atelier',
    number,
    run: 1,
    card,
    madeBy: number === 1 ? 'stripe' : 'guichet',
    memberId: null,
    address: null,
    body: null,
    amount: 12_900,
    currency: 'eur',
    startedAt: now - day + number * 1000,
    outcome: 'declined',
    decline: fundsMissing,
    chargeId: null,
    settledAt: now - day + number * 1000,
    tries: 1,
    ...more,
  }
}

const { visa, mastercard, amex } = samples
const declined = [attempt(1, visa), attempt(2, mastercard)]
const byBackup = [attempt(1, visa), attempt(2, mastercard, { outcome: 'paid', decline: null })]
const asked = [attempt(1, visa, { outcome: 'needs cardholder', decline: null }), attempt(2, mastercard)]
const silent = [
  attempt(1, visa),
  attempt(2, mastercard, { outcome: 'unknown', decline: null, settledAt: null }),
]
const nextRun = { kind: 'next run', why: null, until: now + 2 * day } as const

const stories = {
  'paid by a backup': { invoice: paid, attempts: byBackup, looks: 0 },
  'tried again later': { invoice: unpaid('in_unpaid', { rest: nextRun }), attempts: declined, looks: 0 },
  'being tried': { invoice: unpaid('in_trying'), attempts: [attempt(1, visa)], looks: 0 },
  'needs its cardholder': {
    invoice: unpaid('in_asks', { rest: { kind: 'cardholder', why: null, until: now + 2 * day } }),
    attempts: asked,
    looks: 0,
  },
  'not yet known': { invoice: unpaid('in_silent', { isInFlight: true }), attempts: silent, looks: 0 },
  'not known for long': { invoice: unpaid('in_silent', { isInFlight: true }), attempts: silent, looks: 10 },
  stopped: {
    invoice: unpaid('in_stopped', { rest: { kind: 'stopped', why: 'runs spent', until: null } }),
    attempts: declined,
    looks: 0,
  },
  'in review': {
    invoice: unpaid('in_review', { rest: { kind: 'review', why: 'suspected fraud', until: null } }),
    attempts: declined,
    looks: 0,
  },
  'not due yet': {
    invoice: unpaid('in_first', {
      wasAttempted: false,
      nextStripeAttemptAt: now + day,
      amountPaid: 900,
      amountRemaining: 12_000,
    }),
    attempts: [],
    looks: 0,
  },
  'sent to be paid': {
    invoice: unpaid('in_sent', { isAutomatic: false, wasAttempted: false, dueAt: now + 30 * day }),
    attempts: [],
    looks: 0,
  },
  void: { invoice: { ...paid, id: 'in_void', status: 'void' as const }, attempts: [], looks: 0 },
}

const { wallet } = situation([visa, mastercard, { ...amex, mayBeBackup: false }])
const toPay = { invoice: stories['tried again later'].invoice, attempts: declined, declined, wallet }
const lost = attempt(1, visa, {
  decline: { ...fundsMissing, declineCode: 'lost_card', adviceCode: 'do_not_try_again' },
})
const withDead = { ...toPay, attempts: [lost], declined: [lost] }
const browser = {
  secret: 'pi_1_secret_2',
  publishableKey: 'pk_test_gallery',
  origin: 'http://localhost:3000',
}

type Story = keyof typeof stories
const told = [
  ...Object.entries(stories).map(([state, story]) => [state, { ...story, wallet }] as const),
  [
    'the card that its bank asks for is gone',
    { ...stories['needs its cardholder'], wallet: situation([mastercard]).wallet },
  ] as const,
].map(([state, story]) => [state, (language: Language) => ({ page: invoiceView(language, story) })] as const)
const noticed: readonly Story[] = [
  'tried again later',
  'being tried',
  'needs its cardholder',
  'not yet known',
  'stopped',
  'in review',
]

const everyState = [...new Set(Object.values(stories).map(({ invoice }) => invoice))]

export const invoiceExamples = {
  list: {
    empty: (language: Language) => ({ page: invoicesView(language, [], { at: 1, isLast: true }) }),
    'in every state': (language: Language) => ({
      page: invoicesView(language, everyState, { at: 1, isLast: true }),
    }),
    'between others': (language: Language) => ({
      page: invoicesView(language, everyState.slice(0, 2), { at: 2, isLast: false }),
    }),
  },
  invoice: Object.fromEntries(told),
  payment: {
    'two cards refused': (language: Language) => ({
      page: paymentView(language, toPay, { chosen: '', error: null }),
    }),
    'a dead card': (language: Language) => ({
      page: paymentView(language, withDead, { chosen: '', error: null }),
    }),
    refused: (language: Language) => ({
      page: paymentView(language, toPay, {
        chosen: '',
        error: words[language].invoices.payment.cardResting,
      }),
    }),
    'no card': (language: Language) => ({
      page: paymentView(language, { ...toPay, wallet: situation([]).wallet }, { chosen: '', error: null }),
    }),
  },
  payments: {
    two: (language: Language) => ({
      page: paymentsView(
        language,
        [
          { invoice: stories['tried again later'].invoice, number: 3 },
          { invoice: unpaid('in_other', { number: 'ATEL-0003' }), number: 2 },
        ],
        visa,
        { error: null },
      ),
    }),
    'none chosen': (language: Language) => ({
      page: paymentsView(language, [{ invoice: stories.stopped.invoice, number: 3 }], visa, {
        error: words[language].invoices.several.none,
        ticked: [],
      }),
    }),
    'tried too often': (language: Language) => ({
      page: paymentsView(
        language,
        [
          { invoice: stories['tried again later'].invoice, number: 3 },
          { invoice: unpaid('in_other', { number: 'ATEL-0003' }), number: 2 },
        ],
        visa,
        { error: words[language].limits.paying(formatWait(language, 40 * 60_000, 0)), ticked: ['in_other'] },
      ),
    }),
  },
  confirmation: {
    asked: (language: Language) => ({ page: confirmationView(language, unpaid('in_asks'), visa, browser) }),
  },
  notice: Object.fromEntries(
    noticed.map((state, at) => [
      state,
      (language: Language) => ({ notice: noticeView(language, { ...stories[state], wallet, others: at }) }),
    ]),
  ),
  state: {
    good: (language: Language) => ({
      state: { kind: 'good' as const, text: words[language].invoices.states.paid },
    }),
    bad: (language: Language) => ({
      state: { kind: 'bad' as const, text: words[language].invoices.states.unpaid },
    }),
  },
}
