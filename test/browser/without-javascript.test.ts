import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { languages, said } from './support/said.ts'
import { type Language, setStage } from './support/stage.ts'

const stage = setStage()
const without = { javaScriptEnabled: false }

async function addOnHostedPage(page: Page, language: Language, number: string): Promise<void> {
  const words = said[language]
  await page.getByRole('link', { name: words.add, exact: true }).click()
  await page.getByRole('button', { name: words.hosted }).click()
  await page.getByLabel(words.number, { exact: true }).fill(number)
  await page.getByLabel(words.expiry, { exact: true }).fill('12/40')
  await page.getByLabel(words.cvc, { exact: true }).fill('123')
  await page.getByLabel(words.holder, { exact: true }).fill('Zoé Lambert')
  await page.locator('[name=billingPostalCode]').fill('35000')
  await page.getByRole('button', { name: words.save }).click()
}

it.each(languages)(
  'without JavaScript, the whole walk goes through Stripe’s own page (%s)',
  async (language) => {
    const words = said[language]
    const { page, name } = await stage.guest({ ...without, language })
    const button = (named: string | RegExp) => page.getByRole('button', { name: named })
    await page.goto('/')
    await button(new RegExp(`^${name}`)).click()
    await page.getByRole('link', { name: words.settings, exact: true }).click()
    await page.getByRole('link', { name: words.methods }).click()
    await addOnHostedPage(page, language, '4242424242424242')
    await page.getByText(words.added('Visa', '4242'), { exact: true }).waitFor()
    expect(await page.title()).toMatch(new RegExp(`^${words.added('Visa', '4242')}`))
    await addOnHostedPage(page, language, '4000002500003155')
    await button(words.pass).click()
    await page.getByText(words.alsoAdded('Visa', '3155'), { exact: true }).waitFor()

    await button(words.actions('Visa', '3155')).click()
    await button(words.setDefault).click()
    const banner = page.locator('main > #banner > .banner')
    expect(await banner.innerText()).toBe(words.nowDefault('Visa', '3155'))
    expect(await page.title()).toMatch(new RegExp(`^${words.nowDefault('Visa', '3155')}`))
    expect(await page.locator('.badge.default').count()).toBe(1)
    await page.reload()
    expect(await banner.count()).toBe(0)

    await button(words.actions('Visa', '4242')).click()
    await page.getByRole('link', { name: words.remove }).click()
    await page.getByRole('heading', { name: words.question('Visa', '4242'), level: 1 }).waitFor()
    await page.goBack()
    expect(await button(words.actions('Visa', '4242')).count()).toBe(1)
    await page.goForward()
    await button(words.confirm).click()
    await page.getByText(words.removed('Visa', '4242'), { exact: true }).waitFor()
  },
)

it('without JavaScript, the add page says why and offers Stripe’s page, and nothing of the form that cannot work', async () => {
  const { page } = await stage.guest(without)
  await page.goto('/settings/payment-methods/new')
  await page.getByText(/needs no JavaScript/).waitFor()
  await page
    .locator('#hosted-form')
    .getByText(/you allow us to charge it/)
    .waitFor()
  expect(await page.getByRole('button', { name: said.en.submit }).count()).toBe(0)
  expect(await page.locator('main .button:visible').count()).toBe(1)
})

it('whoever turns back from Stripe’s page is on the add page again, and nothing was added', async () => {
  const { page } = await stage.guest(without)
  await page.goto('/settings/payment-methods')
  await page.getByRole('link', { name: said.en.add }).click()
  await page.getByRole('button', { name: said.en.hosted }).click()
  await page.getByRole('link', { name: 'Back without saving' }).click()
  await page.getByRole('heading', { name: said.en.add, level: 1 }).waitFor()
})

it('a form sent twice by an impatient hand sets the default once', async () => {
  const { page, cards } = await stage.guest({ ...without, cards: ['pm_card_visa', 'pm_card_mastercard'] })
  await page.goto('/settings/payment-methods')
  stage.desk.sandbox.log.clear()
  await page.locator(`#kebab-${cards[1]}`).click()
  await page.getByRole('button', { name: said.en.setDefault }).dblclick()
  await page.locator('.banner').waitFor()
  await stage.desk.settled()
  const sent = stage.desk.sandbox.log.entries.filter(({ method }) => method === 'POST')
  expect(sent).toHaveLength(1)
})
