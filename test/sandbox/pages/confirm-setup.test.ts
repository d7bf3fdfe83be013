import { expect, it } from 'vitest'
import { confirm, fillCard, heard } from './merchant/card-form.ts'
import { setStage } from './merchant/stage.ts'

const stage = setStage()

it('saves a good card under a strict policy, and the page hears no card data', async () => {
  const { page, frame, sent } = await stage.open()
  await fillCard(frame, { number: '4242424242424242', code: '987' })
  const { setupIntent } = await confirm(page)
  expect(setupIntent).toMatchObject({ status: 'succeeded', payment_method: expect.stringMatching(/^pm_/) })
  const said = [...sent, ...(await heard<string>(page, 'heard'))].join('\n').replaceAll(' ', '')
  expect(said).toContain('"complete":true')
  expect(said).not.toMatch(/4242424242|\b987\b/)
  expect(await heard(page, 'violations')).toEqual([])
})

it('tells why the bank refused, in the language of the element, and lets another card be tried', async () => {
  const { page, frame } = await stage.open({ locale: 'fr' })
  await fillCard(frame, { number: '4000000000009995' })
  expect((await confirm(page)).error).toMatchObject({
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Votre carte ne dispose pas de fonds suffisants.',
  })
  await fillCard(frame, { number: '4000000000000036' })
  expect((await confirm(page)).error).toMatchObject({
    type: 'card_error',
    code: 'incorrect_zip',
    message: 'La vérification du code postal de votre carte a échoué.',
  })
  await fillCard(frame, { number: '4000000000000002' })
  expect((await confirm(page)).error).toMatchObject({
    decline_code: 'generic_decline',
    message: 'Votre carte a été refusée.',
    setup_intent: { status: 'requires_payment_method' },
  })
})

it('the deferred form needs submit before confirmSetup', async () => {
  const { page, frame } = await stage.open({ clientSecret: undefined, mode: 'setup' })
  await fillCard(frame, { number: '4242424242424242' })
  const clientSecret = await stage.sandbox.intend()
  const { thrown } = await confirm(page, { clientSecret })
  expect(thrown?.name).toBe('IntegrationError')
  expect(thrown?.message).toContain('elements.submit() must be called before stripe.confirmSetup()')
  await page.evaluate('merchant.elements.submit()')
  expect((await confirm(page, { clientSecret })).setupIntent?.status).toBe('succeeded')
})

it('what the page withholds from the element it must bring when it confirms', async () => {
  const fields = { billingDetails: { address: { country: 'never', postalCode: 'never' } } }
  const { page, frame } = await stage.open({}, { fields })
  expect(await frame.locator('[name=postalCode]').isVisible()).toBe(false)
  await fillCard(frame, { number: '4242424242424242' })
  expect((await confirm(page)).thrown?.message).toContain('fields.billing_details.address.country')
  const billing_details = { address: { country: 'FR', postal_code: '75001' } }
  const request = page.waitForRequest(/confirm$/)
  await confirm(page, { confirmParams: { payment_method_data: { billing_details } } })
  expect(decodeURIComponent((await request).postData() ?? '')).toContain('[address][postal_code]=75001')
})

it('a broken line or a failing API comes back as an error, never as an exception', async () => {
  const { page, frame } = await stage.open()
  await fillCard(frame, { number: '4242424242424242' })
  for (const [kind, type] of [
    ['reset-before', 'api_connection_error'],
    ['500-before', 'api_error'],
    ['truncate', 'api_connection_error'],
  ] as const) {
    // For all requests: a browser by itself repeats one on a connection that was reset.
    stage.sandbox.faults.order({ kind, method: 'POST' })
    const { error } = await confirm(page)
    stage.sandbox.faults.clear()
    expect(error).toMatchObject({ type, message: expect.stringContaining('try again') })
  }
})

it('goes to the return page when a redirect is wanted', async () => {
  const { page, frame } = await stage.open()
  await fillCard(frame, { number: '4242424242424242' })
  await page.evaluate("void merchant.confirm({ redirect: 'always' })")
  await page.waitForURL(/\/return\?/)
  const query = new URL(page.url()).searchParams
  expect(query.get('redirect_status')).toBe('succeeded')
  expect(query.get('setup_intent_client_secret')).toEqual(
    expect.stringContaining(`${query.get('setup_intent')}_secret_`),
  )
})
