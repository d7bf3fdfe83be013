import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { bankFrame, turnAwayFromBank } from './support/card-form.ts'
import { focusOn, tabTo } from './support/focus.ts'
import {
  attempts,
  bankAsks,
  mailTo,
  next,
  notice,
  readAll,
  speaks,
  state,
  told,
} from './support/invoice-pages.ts'
import { behave, bill, guestWith, inLedger } from './support/owed.ts'
import { languages, said } from './support/said.ts'
import { saidOfInvoices } from './support/said-of-invoices.ts'
import { type Language, setStage } from './support/stage.ts'

const stage = setStage()

function invoicePage(page: Page, id: string): Promise<unknown> {
  return page.goto(`/settings/invoices/${id}`)
}

async function confirm(page: Page, language: Language = 'en'): Promise<void> {
  await page.getByRole('button', { name: saidOfInvoices[language].confirm }).click()
}

it.each(['asks_always', 'declines_when_away'] as const)(
  'a card of which the bank %s: whoever passes its question has paid, once',
  async (behaviour) => {
    const guest = await guestWith(stage, [behaviour])
    const { page } = guest
    const words = saidOfInvoices.en
    const invoice = await bill(stage, guest)
    await invoicePage(page, invoice.id)
    expect(await state(page).innerText()).toBe(words.asked)
    expect(await readAll(next(page))).toEqual([words.wantsYou(said.en.card('Visa', '4242'))])
    await confirm(page)
    await (await bankAsks(page)).getByRole('button', { name: said.en.pass }).click()
    await told(page, words.thanks(invoice.number))
    expect(await page.title()).toMatch(new RegExp(`^${words.thanks(invoice.number)}`))
    expect(await state(page).innerText()).toBe(words.paid)
    expect((await readAll(attempts(page))).at(-1)).toMatch(/^Visa .*4242 Paid .* by hand$/)
    expect(inLedger(stage, invoice).charges).toBe(1)
    await page.reload()
    expect(await page.locator('.banner').count()).toBe(0)
  },
)

it.each(languages)(
  'whoever fails at their bank is told so, and may try again or choose another card (%s)',
  async (language) => {
    const words = saidOfInvoices[language]
    const guest = await guestWith(stage, ['asks_always'], { language })
    const { page } = guest
    const invoice = await bill(stage, guest)
    await page.goto('/settings')
    await notice(page).getByRole('button', { name: words.confirm }).click()
    const bank = await bankAsks(page)
    await bank.getByRole('button', { name: said[language].fail }).click()
    await told(page, words.notConfirmed)
    expect(await page.title()).toMatch(new RegExp(`^${said[language].error}`))
    expect(inLedger(stage, invoice).charges).toBe(0)
    await page.getByRole('button', { name: words.submit }).click()
    await (await bankAsks(page)).getByRole('button', { name: said[language].pass }).click()
    await told(page, words.thanks(invoice.number))
    expect(inLedger(stage, invoice).charges).toBe(1)
  },
)

it('whoever closes their bank’s question by Escape has not paid, and starts anew', async () => {
  const guest = await guestWith(stage, ['asks_always'])
  const { page } = guest
  const invoice = await bill(stage, guest)
  await invoicePage(page, invoice.id)
  await confirm(page)
  await bankAsks(page)
  await turnAwayFromBank(page)
  await told(page, saidOfInvoices.en.notConfirmed)
  await invoicePage(page, invoice.id)
  await confirm(page)
  await (await bankAsks(page)).getByRole('button', { name: said.en.pass }).click()
  await told(page, saidOfInvoices.en.thanks(invoice.number))
  expect(inLedger(stage, invoice).charges).toBe(1)
})

it('whoever closes the window while their bank asks finds its question again', async () => {
  const guest = await guestWith(stage, ['asks_always'])
  const invoice = await bill(stage, guest)
  const left = await guest.page.context().newPage()
  await invoicePage(left, invoice.id)
  await confirm(left)
  await bankAsks(left)
  const address = left.url()
  await left.close()
  const { page } = guest
  await page.goto(address)
  await bankAsks(page)
  await page.reload()
  await (await bankAsks(page)).getByRole('button', { name: said.en.pass }).click()
  await told(page, saidOfInvoices.en.thanks(invoice.number))
  await page.goto(address)
  await told(page, saidOfInvoices.en.thanks(invoice.number))
  expect(inLedger(stage, invoice).charges).toBe(1)
})

it.each(languages)(
  'the mail leads to the invoice, past signing in, and from there to the bank (%s)',
  async (language) => {
    const words = saidOfInvoices[language]
    const guest = await guestWith(stage, ['asks_always', 'fails_when_charged'], { language })
    await speaks(stage, guest, language)
    const { page, email } = guest
    const invoice = await bill(stage, guest)
    await page.context().clearCookies()
    const amount = language === 'en' ? '€49.00' : '49,00 €'
    const mail = await mailTo(page, guest, words.mail.confirm(amount))
    expect(mail).toContain(said[language].card('Visa', '4242'))
    await page.goto(/http\S+\/settings\/invoices\/\w+/.exec(mail)?.[0] ?? '')
    await page.locator('#email').fill(email)
    await page.locator('#password').fill('correct horse battery staple')
    await page.locator('form .primary').click()
    await page.waitForURL((url) => url.pathname === `/settings/invoices/${invoice.id}`)
    await confirm(page, language)
    await (await bankAsks(page)).getByRole('button', { name: said[language].pass }).click()
    await told(page, words.thanks(invoice.number))
    expect(inLedger(stage, invoice).charges).toBe(1)
  },
)

it('by keyboard alone somebody goes from the invoice past their bank to the banner that says it is paid', async () => {
  const guest = await guestWith(stage, ['asks_always'])
  const { page } = guest
  const invoice = await bill(stage, guest)
  await invoicePage(page, invoice.id)
  await tabTo(page.getByRole('button', { name: saidOfInvoices.en.confirm }))
  await page.keyboard.press('Enter')
  const bank = await bankAsks(page)
  await page.keyboard.press('Tab')
  await focusOn(bank.getByRole('button', { name: said.en.pass }))
  await page.keyboard.press('Space')
  await told(page, saidOfInvoices.en.thanks(invoice.number))
})

it('whoever comes back unconfirmed may ask again; what was paid meanwhile in another window is not asked for', async () => {
  const guest = await guestWith(stage, ['asks_always', 'fails_when_charged'])
  const { page } = guest
  const words = saidOfInvoices.en
  const invoice = await bill(stage, guest)
  await invoicePage(page, invoice.id)
  await confirm(page)
  await bankAsks(page)
  await page.goto(`${page.url()}?done=1`)
  await told(page, words.notConfirmed)
  behave(stage, guest, 1, 'succeeds')
  const other = await page.context().newPage()
  await other.goto(`/settings/invoices/${invoice.id}/payment`)
  await other.getByRole('radio', { name: /4444/ }).check()
  await other.getByRole('button', { name: words.submit }).click()
  await told(other, words.thanks(invoice.number))
  await page.getByRole('button', { name: words.start }).click()
  await told(page, words.thanks(invoice.number))
  expect(inLedger(stage, invoice).charges).toBe(1)
})

it('two windows ask the same question: one answer pays, and the other window says so', async () => {
  const guest = await guestWith(stage, ['asks_always'])
  const { page } = guest
  const invoice = await bill(stage, guest)
  await invoicePage(page, invoice.id)
  await confirm(page)
  const other = await page.context().newPage()
  await bankAsks(page)
  await other.goto(page.url())
  await (await bankAsks(other)).getByRole('button', { name: said.en.pass }).click()
  await told(other, saidOfInvoices.en.thanks(invoice.number))
  await bankFrame(page).getByRole('button', { name: said.en.pass }).click()
  await told(page, saidOfInvoices.en.thanks(invoice.number))
  expect(inLedger(stage, invoice).charges).toBe(1)
})
