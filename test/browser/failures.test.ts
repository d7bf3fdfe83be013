import { expect, it } from 'vitest'
import { words } from '../../src/words/words.ts'
import { addButton, backOnList, cardReady, errorSummary, press, typeCard } from './support/card-form.ts'
import { focusOn } from './support/focus.ts'
import { hold } from './support/hold.ts'
import { badges, kebab, listen, row } from './support/list.ts'
import { languages, said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage({ stripeTimeout: 1_000 })
const two = ['pm_card_visa', 'pm_card_mastercard']
const list = '/settings/payment-methods'

it.each(languages)(
  'when Stripe does not answer, the error is shown, focused and in the title, and nothing is said twice (%s)',
  async (language) => {
    const { page } = await stage.guest({ language, cards: two })
    const t = words[language].methods
    await page.goto(list)
    const spoken = await listen(page)
    stage.desk.sandbox.faults.order({ kind: '500-before', method: 'POST' })
    await kebab(page, '4444').click()
    await page.getByRole('button', { name: said[language].setDefault }).click()
    const name = said[language].card('Mastercard', '4444')
    await errorSummary(page).getByText(t.failed.default(name), { exact: true }).waitFor()
    await focusOn(errorSummary(page))
    expect(await spoken()).toEqual([])
    expect(await page.title()).toMatch(new RegExp(`^${said[language].error}`))
    await row(page, '4444').getByText(t.awaited).waitFor()
    stage.desk.sandbox.faults.clear()
  },
)

it.each([403, 429, 502])(
  'what a proxy answers in our place takes the place of nothing (%d)',
  async (status) => {
    const { page } = await stage.guest({ cards: two })
    await page.goto(list)
    const html = `<html><body><h1>${status} by somebody else</h1></body></html>`
    await page.route('**/default', (route) => route.fulfill({ status, contentType: 'text/html', body: html }))
    await kebab(page, '4444').click()
    await page.getByRole('button', { name: said.en.setDefault }).click()
    await errorSummary(page).getByText(words.en.unreachable, { exact: true }).waitFor()
    await focusOn(errorSummary(page))
    expect(await page.title()).toMatch(/^Error: Payment methods/)
    expect(await row(page, '4242').locator('.badge.default').count()).toBe(1)
    await page.unroute('**/default')
    await kebab(page, '4444').click()
    await page.getByRole('button', { name: said.en.setDefault }).click()
    await row(page, '4444').locator('.badge.default').waitFor()
    expect(await page.locator('.banner').count()).toBe(0)
    expect(await page.title()).not.toMatch(/^Error/)
  },
)

it('parts of a page speak its language, though another tab has chosen another one since', async () => {
  const { page } = await stage.guest({ language: 'fr', cards: two })
  await page.goto(list)
  const spoken = await listen(page)
  const other = await page.context().newPage()
  await other.goto(`${list}?lang=en`)
  await kebab(page, '4444').click()
  await page.getByRole('button', { name: said.fr.setDefault }).click()
  await row(page, '4444').getByText(said.fr.default, { exact: true }).waitFor()
  expect(await spoken()).toEqual([said.fr.nowDefault('Mastercard', '4444')])
})

it('once it works, the old error is gone, from the page and from its title', async () => {
  const { page } = await stage.guest({ cards: [...two, 'pm_card_amex'] })
  await page.goto(list)
  stage.desk.sandbox.faults.order({ kind: '500-before', method: 'POST' })
  await kebab(page, '4444').click()
  await page.getByRole('button', { name: said.en.setDefault }).click()
  await errorSummary(page).waitFor()
  stage.desk.sandbox.faults.clear()
  await kebab(page, '0005').click()
  await page.getByRole('button', { name: said.en.setDefault }).click()
  await row(page, '0005').locator('.badge.default').waitFor()
  expect(await page.locator('.banner').count()).toBe(0)
  expect(await page.title()).not.toMatch(/^Error/)
})

it('a banner from before does not contradict what is done after it', async () => {
  const { page, cards } = await stage.guest({ cards: two, javaScriptEnabled: true })
  await page.goto(list)
  await page.evaluate(`document.querySelector('#items-${cards[1]} form').submit()`)
  await page.getByText(said.en.nowDefault('Mastercard', '4444')).waitFor()
  await kebab(page, '4242').click()
  await page.getByRole('button', { name: said.en.setDefault }).click()
  await row(page, '4242').locator('.badge.default').waitFor()
  expect(await page.locator('.banner').count()).toBe(0)
  expect(await page.title()).not.toContain('Mastercard')
})

it('a card that went in another window is said to be unknown, and the list shows what there is', async () => {
  const { page, cards } = await stage.guest({ cards: two })
  const other = await page.context().newPage()
  await page.goto(list)
  await other.goto(`${list}/${cards[1]}/removal`)
  await other.getByRole('button', { name: said.en.confirm }).click()
  await other.locator('.banner').waitFor()
  await kebab(page, '4444').click()
  await page.getByRole('button', { name: said.en.setDefault }).click()
  await focusOn(errorSummary(page))
  expect(await page.title()).toMatch(/^Error: /)
})

it('when our server is out of reach, the page says so and the card keeps its place', async () => {
  const { page } = await stage.guest({ cards: two })
  await page.goto(list)
  await page.context().setOffline(true)
  await kebab(page, '4444').click()
  await page.getByRole('button', { name: said.en.setDefault }).click()
  await focusOn(errorSummary(page))
  await page.context().setOffline(false)
  expect(await row(page, '4242').locator('.badge.default').count()).toBe(1)
  await kebab(page, '4444').click()
  await page.getByRole('button', { name: said.en.setDefault }).click()
  await row(page, '4444').locator('.badge.default').waitFor()
  expect(await badges(page).count()).toBe(1)
})

it('whose session ended goes to sign in, from a kebab too', async () => {
  const { page } = await stage.guest({ cards: two })
  await page.goto(list)
  await page.context().clearCookies()
  await kebab(page, '4444').click()
  await page.getByRole('button', { name: said.en.setDefault }).click()
  await page.waitForURL(/\/sign-in\?next=/)
})

it('when Stripe does not answer a removal, the card is marked as leaving and the error has the focus', async () => {
  const { page } = await stage.guest({ cards: two })
  await page.goto(list)
  stage.desk.sandbox.faults.order({ kind: '500-before', path: '^/v1/payment_methods/.*/detach' })
  await kebab(page, '4444').click()
  await page.getByRole('link', { name: said.en.remove }).click()
  await page.getByRole('button', { name: said.en.confirm }).click()
  await focusOn(errorSummary(page))
  await row(page, '4444').getByText('Being removed').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await kebab(page, '4444').count()).toBe(0)
})

it('after a card was added, a question that is thought better of leaves the page’s own title', async () => {
  const { page } = await stage.guest({ cards: two })
  await page.goto(list)
  await page.goto('/settings/payment-methods/new')
  await cardReady(page)
  await typeCard(page, { number: '378282246310005', cvc: '1234' })
  await press(addButton(page))
  await backOnList(page)
  expect(await page.title()).toMatch(/is added/)
  await kebab(page, '4444').click()
  await page.locator('.menu-items:popover-open').getByText(said.en.remove).click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await page.title()).toBe('Payment methods – Guichet')
})

it('a change that waited for another one tells when nobody answers it', async () => {
  const { page } = await stage.guest({ cards: ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex'] })
  await page.goto(list)
  const answer = await hold(page, '**/order')
  await page.route('**/default', (route) => route.abort())
  await row(page, '4444').getByRole('button', { name: /down$/ }).click()
  await kebab(page, '0005').click()
  await page.locator('.menu-items:popover-open').getByText(said.en.setDefault).click()
  answer()
  await errorSummary(page).getByText(words.en.unreachable, { exact: true }).waitFor()
  await focusOn(errorSummary(page))
})

it('a question that comes late is asked though its row was drawn anew meanwhile', async () => {
  const { page } = await stage.guest({ cards: ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex'] })
  await page.goto(list)
  const answer = await hold(page, '**/removal')
  await kebab(page, '0005').click()
  await page.locator('.menu-items:popover-open').getByText(said.en.remove).click()
  const moved = page.waitForResponse(/order/)
  await row(page, '4444').getByRole('button', { name: /down$/ }).click()
  await moved
  answer()
  await page.getByRole('dialog').getByRole('button', { name: said.en.confirm }).waitFor()
})
