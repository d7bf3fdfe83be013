import { expect, onTestFinished, test } from 'vitest'
import { createSandbox } from '../../../src/sandbox/sandbox.ts'
import { addCard, billed } from '../billed.ts'
import { openInbox } from '../inbox.ts'
import { start } from '../start.ts'

async function get(url: string, language = 'en') {
  const response = await fetch(url, { headers: { 'accept-language': language } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

async function send(url: string, fields: Record<string, string>, headers = {}) {
  const body = new URLSearchParams(fields)
  const response = await fetch(url, { method: 'POST', body, headers, redirect: 'manual' })
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}

test('with nobody in it yet, the page says what to do, in both languages and without a script', async () => {
  const { url } = await start()
  const { text, headers } = await get(`${url}/sandbox`)
  expect(text).toContain('There is no customer yet.')
  expect(text).not.toContain('<script')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect((await get(`${url}/sandbox`, 'fr')).text).toContain('Il n’y a pas encore de client.')
})

test('an invoice is made, the default card declines, another card pays, the clock moves on', async () => {
  const started = await start()
  const { url, stripe } = started
  const { customer, card } = await billed(started)
  const backup = await addCard(started, customer)
  const order = { customer, [card]: 'insufficient_funds_when_charged', amount: '49,5', description: 'March' }
  const made = await send(`${url}/sandbox/invoice`, order)
  expect(made).toMatchObject({ status: 303, location: `/sandbox?customer=${customer}` })
  const [invoice] = (await stripe.invoices.list({ customer })).data
  expect(invoice).toMatchObject({ status: 'open', amount_due: 4950, attempt_count: 1 })
  expect((await get(`${url}/sandbox?customer=${customer}`)).text).toContain(
    'declined <code>insufficient_funds</code>',
  )
  await send(`${url}/sandbox/clock`, { customer, seconds: '259200' })
  expect((await stripe.invoices.retrieve(invoice?.id ?? '')).attempt_count).toBe(2)
  await stripe.invoices.pay(invoice?.id ?? '', { payment_method: backup })
  const { text } = await get(`${url}/sandbox?customer=${customer}`, 'fr')
  expect(text).toContain('Payée')
  expect(text).toContain(`href="/i/${invoice?.id}"`)
})

test('what is typed wrong is told, and nothing is made', async () => {
  const started = await start()
  const { customer } = await billed(started)
  const { status, text } = await send(`${started.url}/sandbox/invoice`, { customer, amount: '<b>' })
  expect(status).toBe(422)
  expect(text).toContain('Enter an amount such as 49.00.')
  expect(text).toContain('value="&lt;b&gt;"')
  expect((await started.stripe.invoices.list({ customer })).data).toEqual([])
})

test('the next payment takes its time on order, and other sites order nothing', async () => {
  const started = await start()
  const order = { bank: 'fail' }
  const slow = `${started.url}/sandbox/cards`
  expect((await send(slow, order, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect(started.sandbox.control.settings().paymentProcessing.times).toBe(0)
  await send(slow, order)
  expect(started.sandbox.control.settings().paymentProcessing).toMatchObject({ times: 1, outcome: 'fail' })
  await send(slow, { bank: 'at_once' })
  expect(started.sandbox.control.settings().paymentProcessing.times).toBe(0)
})

test('the page waits for the application, which charges another card, and leads back to it', async () => {
  const inbox = await openInbox()
  const started = await start({ webhooks: [{ url: inbox.url, secret: 'whsec_x' }] })
  const { url, stripe } = started
  const { customer, card } = await billed(started)
  const backup = await addCard(started, customer)
  const order = { customer, [card]: 'lost_when_charged', amount: '49' }
  const made = send(`${url}/sandbox/invoice`, order)
  await expect
    .poll(() => inbox.received.some(({ event }) => event.type === 'invoice.payment_failed'))
    .toBe(true)
  const [invoice] = (await stripe.invoices.list({ customer })).data
  await stripe.invoices.pay(invoice?.id ?? '', { payment_method: backup })
  await made
  const { text } = await get(`${url}/sandbox?customer=${customer}`)
  expect(text.indexOf('lost_card')).toBeLessThan(text.indexOf('>paid<'))
  expect(text).toContain(`<a href="http://localhost:${new URL(inbox.url).port}">Back to the application</a>`)
})

test('whoever starts a sandbox knows where its page is, and may name the application', async () => {
  const sandbox = createSandbox({ data: ':memory:', webhooks: [], merchant: { url: 'http://shop.example' } })
  const { controlUrl, close } = await sandbox.listen()
  onTestFinished(close)
  expect((await get(controlUrl)).text).toContain('href="http://shop.example"')
})
