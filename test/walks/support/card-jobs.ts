import { expect } from 'vitest'
import { cardFrame, cardReady } from '../../browser/support/card-form.ts'
import { focusOn } from '../../browser/support/focus.ts'
import { behave, bill, inLedger } from '../../browser/support/owed.ts'
import type { Walker } from './walker.ts'

export const visa = { number: '4242424242424242', brand: 'Visa', last4: '4242' }
export const mastercard = { number: '5555555555554444', brand: 'Mastercard', last4: '4444' }

type Card = typeof visa

async function toCards({ page, hands, words, link, on }: Walker): Promise<void> {
  await page.goto('/settings')
  await hands.press(link(words.methods))
  await on(words.methods)
}

export async function add(walker: Walker): Promise<void> {
  await toCards(walker)
  await addCard(walker, visa)
  await walker.told(walker.words.added(visa.brand, visa.last4))
}

/** From the list to the form, here or at Stripe, and to the button that saves the card. */
export async function addCard(walker: Walker, { number }: Pick<Card, 'number'>): Promise<void> {
  const { words, hands, link, on } = walker
  await hands.press(link(words.add))
  await on(words.add)
  await (walker.scripted ? typeHere(walker, number) : typeAtStripe(walker, number))
}

async function typeHere({ page, words, hands, button }: Walker, number: string): Promise<void> {
  await cardReady(page)
  const field = (label: string) => cardFrame(page).getByLabel(label, { exact: true })
  await hands.fill(field(words.number), number)
  await hands.fill(field(words.expiry), '1240')
  await hands.fill(field(words.cvc), '123')
  await hands.press(button(words.submit))
}

async function typeAtStripe(walker: Walker, number: string): Promise<void> {
  const { words, hands, button, field } = walker
  await hands.press(button(words.hosted))
  await hands.fill(field(words.number), number)
  await hands.fill(field(words.expiry), '12/40')
  await hands.fill(field(words.cvc), '123')
  await hands.fill(field(words.holder), 'Zoé Lambert')
  await hands.fill(field(words.people.postalCode), '35000')
  await hands.press(button(words.save))
}

export async function setDefault(walker: Walker): Promise<void> {
  await toCards(walker)
  await makeDefault(walker, mastercard)
}

export async function makeDefault(walker: Walker, { brand, last4 }: Omit<Card, 'number'>): Promise<void> {
  const { words, hands, button, hears } = walker
  const kebab = button(words.actions(brand, last4))
  await hands.press(kebab)
  await hands.press(button(words.setDefault))
  await hears(words.nowDefault(brand, last4))
  if (walker.scripted) await focusOn(kebab)
  expect(await badgeOf(walker, last4)).toBe(words.default)
}

/** What stands beside a card’s name: that it is the default, or its place. */
export async function badgeOf({ page, words }: Walker, last4: string): Promise<string> {
  const row = page.getByRole('listitem').filter({ hasText: last4 })
  const badge = row.getByText(words.default, { exact: true }).or(row.getByText(words.backup, { exact: true }))
  return badge.innerText()
}

export async function order(walker: Walker): Promise<void> {
  const { page, words, hands, button, hears } = walker
  await toCards(walker)
  const last = page.getByRole('listitem').filter({ hasText: words.people.lastBackup })
  const isAmex = (await last.innerText()).includes('0005')
  const card = isAmex ? words.card('American Express', '0005') : words.card('Mastercard', '4444')
  const [up, down] = [button(words.people.up(card)), button(words.people.down(card))]
  await hands.press(up)
  await hears(words.people.moved(card, 1))
  if (walker.scripted) await focusOn(up)
  await hands.press(down)
  await hears(words.people.moved(card, 2))
  if (walker.scripted) await focusOn(down)
}

export async function remove(walker: Walker): Promise<void> {
  await toCards(walker)
  await removeCard(walker, mastercard, visa)
}

/** `next`: whose kebab has the focus then. */
export async function removeCard(
  walker: Walker,
  { brand, last4 }: Omit<Card, 'number'>,
  next: Omit<Card, 'number'>,
): Promise<void> {
  const { page, words, hands, button, link, hears, on } = walker
  await hands.press(button(words.actions(brand, last4)))
  await hands.press(link(words.remove))
  const question = words.question(brand, last4)
  if (walker.scripted) await focusOn(page.getByRole('dialog', { name: question }).getByRole('link'))
  else await on(question)
  await hands.press(button(words.confirm))
  await hears(words.removed(brand, last4))
  if (walker.scripted) await focusOn(button(words.actions(next.brand, next.last4)))
  expect(await button(words.actions(brand, last4)).count()).toBe(0)
}

export async function pay(walker: Walker): Promise<void> {
  const { page, stage, guest, words, hands, button, link, on, told } = walker
  const invoice = await bill(stage, guest)
  behave(stage, guest, 1, 'succeeds')
  await page.goto('/settings')
  await hands.press(link(words.invoices.pay))
  await on(new RegExp(invoice.number))
  await hands.choose(page.getByRole('radio', { name: /4444/ }))
  await hands.press(button(words.invoices.submit))
  await told(words.invoices.thanks(invoice.number))
  expect(inLedger(stage, invoice).charges).toBe(1)
}
