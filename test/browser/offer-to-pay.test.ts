import { expect, it } from 'vitest'
import { tryCard } from './support/card-form.ts'
import { focusOn } from './support/focus.ts'
import { bankAsks, banner, read, told } from './support/invoice-pages.ts'
import { row } from './support/list.ts'
import { bill, guestWith, inLedger, type Owed } from './support/owed.ts'
import { languages, said } from './support/said.ts'
import { saidOfInvoices } from './support/said-of-invoices.ts'
import { type Guest, type Language, setStage } from './support/stage.ts'

const stage = setStage()
const good = '5555555555554444'
const asking = '4000002760003184'

/** Two invoices are open and a card has just been added: on the page that offers to pay them. */
async function offered(
  number = good,
  language: Language = 'en',
): Promise<Guest & { invoices: readonly [Owed, Owed] }> {
  const guest = await guestWith(stage, ['fails_when_charged'], { language })
  const invoices = [await bill(stage, guest), await bill(stage, guest, 12_900)] as const
  const { page } = guest
  await tryCard(page, { number })
  if (number === asking) await (await bankAsks(page)).getByRole('button', { name: said.en.pass }).click()
  await page.getByRole('heading', { level: 1, name: saidOfInvoices[language].offer }).waitFor()
  return { ...guest, invoices }
}

it.each(languages)(
  'after a card is added the page offers to pay what is open with it, all at once (%s)',
  async (language) => {
    const words = saidOfInvoices[language]
    const { page, invoices } = await offered(good, language)
    const card = said[language].card('Mastercard', '4444')
    expect(await read(banner(page))).toBe(said[language].alsoAdded('Mastercard', '4444'))
    await page.getByRole('button', { name: words.payWith(card) }).click()
    await told(page, words.allPaid)
    expect(await page.locator('.amounts .badge.good').count()).toBe(2)
    expect(await page.locator('.notice').count()).toBe(0)
    for (const invoice of invoices) expect(inLedger(stage, invoice).charges).toBe(1)
  },
)

it('what is not ticked is not paid, and with nothing ticked the page says what is missing', async () => {
  const { page, invoices } = await offered()
  const [first, second] = invoices
  const words = saidOfInvoices.en
  for (const { number } of invoices) await page.getByRole('checkbox', { name: number }).uncheck()
  const pay = page.getByRole('button', { name: words.payWith(said.en.card('Mastercard', '4444')) })
  await pay.click()
  await told(page, 'Choose at least one invoice.')
  expect(await page.title()).toMatch(/^Error: /)
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await focusOn(page.getByRole('checkbox').first())
  await page.getByRole('checkbox', { name: second.number }).check()
  await pay.click()
  await told(page, words.thanks(second.number))
  expect(inLedger(stage, first).charges).toBe(0)
  expect(inLedger(stage, second).charges).toBe(1)
})

it('whoever says “Not now” is among their payment methods, with the new card, and nothing was paid', async () => {
  const { page, invoices } = await offered()
  await page.getByRole('link', { name: saidOfInvoices.en.later }).click()
  await page.getByRole('heading', { level: 1, name: said.en.methods }).waitFor()
  expect(await row(page, '4444').count()).toBe(1)
  await page.locator('.notice').waitFor()
  for (const invoice of invoices) expect(inLedger(stage, invoice).charges).toBe(0)
})

it('a new card whose bank asks about each payment: one question, and the notice leads to the next', async () => {
  const { page, invoices } = await offered(asking)
  const [first, second] = invoices
  await page.getByRole('button', { name: /^Pay with Visa/ }).click()
  await (await bankAsks(page)).getByRole('button', { name: said.en.pass }).click()
  await told(page, saidOfInvoices.en.thanks(first.number))
  await page.locator('.notice').getByRole('button', { name: saidOfInvoices.en.confirm }).click()
  await (await bankAsks(page)).getByRole('button', { name: said.en.pass }).click()
  await told(page, saidOfInvoices.en.thanks(second.number))
  for (const invoice of invoices) expect(inLedger(stage, invoice).charges).toBe(1)
})

it('a new card that is declined for all of them says why, and the way to another card stays', async () => {
  const { page, invoices } = await offered('4000000000000341')
  await page.getByRole('button', { name: /^Pay with Visa/ }).click()
  await told(page, saidOfInvoices.en.wasDeclined(said.en.card('Visa', '0341'), saidOfInvoices.en.refused))
  await page.locator('.notice').getByRole('link', { name: saidOfInvoices.en.pay }).click()
  await page.getByRole('radio', { name: /0341/, description: saidOfInvoices.en.refused }).waitFor()
  for (const invoice of invoices) expect(inLedger(stage, invoice).charges).toBe(0)
})
