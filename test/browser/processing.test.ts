import type { Route } from 'playwright-core'
import { expect, it } from 'vitest'
import { movableClock } from '../support/story.ts'
import { addButton, backOnList, openCardForm, press, typeCard } from './support/card-form.ts'
import { focusOn } from './support/focus.ts'
import { hold } from './support/hold.ts'
import { kebab, listen, row } from './support/list.ts'
import { languages, said } from './support/said.ts'
import { type Guest, setStage } from './support/stage.ts'

const clock = movableClock()
const stage = setStage({ clock })

/** On the list, with the page's clock in our hands, while Stripe still works on a card. */
async function waiting(
  cards: readonly string[] = [],
  language: 'en' | 'fr' = 'en',
): Promise<Guest & { looks: () => number }> {
  const guest = await stage.guest({ cards, language })
  const { page } = guest
  let looks = 0
  stage.desk.sandbox.control.orderProcessing({ times: 1, outcome: 'succeed' })
  await openCardForm(page)
  await typeCard(page)
  await page.clock.install()
  page.on('request', (request) => {
    if (request.url().includes('?look=')) looks += 1
  })
  await press(addButton(page))
  await backOnList(page)
  await page.getByText(said[language].verifying).waitFor()
  return { ...guest, looks: () => looks }
}

async function settleAll(outcome: 'succeed' | 'fail'): Promise<void> {
  const { sandbox } = stage.desk
  for (const { id, status } of [...sandbox.ledger.setupIntents.oldestFirst()]) {
    if (status === 'processing') sandbox.control.settleProcessing(id, outcome)
  }
  await stage.desk.settled()
}

it('a card that Stripe still verifies appears by itself once it is there', async () => {
  const { page } = await waiting()
  await settleAll('succeed')
  await page.clock.runFor(2_100)
  await row(page, '4242').locator('.badge.default').waitFor()
  expect(await page.getByText(said.en.verifying).count()).toBe(0)
})

it('after ten looks the page stops looking, says so in words and offers a link', async () => {
  const { page, looks } = await waiting()
  for (let look = 1; look <= 10; look += 1) {
    const answered = page.waitForResponse(/\?look=/)
    await page.clock.runFor(2_100)
    await answered
  }
  await page.getByText(/^Stripe is still verifying a new card/).waitFor()
  await page.clock.runFor(10_000)
  expect(looks()).toBe(10)
  await settleAll('succeed')
  await page.getByRole('link', { name: 'Refresh' }).click()
  await row(page, '4242').waitFor()
})

it('a look leaves the focus where it is, and waits while a menu is open', async () => {
  const { page, looks } = await waiting(['pm_card_mastercard'])
  await page.getByRole('link', { name: 'Add a payment method' }).focus()
  const answered = page.waitForResponse(/\?look=/)
  await page.clock.runFor(2_100)
  await answered
  await expect.poll(() => page.locator('#add-payment-method:focus').count()).toBe(1)

  await kebab(page, '4444').click()
  await page.clock.runFor(5_000)
  expect(looks()).toBe(1)
  expect(await page.locator('.menu-items:popover-open').count()).toBe(1)
  await settleAll('succeed')
  await page.keyboard.press('Escape')
  await page.clock.runFor(4_100)
  await row(page, '4242').waitFor()
  expect(await page.locator('.kebab .menu-button:focus').count()).toBe(1)
})

it('a look that finds nothing new does not touch what has the focus', async () => {
  const { page } = await waiting(['pm_card_mastercard'])
  await kebab(page, '4444').focus()
  await page.evaluate(`document.addEventListener('focusin', () => { document.title = 'moved' })`)
  for (let look = 1; look <= 2; look += 1) {
    const swapped = page.evaluate(
      `new Promise((done) => document.addEventListener('htmx:finally:swap', () => done(), { once: true }))`,
    )
    await page.clock.runFor(2_100)
    await swapped
  }
  await focusOn(kebab(page, '4444'))
  expect(await page.title()).not.toBe('moved')
})

it.each(languages)(
  'once the look finds it done, that is said, and the focus of what goes away is on the heading (%s)',
  async (language) => {
    const { page } = await waiting([], language)
    const spoken = await listen(page)
    await page.locator('#refresh').focus()
    await settleAll('succeed')
    await page.clock.runFor(2_100)
    await row(page, '4242').waitFor()
    await focusOn(page.getByRole('heading', { level: 1 }))
    expect(await spoken()).toEqual([said[language].upToDate])
  },
)

it('a look that fails is taken again', async () => {
  const { page } = await waiting()
  const refused = (route: Route) =>
    route.fulfill({ status: 429, body: 'Slow down', contentType: 'text/html' })
  await page.route(/look=/, refused)
  const failed = page.waitForResponse(/look=/)
  await page.clock.runFor(2_100)
  await failed
  await page.unroute(/look=/)
  await settleAll('succeed')
  await page.clock.runFor(10_100)
  await row(page, '4242').waitFor()
})

it('a look waits while somebody waits for a question, whose row goes on saying so', async () => {
  const { page, looks } = await waiting(['pm_card_mastercard'])
  const answer = await hold(page, '**/removal')
  await kebab(page, '4444').click()
  await page.locator('.menu-items:popover-open').getByText(said.en.remove).click()
  await page.clock.runFor(1_100)
  await row(page, '4444').getByText('This takes longer than usual…').waitFor()
  await page.clock.runFor(5_000)
  expect(looks()).toBe(0)
  expect(await row(page, '4444').getByText('This takes longer than usual…').count()).toBe(1)
  answer()
  await page.getByRole('dialog').waitFor()
})

it('what failed is not said any more once a look sees it done', async () => {
  const { page, cards } = await stage.guest({ cards: ['pm_card_visa', 'pm_card_mastercard'] })
  await page.goto('/settings/payment-methods')
  await page.clock.install()
  const { faults } = stage.desk.sandbox
  faults.order({ kind: '500-before', method: 'POST', path: `^/v1/payment_methods/${cards[1]}/detach$` })
  await kebab(page, '4444').click()
  await page.locator('.menu-items:popover-open').getByText(said.en.remove).click()
  await page.getByRole('dialog').getByRole('button', { name: said.en.confirm }).click()
  await page.locator('#said.error').waitFor()
  expect(await page.title()).toMatch(/^Error: /)
  faults.clear()
  clock.pass(60_000)
  await stage.desk.settled()
  await page.clock.runFor(2_100)
  await row(page, '4444').waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('#said').count()).toBe(0)
  expect(await page.title()).toMatch(/^Payment methods/)
})
