import { expect, test } from 'vitest'
import { billed, openFor } from '../billed.ts'
import { type Started, start } from '../start.ts'

const card = {
  cardNumber: '4242 4242 4242 4242',
  cardExpiry: '12/40',
  cardCvc: '123',
  billingName: 'Alice Martin',
}

async function invoiceToPay() {
  const started = await start()
  const { customer } = await billed(started, null)
  const id = await openFor(started, customer)
  return { started, id, url: `${started.url}/i/${id}` }
}

async function get(url: string, language = 'en') {
  const response = await fetch(url, { headers: { 'accept-language': language } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

async function send(url: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields)
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual' })
  const location = response.headers.get('location') ?? ''
  return { status: response.status, location, text: await response.text() }
}

const statusOf = async ({ stripe }: Started, id: string) => (await stripe.invoices.retrieve(id)).status

test('the page shows the invoice and has no script', async () => {
  const { url } = await invoiceToPay()
  const english = await get(url)
  expect(english.text).toContain('Pay €49.00')
  expect(english.text).not.toContain('<script')
  expect(english.headers.get('content-security-policy')).toContain("form-action 'self'")
  const french = await get(url, 'fr')
  expect(french.text).toContain('<html lang="fr">')
  expect(french.text).toMatch(/Payer 49,00.€/)
})

test('a card is typed and pays, and the page then says so', async () => {
  const { started, id, url } = await invoiceToPay()
  const { status, location } = await send(url, card)
  expect([status, location]).toEqual([303, `/i/${id}?locale=en`])
  expect(await statusOf(started, id)).toBe('paid')
  expect((await get(url)).text).toContain('This invoice is paid')
  const again = await send(url, card)
  expect(again.text).toContain('This invoice is paid')
  expect(started.sandbox.control.book(id)[0]?.charges).toHaveLength(1)
})

test('what is typed wrong or declined is told beside its field', async () => {
  const { started, id, url } = await invoiceToPay()
  const wrong = await send(url, { ...card, billingName: '' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Enter the name on the card.')
  expect(wrong.text).not.toContain('4242 4242 4242 4242"')
  const declined = await send(url, { ...card, cardNumber: '4000000000009995' })
  expect(declined.text).toContain('Your card has insufficient funds.')
  expect(await statusOf(started, id)).toBe('open')
})

test('the bank asks, and its answer leads back to the invoice', async () => {
  const { started, id, url } = await invoiceToPay()
  const asked = await send(url, { ...card, cardNumber: '4000002760003184' })
  expect(asked.location).toContain('/sandbox/3ds/pi_')
  expect((await get(asked.location)).text).toContain('Complete authentication')
  const refused = await send(asked.location, { answer: 'failed' })
  expect((await get(refused.location)).text).toContain('The bank did not confirm that it was you.')
  const again = await send(url, { ...card, cardNumber: '4000002760003184' })
  const passed = await send(again.location, { answer: 'passed' })
  expect((await get(passed.location)).text).toContain('This invoice is paid')
  expect((await get(again.location)).status).toBe(404)
  expect(await statusOf(started, id)).toBe('paid')
})

test('while the bank thinks there is nothing to press', async () => {
  const { started, url } = await invoiceToPay()
  started.sandbox.control.orderPaymentProcessing({ times: 1, outcome: 'succeed' })
  await send(url, card)
  const { text } = await get(url)
  expect(text).toContain('You will not be charged twice.')
  expect(text).not.toContain('<form')
})

test('the invoice is there as a PDF, and drafts have no page', async () => {
  const { started, url } = await invoiceToPay()
  const pdf = await get(`${url}/pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(pdf.text.startsWith('%PDF-1.4')).toBe(true)
  const { customer } = await billed(started, null)
  const draft = await started.stripe.invoices.create({ customer, currency: 'eur' })
  expect((await get(`${started.url}/i/${draft.id}`)).status).toBe(404)
})
