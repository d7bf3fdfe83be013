// What stories read on pages and in Stripe's ledger, and the way through Stripe's page.
import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../src/ports/clock.ts'
import { paths } from '../../src/web/paths.ts'
import type { Desk, Visitor } from './running-desk.ts'

export interface Row {
  readonly id: string
  readonly text: string
  readonly badge: string
  /** Of the forms and links that act on it: their addresses, without our common beginning. */
  readonly actions: readonly string[]
}

/** The cards of a list page, in its order. */
export function rowsOf(html: string): Row[] {
  return [
    ...html.matchAll(/<li class="card" id="card-(\w+)">([\s\S]*?)<\/li>\n(?=<li class="card"|<\/ul>)/g),
  ].map(([, id = '', row = '']) => ({
    id,
    text: textOf(row),
    badge: textOf(/<span class="badge \w+">(.*?)<\/span>/.exec(row)?.[1] ?? ''),
    actions: [...new Set([...row.matchAll(/ (?:action|href)="[^"]*\/(\w+)"/g)].map(([, name = '']) => name))],
  }))
}

/** What is read of a page, in one line. */
export function textOf(html: string): string {
  const bare = html.replace(/<head>[\s\S]*?<\/head>/, '').replace(/<[^>]*>/g, ' ')
  return datesApart(unescaped(bare))
    .replace(/[ \n]+/g, ' ')
    .trim()
}

/** Dates with plain spaces, where a page keeps a day on the line of its month. */
export function datesApart(text: string): string {
  return text.replace(/(?<=\d)\u00a0(?=\p{L}{3})|(?<=\p{L}\.?)\u00a0(?=\d{4}\b)/gu, ' ')
}

export function titleOf(html: string): string {
  return unescaped(/<title>(.*?)<\/title>/.exec(html)?.[1] ?? '')
}

export function bannerOf(html: string): string {
  return textOf(/<div class="banner[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '')
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] ?? '')
}

/** Where Stripe's page is, after its button on our page was pressed. */
export async function toHostedPage(visitor: Visitor): Promise<string> {
  const page = await visitor.get(paths.newPaymentMethod)
  const attempt = /name="attempt" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const answer = await visitor.post(paths.paymentMethods, { attempt })
  if (answer.status !== 303) throw new Error(`${answer.status} instead of the hosted page`)
  return answer.headers.location ?? ''
}

export const visa = '4242 4242 4242 4242'
export const mastercard = '5555 5555 5555 4444'

/** Types a card on Stripe's page, as its visitor does; the answer is not followed. */
export function typeCard(
  address: string,
  cardNumber: string,
  more: Record<string, string> = {},
): Promise<Response> {
  const typed = { cardNumber, cardExpiry: '12/40', cardCvc: '123', billingName: 'Alice Martin', ...more }
  return fetch(address, { method: 'POST', body: new URLSearchParams(typed), redirect: 'manual' })
}

/** The way through the hosted page and back, to the address of ours that it leads to. */
export async function backFromHostedPage(visitor: Visitor, cardNumber = visa): Promise<string> {
  const saved = await typeCard(await toHostedPage(visitor), cardNumber)
  const back = new URL(saved.headers.get('Location') ?? '')
  return back.pathname + back.search
}

/** Adds a card by the hosted page; resolves to the list, with its banner. */
export async function addCard(visitor: Visitor, cardNumber = visa): Promise<string> {
  const answer = await visitor.get(await backFromHostedPage(visitor, cardNumber))
  return (await visitor.get(answer.headers.location ?? '')).text
}

export interface StripeSide {
  readonly customerId: string
  readonly defaultId: string | null
  readonly ids: readonly string[]
}

/** What Stripe's own ledger says of a company. */
export async function atStripe(desk: Desk, company = 'Atelier Lumière'): Promise<StripeSide> {
  const { customerId } = await companyNamed(desk, company)
  const { customers, paymentMethods } = desk.sandbox.ledger
  const customer = customers.get(customerId ?? '')
  if (!customerId || !customer || customer.deleted) throw new Error(`${company} is no customer`)
  const chosen = customer.invoice_settings.default_payment_method
  return {
    customerId,
    defaultId: typeof chosen === 'string' ? chosen : null,
    ids: [...paymentMethods.oldestFirst(customerId)].map(({ id }) => id),
  }
}

export async function companyNamed(
  desk: Desk,
  name: string,
): Promise<{ id: string; customerId: string | null }> {
  const row = await desk.database.get<{ id: string; stripe_customer_id: string | null }>(
    'select id, stripe_customer_id from companies where name = $1',
    [name],
  )
  return { id: row?.id ?? '', customerId: row?.stripe_customer_id ?? null }
}

export type MovableClock = Clock & { pass(milliseconds: number): void }

/** The system's clock, and ahead of it as far as it was moved. */
export function movableClock(): MovableClock {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    pass: (milliseconds) => {
      ahead += milliseconds
    },
  }
}

/** Nobody waits by it: a pause moves it. */
export function hastyClock(): MovableClock {
  const clock = movableClock()
  return {
    ...clock,
    async pause(milliseconds) {
      clock.pass(milliseconds)
      await setImmediate()
    },
  }
}

/** Billing details that nothing is wrong with. */
export const goodDetails = {
  name: 'Atelier Lumière',
  line1: '1 rue Neuve',
  line2: 'Bâtiment B',
  postalCode: '75001',
  city: 'Paris',
  state: 'Île-de-France',
  country: 'FR',
  taxId: 'FR12345678901',
  email: 'factures@atelier.example',
}
