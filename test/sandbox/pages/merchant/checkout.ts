// A customer of the merchant with an invoice to pay, and the page where they pay it with a saved card.
import type { FrameLocator, Page } from 'playwright-core'
import type { BehaviourName } from '../../../../src/sandbox/cards/behaviours.ts'
import { billed, openFor } from '../../billed.ts'
import { refusalOf } from '../../start.ts'
import type { Stage } from './stage.ts'

export interface Owed {
  invoice: string
  customer: string
  card: string
  /** The payment intent's. */
  secret: string
  intent: string
}

export interface Payment {
  paymentIntent?: { id: string; status: string; next_action?: { type: string } }
  error?: {
    type: string
    code?: string
    decline_code?: string
    message: string
    payment_intent?: { status: string }
  }
  thrown?: { name: string; message: string }
}

/** Stripe has not been asked for the money yet. */
export async function owe({ sandbox }: Stage, behaviour: BehaviourName): Promise<Owed> {
  const { customer, card } = await billed(sandbox, behaviour)
  const invoice = await openFor(sandbox, customer)
  const expand = ['confirmation_secret']
  const { confirmation_secret } = await sandbox.stripe.invoices.retrieve(invoice, { expand })
  const secret = confirmation_secret?.client_secret ?? ''
  return { invoice, customer, card, secret, intent: secret.split('_secret_')[0] ?? '' }
}

/** The merchant has asked for the money, and was told that the cardholder is needed: by which code. */
export async function charged(stage: Stage, behaviour: BehaviourName): Promise<Owed & { code: string }> {
  const owed = await owe(stage, behaviour)
  const pay = stage.sandbox.stripe.invoices.pay(owed.invoice, {
    payment_method: owed.card,
    off_session: true,
  })
  return { ...owed, code: (await refusalOf(pay)).code ?? '' }
}

export async function visit({ browser, merchant }: Stage): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(merchant.url)
  return page
}

export function call(page: Page, method: string, ...given: unknown[]): Promise<Payment> {
  return callAs(page, 'pk_test_merchant', method, ...given)
}

export function callAs(page: Page, key: string, method: string, ...given: unknown[]): Promise<Payment> {
  return page.evaluate<Payment>(`merchant.call(...${JSON.stringify([key, method, ...given])})`)
}

export function bankIn(page: Page): FrameLocator {
  return page.frameLocator('dialog iframe')
}

export async function answer(page: Page, name: 'Complete authentication' | 'Fail authentication') {
  await bankIn(page).getByRole('button', { name }).click()
}

/** What the sandbox's own books say: the invoice's state, and how often money was taken for it. */
export function books({ sandbox }: Stage, { invoice }: Owed) {
  const [account] = sandbox.sandbox.control.book(invoice)
  return { status: account?.status, charges: account?.charges.length }
}
