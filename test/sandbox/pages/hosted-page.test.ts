import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestSandbox, type TestSandbox } from './merchant/test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())

const addresses = {
  success_url: 'http://localhost:3000/return?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://localhost:3000/cancelled',
}
const card = {
  cardNumber: '4242 4242 4242 4242',
  cardExpiry: '12/40',
  cardCvc: '123',
  billingName: 'Alice <Martin>',
  billingCountry: 'FR',
  billingPostalCode: '75001',
}

const newSession = (values = {}) => sandbox.session({ ...addresses, ...values })
const statusOf = async (session: string) => (await sandbox.ask(`checkout/sessions/${session}`)).status
const at = (session: string) => `${sandbox.url}/c/pay/${session}`
const get = async (address: string, headers = {}) => {
  const response = await fetch(address, { headers, redirect: 'manual' })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const send = async (session: string, fields: Partial<typeof card> = {}) => {
  const body = new URLSearchParams({ ...card, ...fields })
  const response = await fetch(at(session), { method: 'POST', body, redirect: 'manual' })
  const location = response.headers.get('location')
  return { status: response.status, location, headers: response.headers, text: await response.text() }
}

it('saves a card and leads to the success address, with the session in it', async () => {
  const session = await newSession()
  const { status, location } = await send(session)
  expect({ status, location }).toEqual({
    status: 303,
    location: `http://localhost:3000/return?session=${session}`,
  })
  expect(await statusOf(session)).toBe('complete')
})

it('has no script, and lets nothing in', async () => {
  const { text, headers } = await get(at(await newSession()))
  expect(text).not.toContain('<script')
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; " +
      "form-action 'self' http://localhost:3000; frame-ancestors 'none'",
  )
  expect(headers.get('cache-control')).toBe('no-store')
})

it('speaks the language of the session, or else of the browser', async () => {
  expect((await get(at(await newSession({ locale: 'fr' })))).text).toContain('<h1>Enregistrer une carte</h1>')
  const auto = await get(at(await newSession({ locale: 'auto' })), { 'accept-language': 'fr-CH, en;q=0.5' })
  expect(auto.text).toContain('<html lang="fr">')
})

it('keeps what was typed, escaped, but never the number or the code', async () => {
  const { status, text } = await send(await newSession(), {
    cardNumber: '4242 4242 4242 4241',
    cardCvc: '987',
  })
  expect(status).toBe(422)
  expect(text).toContain('<title>Error: Your card has not been saved</title>')
  expect(text).toContain('<a href="#cardNumber">Your card number is invalid.</a>')
  expect(text).toContain('value="Alice &lt;Martin&gt;"')
  expect(text).toContain('value="75001"')
  expect(text).not.toMatch(/4242 4242 4242 4241|4242424242424241|\b987\b/)
})

it('names every field at fault', async () => {
  const { text } = await send(await newSession({ locale: 'fr' }), {
    cardNumber: '',
    cardExpiry: '1/20',
    cardCvc: '1',
    billingName: '',
    billingCountry: 'US',
    billingPostalCode: '',
  })
  expect(text.match(/aria-invalid="true"/g)).toHaveLength(5)
  expect(text).toContain('L’année d’expiration de votre carte est passée.')
  expect(text).toContain('Indiquez le nom sur la carte.')
})

it('says why the bank refused', async () => {
  const { status, text } = await send(await newSession(), { cardNumber: '4000000000009995' })
  expect(status).toBe(422)
  expect(text).toContain('Your card has insufficient funds.')
})

it('goes through 3-D Secure and comes back to finish', async () => {
  const session = await newSession()
  const { status, location } = await send(session, { cardNumber: '4000002500003155' })
  expect(status).toBe(303)
  expect((await get(location ?? '')).text).toContain('Test bank: 3‑D Secure')
  expect(await statusOf(session)).toBe('open')
  const back = await answerBank(location, 'passed')
  const finished = await get(back)
  expect(finished.status).toBe(303)
  expect(finished.headers.get('location')).toBe(`http://localhost:3000/return?session=${session}`)
  expect(await statusOf(session)).toBe('complete')
})

it('comes back from a failed 3-D Secure to the form', async () => {
  const { location } = await send(await newSession(), { cardNumber: '4000002500003155' })
  const { status, text } = await get(await answerBank(location, 'failed'))
  expect(status).toBe(422)
  expect(text).toContain('We are unable to authenticate your payment method.')
})

it('a session that has ended says so, and so does one that never was', async () => {
  const expired = await newSession()
  await sandbox.ask(`checkout/sessions/${expired}/expire`, {})
  const gone = await send(expired)
  expect(gone.status).toBe(410)
  expect(gone.text).toContain('This page has expired')
  expect(gone.text).toContain('href="http://localhost:3000/cancelled"')
  const complete = await newSession()
  await send(complete)
  expect((await get(at(complete))).text).toContain('Your card has been saved')
  expect((await get(at('cs_test_none'))).status).toBe(404)
})

async function answerBank(page: string | null, answer: string): Promise<string> {
  const body = new URLSearchParams({ answer })
  const response = await fetch(page ?? '', { method: 'POST', body, redirect: 'manual' })
  return response.headers.get('location') ?? ''
}
