import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { attempts, notice, readAll, state, told } from './support/invoice-pages.ts'
import { behave, bill, guestWith, inLedger } from './support/owed.ts'
import { languages, said } from './support/said.ts'
import { saidOfInvoices } from './support/said-of-invoices.ts'
import { type Language, setStage } from './support/stage.ts'

const stage = setStage()
const without = { javaScriptEnabled: false }

/** On Stripe's own page of an invoice, or of a card to be saved. */
async function typeCard(page: Page, language: Language, number: string): Promise<void> {
  const words = said[language]
  await page.getByLabel(words.number, { exact: true }).fill(number)
  await page.getByLabel(words.expiry, { exact: true }).fill('12/40')
  await page.getByLabel(words.cvc, { exact: true }).fill('123')
  await page.getByLabel(words.holder, { exact: true }).fill('Zoé Lambert')
}

it.each(languages)(
  'plain forms pay: from the notice to a card that is declined, to another one, to the banner (%s)',
  async (language) => {
    const words = saidOfInvoices[language]
    const guest = await guestWith(stage, ['fails_when_charged', 'insufficient_funds_when_charged'], {
      ...without,
      language,
    })
    const { page } = guest
    const invoice = await bill(stage, guest)
    await page.goto('/settings')
    await notice(page).getByRole('link', { name: words.pay }).click()
    await page.getByRole('radio', { name: /4444/ }).check()
    await page.getByRole('button', { name: words.submit }).click()
    await page
      .getByText(words.wasDeclined(said[language].card('Mastercard', '4444'), words.noFunds))
      .waitFor()
    expect(await page.title()).toMatch(new RegExp(`^${said[language].error}`))
    behave(stage, guest, 0, 'succeeds')
    await page.getByRole('button', { name: words.submit }).click()
    await told(page, words.thanks(invoice.number))
    expect(inLedger(stage, invoice).charges).toBe(1)
  },
)

it.each(languages)(
  'when the bank asks, the way leads over Stripe’s page, and our page knows afterwards (%s)',
  async (language) => {
    const words = saidOfInvoices[language]
    const guest = await guestWith(stage, ['asks_always'], { ...without, language })
    const { page } = guest
    const invoice = await bill(stage, guest)
    await page.goto(`/settings/invoices/${invoice.id}`)
    await page.getByRole('button', { name: words.confirm }).click()
    expect(await page.locator('main .primary:visible').count()).toBe(1)
    await page.getByRole('link', { name: words.hosted }).click()
    await typeCard(page, language, '4000002760003184')
    await page.getByRole('button', { name: words.submit }).click()
    await page.getByRole('button', { name: said[language].pass }).click()
    await stage.desk.settled()
    await page.goto(`/settings/invoices/${invoice.id}`)
    expect(await state(page).innerText()).toBe(words.paid)
    expect((await readAll(attempts(page))).at(-1)).toMatch(/3184/)
    expect(inLedger(stage, invoice).charges).toBe(1)
  },
)

it('an impatient hand that sends the form twice pays once', async () => {
  const guest = await guestWith(stage, ['fails_when_charged'], without)
  const { page } = guest
  const invoice = await bill(stage, guest)
  behave(stage, guest, 0, 'succeeds')
  await page.goto(`/settings/invoices/${invoice.id}/payment`)
  await page.getByRole('button', { name: saidOfInvoices.en.submit }).dblclick()
  await page.getByText(/is paid( already)?\. /).waitFor()
  expect(inLedger(stage, invoice).charges).toBe(1)
})

it('a card that was added on Stripe’s page is offered to pay what is open', async () => {
  const words = saidOfInvoices.en
  const guest = await guestWith(stage, ['fails_when_charged'], without)
  const { page } = guest
  const invoice = await bill(stage, guest)
  await page.goto('/settings')
  await notice(page).getByRole('link', { name: words.addCard }).click()
  await page.getByRole('button', { name: said.en.hosted }).click()
  await typeCard(page, 'en', '5555555555554444')
  await page.locator('[name=billingPostalCode]').fill('35000')
  await page.getByRole('button', { name: said.en.save }).click()
  await page.getByRole('heading', { level: 1, name: words.offer }).waitFor()
  await page.getByRole('button', { name: words.payWith(said.en.card('Mastercard', '4444')) }).click()
  await told(page, words.thanks(invoice.number))
  expect(inLedger(stage, invoice).charges).toBe(1)
})
