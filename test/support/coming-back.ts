// Cards that are begun as the script on the add page begins them, and the way back from Stripe.
import { expect } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import type { Desk, Visitor } from './running-desk.ts'
import { bannerOf, rowsOf, visa } from './story.ts'

export interface Begun {
  readonly setupIntentId: string
  readonly clientSecret: string
}

/** As the script on the page begins, and Stripe's field confirms. */
export async function begin(visitor: Visitor): Promise<Begun> {
  const form = { attempt: crypto.randomUUID() }
  return (await visitor.post(paths.paymentMethods, form, { Accept: 'application/json' })).body
}

export function confirm({ sandbox }: Desk, { setupIntentId }: Begun, number = visa) {
  const card = { number: number.replaceAll(' ', ''), expMonth: 12, expYear: 2040, cvc: '123' }
  return sandbox.flow.confirmSetupIntent(setupIntentId, {
    card,
    billing: { country: 'CA', postalCode: 'M4B 1B3' },
  })
}

export async function comeBack(
  visitor: Visitor,
  query: string,
): Promise<{ to: string; said: string; rows: number }> {
  const answer = await visitor.get(`${paths.returnFromStripe}${query}`)
  expect(answer.status).toBe(303)
  const to = answer.headers.location ?? ''
  const { text } = await visitor.get(to)
  return { to, said: bannerOf(text), rows: rowsOf(text).length }
}
