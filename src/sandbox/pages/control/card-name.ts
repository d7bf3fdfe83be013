// A card as people speak of it: its mark, its brand, and its last digits.
import { existsSync } from 'node:fs'
import type Stripe from 'stripe'
import { brandName } from '../browser/card/brands.js'
import { type Html, html } from '../html.ts'

export function cardName({ card }: Stripe.PaymentMethod): Html {
  const brand = card?.brand ?? ''
  const mark = html`<img src="/sandbox/assets/marks/${brand}.svg" alt="" width="30" height="19">`
  return html`<span class="card">${hasMark(brand) && mark}<span>${brandName(brand)} •••• ${card?.last4}</span></span>`
}

function hasMark(brand: string): boolean {
  return /^\w+$/.test(brand) && existsSync(new URL(`../marks/${brand}.svg`, import.meta.url))
}
