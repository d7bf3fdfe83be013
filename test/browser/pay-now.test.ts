import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { focusOn, tabTo } from './support/focus.ts'
import { attempts, banner, readAll, state, told } from './support/invoice-pages.ts'
import { behave, bill, guestWith, inLedger } from './support/owed.ts'
import { languages, said } from './support/said.ts'
import { saidOfInvoices } from './support/said-of-invoices.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
const words = saidOfInvoices.en

it.each(languages)(
  'declined again: the reason is told and another card is chosen, and that one pays (%s)',
  async (language) => {
    const t = saidOfInvoices[language]
    const guest = await guestWith(stage, ['fails_when_charged', 'insufficient_funds_when_charged'], {
      language,
    })
    const { page, cards } = guest
    const invoice = await bill(stage, guest)
    await page.goto(`/settings/invoices/${invoice.id}`)
    await page.getByRole('link', { name: t.pay }).click()
    await page.getByRole('radio', { name: /^Mastercard .* 4444/ }).check()
    const pay = page.getByRole('button', { name: t.submit })
    await pay.click()
    await told(page, t.wasDeclined(said[language].card('Mastercard', '4444'), t.noFunds))
    expect(await page.title()).toMatch(new RegExp(`^${said[language].error}`))
    expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe(cards[0])
    behave(stage, guest, 0, 'succeeds')
    await pay.click()
    await told(page, t.thanks(invoice.number))
    expect(await state(page).innerText()).toBe(t.paid)
    expect((await readAll(attempts(page))).at(-1)).toContain(t.byHand)
    expect(inLedger(stage, invoice)).toEqual({ charges: 1, attempts: 4 })
  },
)

it('a card that its bank refuses for good cannot be chosen, and says why', async () => {
  const guest = await guestWith(stage, ['lost_when_charged', 'insufficient_funds_when_charged'])
  const { page } = guest
  const { id } = await bill(stage, guest)
  await page.goto(`/settings/invoices/${id}/payment`)
  const [lost, other] = await page.getByRole('radio').all()
  expect(await lost?.isDisabled()).toBe(true)
  expect(
    await page.getByRole('radio', { name: /4242/, description: words.dead, disabled: true }).count(),
  ).toBe(1)
  expect(await other?.isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: /4444/, description: words.noFunds }).count()).toBe(1)
})

it('a form that was refused is there in the other language too, with what the bank said', async () => {
  const guest = await guestWith(stage, ['insufficient_funds_when_charged'])
  const { page } = guest
  const invoice = await bill(stage, guest)
  await page.goto(`/settings/invoices/${invoice.id}/payment`)
  await page.getByRole('button', { name: words.submit }).click()
  await banner(page).waitFor()
  await page.getByRole('link', { name: 'Français' }).click()
  await page.getByRole('heading', { level: 1, name: `Payer la facture ${invoice.number}` }).waitFor()
  await page.getByText(saidOfInvoices.fr.noFunds).waitFor()
})

it('where the only card is refused for good, the page leads to another one, or to Stripe’s page', async () => {
  const guest = await guestWith(stage, ['lost_when_charged'])
  const { page } = guest
  const { id } = await bill(stage, guest)
  await page.goto(`/settings/invoices/${id}/payment`)
  expect(await page.getByRole('button', { name: words.submit }).count()).toBe(0)
  await page.getByRole('link', { name: 'Pay on Stripe’s page' }).waitFor()
  await page.getByRole('link', { name: words.addCard }).click()
  await page.getByRole('heading', { level: 1, name: said.en.add }).waitFor()
})

it('by keyboard alone somebody chooses another card, pays, and lands on the banner', async () => {
  const guest = await guestWith(stage, ['fails_when_charged', 'insufficient_funds_when_charged'])
  const { page } = guest
  const invoice = await bill(stage, guest)
  behave(stage, guest, 1, 'succeeds')
  await page.goto(`/settings/invoices/${invoice.id}`)
  await tabTo(page.getByRole('link', { name: words.pay }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Pay invoice/ }).waitFor()
  await tabTo(page.getByRole('radio', { name: /4242/ }))
  await page.keyboard.press('ArrowDown')
  await focusOn(page.getByRole('radio', { name: /4444/, checked: true }))
  await tabTo(page.getByRole('button', { name: words.submit }), 1)
  await page.keyboard.press('Space')
  await told(page, words.thanks(invoice.number))
  expect(inLedger(stage, invoice).charges).toBe(1)
})

it('a double click on the button pays once', async () => {
  const guest = await guestWith(stage, ['fails_when_charged'])
  const { page } = guest
  const invoice = await bill(stage, guest)
  behave(stage, guest, 0, 'succeeds')
  await page.goto(`/settings/invoices/${invoice.id}/payment`)
  stage.desk.sandbox.log.clear()
  await page.getByRole('button', { name: words.submit }).dblclick()
  await told(page, words.thanks(invoice.number))
  const asked = stage.desk.sandbox.log.entries.filter(({ path }) => path.endsWith('/pay'))
  expect(asked).toHaveLength(1)
  expect(inLedger(stage, invoice).charges).toBe(1)
})

/** The browser hears of no answer to a form before this many were given. */
async function holdAnswersUntil(number: number, page: Page): Promise<void> {
  const answered = Promise.withResolvers<void>()
  let given = 0
  await page.context().route(/\/payment$/, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 })
    given += 1
    if (given === number) answered.resolve()
    await answered.promise
    await route.fulfill({ response })
  })
}

it.each([
  ['each page comes when it comes', false],
  ['neither page comes before both were answered', true],
])(
  'two tabs pay at once, each with another card: one charge, and both say that it is paid; %s',
  async (_, together) => {
    const guest = await guestWith(stage, ['fails_when_charged', 'fails_when_charged'])
    const { page } = guest
    const invoice = await bill(stage, guest)
    for (const at of [0, 1]) behave(stage, guest, at, 'succeeds')
    const other = await page.context().newPage()
    const tabs = [page, other]
    for (const tab of tabs) await tab.goto(`/settings/invoices/${invoice.id}/payment`)
    await other.getByRole('radio', { name: /4444/ }).check()
    if (together) await holdAnswersUntil(tabs.length, page)
    await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: words.submit }).click()))
    for (const tab of tabs) await tab.getByText(/is paid( already)?\. /).waitFor()
    expect(inLedger(stage, invoice).charges).toBe(1)
  },
)

it('two members pay at once: one charge, and each is told', async () => {
  const guest = await guestWith(stage, ['fails_when_charged'])
  const invoice = await bill(stage, guest)
  const colleague = await stage.colleague(guest)
  behave(stage, guest, 0, 'succeeds')
  const pages = [guest.page, colleague]
  for (const page of pages) await page.goto(`/settings/invoices/${invoice.id}/payment`)
  await Promise.all(pages.map((page) => page.getByRole('button', { name: words.submit }).click()))
  for (const page of pages) {
    await page.getByText(/is paid( already)?\. /).waitFor()
    await focusOn(banner(page))
  }
  expect(inLedger(stage, invoice).charges).toBe(1)
})

it('whoever comes with an old form, after the invoice was paid elsewhere, is told that it is paid', async () => {
  const guest = await guestWith(stage, ['fails_when_charged'])
  const { page } = guest
  const invoice = await bill(stage, guest)
  behave(stage, guest, 0, 'succeeds')
  await page.goto(`/settings/invoices/${invoice.id}/payment`)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByRole('button', { name: words.submit }).click()
  await told(other, words.thanks(invoice.number))
  await page.getByRole('button', { name: words.submit }).click()
  await page.getByText(/is paid( already)?\. /).waitFor()
  await page.goto(`/settings/invoices/${invoice.id}/payment`)
  await page.waitForURL((url) => url.pathname === `/settings/invoices/${invoice.id}`)
  expect(inLedger(stage, invoice).charges).toBe(1)
})
