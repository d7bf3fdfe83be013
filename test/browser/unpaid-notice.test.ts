import { expect, it } from 'vitest'
import { formatDate } from '../../src/words/format.ts'
import { notice, read, told } from './support/invoice-pages.ts'
import { behave, bill, guestWith, inLedger } from './support/owed.ts'
import { languages, said } from './support/said.ts'
import { saidOfInvoices } from './support/said-of-invoices.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
const settings = [
  '/settings',
  '/settings/payment-methods',
  '/settings/payment-methods/new',
  '/settings/invoices',
]
const amounts = { en: '€49.00', fr: '49,00 €' }

it.each(languages)(
  'while an invoice is unpaid every settings page says which card failed, why, and what is next; once it is paid none does (%s)',
  async (language) => {
    const words = saidOfInvoices[language]
    const guest = await guestWith(stage, ['fails_when_charged', 'lost_when_charged'], { language })
    const { page, companyId } = guest
    await page.goto('/settings')
    expect(await notice(page).count()).toBe(0)
    const invoice = await bill(stage, guest)
    const { rest } = (await stage.desk.ports.store.invoices.byId(companyId, invoice.id)) ?? {}
    const date = formatDate(language, rest?.until ?? 0).replace(/\s/g, ' ')
    for (const path of settings) {
      await page.goto(path)
      const region = page.getByRole('region', { name: words.notPaid(invoice.number, amounts[language]) })
      const text = await read(region)
      expect(text).toContain(words.cardDeclined(said[language].card('Visa', '4242'), words.refused))
      expect(text).toContain(date)
      await region.getByRole('link', { name: words.pay }).waitFor()
      await region.getByRole('link', { name: words.addCard }).waitFor()
    }
    behave(stage, guest, 0, 'succeeds')
    await notice(page).getByRole('link', { name: words.pay }).click()
    expect(await notice(page).count()).toBe(0)
    await page.getByRole('button', { name: words.submit }).click()
    await told(page, words.thanks(invoice.number))
    for (const path of settings) {
      await page.goto(path)
      expect(await notice(page).count()).toBe(0)
    }
    expect(inLedger(stage, invoice).charges).toBe(1)
  },
)

it('what is said to be tried again is what will be tried', async () => {
  const guest = await guestWith(stage, ['lost_when_charged', 'insufficient_funds_when_charged'])
  const { page } = guest
  const { id } = await bill(stage, guest)
  await page.goto(`/settings/invoices/${id}`)
  await page.getByText(/^We try your cards again on .*, except those that their bank refuses/).waitFor()

  const hopeless = await guestWith(stage, ['lost_when_charged'])
  const lost = await bill(stage, hopeless)
  await hopeless.page.goto(`/settings/invoices/${lost.id}`)
  await hopeless.page.getByText(/^Add a card that works: we charge it on /).waitFor()
})

it('two invoices are unpaid: the older one is told, the other one counted, with the way to both', async () => {
  const guest = await guestWith(stage, ['fails_when_charged'])
  const first = await bill(stage, guest)
  await bill(stage, guest, 12_900)
  const { page } = guest
  await page.goto('/settings')
  expect(await read(notice(page))).toContain(first.number)
  await notice(page).getByText('One more invoice is not paid.').waitFor()
  await notice(page).getByRole('link', { name: 'See the invoices' }).click()
  await notice(page).getByText('One more invoice is not paid.').waitFor()
  expect(await notice(page).getByRole('link', { name: 'See the invoices' }).count()).toBe(0)
  expect(await page.locator('.amounts .badge.bad').count()).toBe(2)
})

it('the company of somebody else hears nothing of it', async () => {
  const [guest, stranger] = [await guestWith(stage, ['fails_when_charged']), await stage.guest()]
  const { id } = await bill(stage, guest)
  await stranger.page.goto('/settings/invoices')
  expect(await notice(stranger.page).count()).toBe(0)
  expect((await stranger.page.goto(`/settings/invoices/${id}`))?.status()).toBe(404)
  expect((await stranger.page.goto(`/settings/invoices/${id}/payment`))?.status()).toBe(404)
  expect((await stranger.page.goto(`/settings/invoices/${id}/confirmation`))?.status()).toBe(404)
})
