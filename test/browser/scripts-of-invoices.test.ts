import { expect, it } from 'vitest'
import { bankAsks } from './support/invoice-pages.ts'
import { bill, guestWith } from './support/owed.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

it('of all pages about invoices only the bank’s question asks for Stripe’s script, and only its policy allows it', async () => {
  const guest = await guestWith(stage, ['asks_always'])
  const { page, cards } = guest
  const { id } = await bill(stage, guest)
  const foreign: string[] = []
  page.on('request', (sent) => {
    if (!sent.url().startsWith(stage.desk.url)) foreign.push(sent.url())
  })
  const invoice = `/settings/invoices/${id}`
  const policies: string[] = []
  for (const path of [
    '/settings/invoices',
    invoice,
    `${invoice}/payment`,
    `/settings/invoices/payment?card=${cards[0]}`,
  ]) {
    const headers = (await page.goto(path))?.headers() ?? {}
    policies.push(headers['content-security-policy'] ?? '')
    expect(headers['cache-control'], path).toBe('no-store')
  }
  expect(foreign).toEqual([])
  expect(new Set(policies).size).toBe(1)
  expect(policies[0]).not.toContain(stage.desk.sandboxUrl)
  expect(policies[0]).toContain("default-src 'none'")

  await page.goto(invoice)
  await page.getByRole('button', { name: 'Confirm with your bank' }).click()
  await bankAsks(page)
  const scripts = foreign.filter((url) => url.endsWith('/stripe.js'))
  expect(scripts).toEqual([`${stage.desk.sandboxUrl}/stripe.js`])
  expect(foreign.filter((url) => !url.startsWith(stage.desk.sandboxUrl))).toEqual([])
  const answer = await page.reload()
  expect(answer?.headers()['content-security-policy']).toContain(`script-src 'self' ${stage.desk.sandboxUrl}`)
})

it('where Stripe’s script is blocked, the page leads to Stripe’s own, or to another card', async () => {
  const guest = await guestWith(stage, ['asks_always'])
  const { page } = guest
  const { id } = await bill(stage, guest)
  await page.route(/\/stripe\.js$/, (route) => route.abort())
  await page.goto(`/settings/invoices/${id}/confirmation`)
  await page.getByText(/^Your browser cannot show your bank’s question/).waitFor()
  expect(await page.locator('main .primary:visible').count()).toBe(1)
  await page.getByRole('link', { name: 'Pay with another card' }).waitFor()
  await page.getByRole('link', { name: 'Continue on Stripe’s page' }).click()
  await page
    .getByRole('heading', { name: 'Pay by card' })
    .or(page.getByLabel('Card number'))
    .first()
    .waitFor()
})
