import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { movableClock } from '../support/story.ts'
import { focusOn } from './support/focus.ts'
import { next, notice, readAll, state, told } from './support/invoice-pages.ts'
import { listen } from './support/list.ts'
import { behave, bill, guestWith, inLedger, type Owed } from './support/owed.ts'
import { languages } from './support/said.ts'
import { saidOfInvoices } from './support/said-of-invoices.ts'
import { type Guest, type GuestOptions, setStage } from './support/stage.ts'

const clock = movableClock()
const stage = setStage({ stripeTimeout: 800, clock })

/** Pays by hand while Stripe says nothing: on the invoice’s page afterwards. */
async function paidIntoSilence(options: GuestOptions = {}): Promise<Guest & { invoice: Owed }> {
  const guest = await guestWith(stage, ['fails_when_charged'], options)
  const { page } = guest
  const invoice = await bill(stage, guest)
  behave(stage, guest, 0, 'succeeds')
  await page.goto(`/settings/invoices/${invoice.id}/payment`)
  stage.desk.sandbox.faults.order({ kind: 'hang', method: 'POST', path: '^/v1/invoices/.*/pay$' })
  if (options.javaScriptEnabled !== false) await page.clock.install()
  await page.getByRole('button', { name: saidOfInvoices[options.language ?? 'en'].submit }).click()
  await page.waitForURL((url) => url.pathname === `/settings/invoices/${invoice.id}`)
  return { ...guest, invoice }
}

async function expectNoWayToPay(page: Page): Promise<void> {
  const ways = page
    .locator('main')
    .locator('button, .primary, a[href$="/payment"], a[href*="/i/in_"]:not(#pdf)')
  expect(await ways.count()).toBe(0)
}

async function stripeAnswersAgain(): Promise<void> {
  stage.desk.sandbox.faults.clear()
  clock.pass(10_000)
  await stage.desk.settled()
}

it.each(languages)(
  'while nobody knows whether it was paid, no page can pay; once it is known, the page says so by itself (%s)',
  async (language) => {
    const words = saidOfInvoices[language]
    const { page, invoice } = await paidIntoSilence({ language })
    expect((await readAll(next(page)))[0]).toBe(words.unknown)
    await expectNoWayToPay(page)
    const other = await page.context().newPage()
    await other.goto('/settings/invoices')
    await notice(other).getByText(words.unknown, { exact: true }).waitFor()
    await expectNoWayToPay(other)
    await other.goto(`/settings/invoices/${invoice.id}/payment`)
    expect(new URL(other.url()).pathname).toBe(`/settings/invoices/${invoice.id}`)

    await stripeAnswersAgain()
    const spoken = await listen(page)
    await page.clock.runFor(2_100)
    await state(page).getByText(words.paid, { exact: true }).waitFor()
    expect(await page.getByText(words.unknown).count()).toBe(0)
    expect(await spoken()).toEqual([words.nowIs(invoice.number, words.paid)])
    expect(inLedger(stage, invoice).charges).toBe(1)
  },
)

it('without JavaScript the link does it, and before there is an answer it shows the same again', async () => {
  const words = saidOfInvoices.en
  const { page, invoice } = await paidIntoSilence({ javaScriptEnabled: false })
  await page.getByRole('link', { name: words.refresh }).click()
  expect((await readAll(next(page)))[0]).toBe(words.unknown)
  await stripeAnswersAgain()
  await page.getByRole('link', { name: words.refresh }).click()
  expect(await state(page).innerText()).toBe(words.paid)
  expect(inLedger(stage, invoice).charges).toBe(1)
})

it('a look that finds nothing new leaves the focus where it is', async () => {
  const { page } = await paidIntoSilence()
  const refresh = page.getByRole('link', { name: saidOfInvoices.en.refresh })
  await refresh.focus()
  const answered = page.waitForResponse(/\?look=1/)
  await page.clock.runFor(2_100)
  await answered
  await focusOn(refresh)
  await stripeAnswersAgain()
})

it('when Stripe cannot be reached before anything was sent, the form says so and can be sent again', async () => {
  const guest = await guestWith(stage, ['fails_when_charged'])
  const { page } = guest
  const invoice = await bill(stage, guest)
  behave(stage, guest, 0, 'succeeds')
  await page.goto(`/settings/invoices/${invoice.id}/payment`)
  stage.desk.sandbox.faults.order({ kind: '500-before', path: '^/v1/invoice' })
  const pay = page.getByRole('button', { name: saidOfInvoices.en.submit })
  await pay.click()
  await told(page, 'Stripe did not answer, and nothing was charged. Try again in a moment.')
  stage.desk.sandbox.faults.clear()
  await pay.click()
  await told(page, saidOfInvoices.en.thanks(invoice.number))
  expect(inLedger(stage, invoice).charges).toBe(1)
})
