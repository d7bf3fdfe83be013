import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../support/browser.ts'
import { confirm, fillCard, heard, openCardForm } from './merchant/card-form.ts'
import { type Merchant, openMerchant } from './merchant/merchant.ts'
import { openTestSandbox, type TestSandbox } from './merchant/test-sandbox.ts'

let browser: Browser
let sandbox: TestSandbox
let merchant: Merchant

beforeAll(async () => {
  browser = await launchBrowser()
  sandbox = await openTestSandbox()
  merchant = await openMerchant(sandbox.url)
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await sandbox.close()
  merchant.close()
})

async function open(options: Record<string, unknown> = {}, element = {}) {
  const clientSecret = await sandbox.intend()
  return openCardForm(browser, merchant.url, { options: { clientSecret, ...options }, element })
}

it('saves a good card under a strict policy, and the page hears no card data', async () => {
  const { page, frame, sent } = await open()
  await fillCard(frame, { number: '4242424242424242', code: '987' })
  const { setupIntent } = await confirm(page)
  expect(setupIntent).toMatchObject({ status: 'succeeded', payment_method: expect.stringMatching(/^pm_/) })
  const said = [...sent, ...(await heard<string>(page, 'heard'))].join('\n').replaceAll(' ', '')
  expect(said).toContain('"complete":true')
  expect(said).not.toMatch(/4242424242|987/)
  expect(await heard(page, 'violations')).toEqual([])
})

it('answers a decline in the language of the element', async () => {
  const { page, frame } = await open({ locale: 'fr' })
  await fillCard(frame, { number: '4000000000009995' })
  const { error } = await confirm(page)
  expect(error).toMatchObject({
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Votre carte ne dispose pas de fonds suffisants.',
  })
})

it('speaks French', async () => {
  const { page, frame } = await open({ locale: 'fr' })
  await expect(page.locator('#payment iframe').getAttribute('title')).resolves.toBe(
    'Cadre de saisie sécurisé pour le paiement',
  )
  for (const label of ['Numéro de carte', 'Date d’expiration', 'Code de sécurité', 'Pays', 'Code postal']) {
    await frame.getByLabel(label, { exact: true }).waitFor()
  }
})

it('follows an American Express number in groups, brand and length of the code', async () => {
  const { frame } = await open()
  await frame.getByLabel('Card number').pressSequentially('378282246310005')
  expect(await frame.getByLabel('Card number').inputValue()).toBe('3782 822463 10005')
  await frame.getByText('American Express').waitFor()
  await frame.getByText('4 digits on the front of the card').waitFor()
  await frame.getByLabel('Security code').pressSequentially('12345')
  expect(await frame.getByLabel('Security code').inputValue()).toBe('1234')
})

it('offers the choice of brand on a co-branded card', async () => {
  const { page, frame } = await open()
  await fillCard(frame, { number: '4000002500001001' })
  await frame.getByLabel('Card brand').selectOption('Visa')
  const request = page.waitForRequest(/confirm$/)
  await confirm(page)
  expect(decodeURIComponent((await request).postData() ?? '')).toContain('[card][networks][preferred]=visa')
})

it('checks a field when it is left, and frees it when it is mended', async () => {
  const { frame } = await open()
  const number = frame.getByLabel('Card number')
  await number.fill('4242424242424241')
  await number.blur()
  await frame.getByText('Your card number is invalid.').waitFor()
  expect(await number.getAttribute('aria-invalid')).toBe('true')
  await number.fill('4242424242424242')
  expect(await number.getAttribute('aria-invalid')).toBeNull()
})

it('submitting an empty form says why and moves to the first field at fault', async () => {
  const { page, frame } = await open({ clientSecret: undefined, mode: 'setup', currency: 'eur' })
  const { error } = await page.evaluate<{ error: object }>('merchant.elements.submit()')
  expect(error).toMatchObject({ type: 'validation_error', code: 'incomplete_number' })
  expect(await frame.locator('[aria-invalid]').count()).toBe(4)
  expect(await frame.locator(':focus').getAttribute('name')).toBe('number')
})

it('the deferred form needs submit before confirmSetup', async () => {
  const { page, frame } = await open({ clientSecret: undefined, mode: 'setup' })
  await fillCard(frame, { number: '4242424242424242' })
  const clientSecret = await sandbox.intend()
  const { thrown } = await confirm(page, { clientSecret })
  expect(thrown?.name).toBe('IntegrationError')
  expect(thrown?.message).toContain('elements.submit() must be called before stripe.confirmSetup()')
  await page.evaluate('merchant.elements.submit()')
  expect((await confirm(page, { clientSecret })).setupIntent?.status).toBe('succeeded')
})

it('what the page withholds from the element it must bring when it confirms', async () => {
  const fields = { billingDetails: { address: { country: 'never', postalCode: 'never' } } }
  const { page, frame } = await open({}, { fields })
  expect(await frame.locator('[name=postalCode]').isVisible()).toBe(false)
  await fillCard(frame, { number: '4242424242424242' })
  expect((await confirm(page)).thrown?.message).toContain('fields.billing_details.address.country')
  const billing_details = { address: { country: 'FR', postal_code: '75001' } }
  const request = page.waitForRequest(/confirm$/)
  await confirm(page, { confirmParams: { payment_method_data: { billing_details } } })
  expect(decodeURIComponent((await request).postData() ?? '')).toContain('[address][postal_code]=75001')
})

it.each([
  ['a broken line', 'api_connection_error'],
  ['a server error', 'api_error'],
])('%s comes back as an error, never as an exception', async (kind, type) => {
  const { page, frame } = await open()
  await fillCard(frame, { number: '4242424242424242' })
  await page.route(/confirm$/, (route) =>
    kind === 'a broken line' ? route.abort('connectionreset') : route.fulfill({ status: 500, body: '{}' }),
  )
  const { error } = await confirm(page)
  expect(error?.type).toBe(type)
  expect(error?.message).toMatch(/try again/)
})

it('passes on what the API says of a postal code', async () => {
  const { page, frame } = await open({ locale: 'fr' })
  await fillCard(frame, { number: '4242424242424242' })
  const error = {
    type: 'card_error',
    code: 'incorrect_zip',
    param: 'address_zip',
    message: 'Postal code failed.',
  }
  await page.route(/confirm$/, (route) => route.fulfill({ status: 402, json: { error } }))
  expect((await confirm(page)).error).toEqual({
    ...error,
    message: 'La vérification du code postal de votre carte a échoué.',
  })
})

it('a frame whose setup intent is unknown reports that it could not load', async () => {
  const { page, opened } = await open({ clientSecret: 'seti_none_secret_none' })
  expect(opened).toBe('loaderror')
  expect(await heard(page, 'events')).toMatchObject([
    { name: 'loaderror', elementType: 'payment', error: { code: 'resource_missing' } },
  ])
})

it('goes to the return page when a redirect is wanted', async () => {
  const { page, frame } = await open()
  await fillCard(frame, { number: '4242424242424242' })
  await page.evaluate("void merchant.confirm({ redirect: 'always' })")
  await page.waitForURL(/\/return\?/)
  const query = new URL(page.url()).searchParams
  expect(query.get('redirect_status')).toBe('succeeded')
  expect(query.get('setup_intent_client_secret')).toEqual(
    expect.stringContaining(`${query.get('setup_intent')}_secret_`),
  )
})

it('can be filled and sent by keyboard alone', async () => {
  const { page, frame } = await open()
  const typed = { number: '4242424242424242', expiry: '1240', cvc: '123', country: '', postalCode: '90210' }
  for (const [name, text] of Object.entries(typed)) {
    await page.keyboard.press('Tab')
    await frame.locator(`[name=${name}]:focus`).waitFor()
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Enter')
  expect(await page.locator('#result').textContent()).toBe('')
  await page.keyboard.press('Tab')
  await page.locator('#add:focus').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('succeeded').waitFor()
})
