import { expect } from 'vitest'
import { cardFrame, cardReady } from '../../browser/support/card-form.ts'
import { focusOn } from '../../browser/support/focus.ts'
import { behave, bill, inLedger } from '../../browser/support/owed.ts'
import type { Walker } from './walker.ts'

async function toCards({ page, hands, words, link, on }: Walker): Promise<void> {
  await page.goto('/settings')
  await hands.press(link(words.methods))
  await on(words.methods)
}

export async function add(walker: Walker): Promise<void> {
  const { words, hands, link, on, told } = walker
  await toCards(walker)
  await hands.press(link(words.add))
  await on(words.add)
  await (walker.scripted ? addHere(walker) : addAtStripe(walker))
  await told(words.added('Visa', '4242'))
}

async function addHere({ page, words, hands, button }: Walker): Promise<void> {
  await cardReady(page)
  const field = (label: string) => cardFrame(page).getByLabel(label, { exact: true })
  await hands.fill(field(words.number), '4242424242424242')
  await hands.fill(field(words.expiry), '1240')
  await hands.fill(field(words.cvc), '123')
  await hands.press(button(words.submit))
}

async function addAtStripe({ words, hands, button, field }: Walker): Promise<void> {
  await hands.press(button(words.hosted))
  await hands.fill(field(words.number), '4242424242424242')
  await hands.fill(field(words.expiry), '12/40')
  await hands.fill(field(words.cvc), '123')
  await hands.fill(field(words.holder), 'Zoé Lambert')
  await hands.fill(field(words.people.postalCode), '35000')
  await hands.press(button(words.save))
}

export async function setDefault(walker: Walker): Promise<void> {
  const { page, words, hands, button, hears } = walker
  await toCards(walker)
  const kebab = button(words.actions('Mastercard', '4444'))
  await hands.press(kebab)
  await hands.press(button(words.setDefault))
  await hears(words.nowDefault('Mastercard', '4444'))
  if (walker.scripted) await focusOn(kebab)
  const row = page.getByRole('listitem').filter({ hasText: '4444' })
  await row.getByText(words.default, { exact: true }).waitFor()
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
  const { page, words, hands, button, link, hears, on } = walker
  await toCards(walker)
  await hands.press(button(words.actions('Mastercard', '4444')))
  await hands.press(link(words.remove))
  const question = words.question('Mastercard', '4444')
  if (walker.scripted) await focusOn(page.getByRole('dialog', { name: question }).getByRole('link'))
  else await on(question)
  await hands.press(button(words.confirm))
  await hears(words.removed('Mastercard', '4444'))
  if (walker.scripted) await focusOn(button(words.actions('Visa', '4242')))
  expect(await button(words.actions('Mastercard', '4444')).count()).toBe(0)
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
