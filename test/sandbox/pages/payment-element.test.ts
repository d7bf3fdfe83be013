import { expect, it } from 'vitest'
import { confirm, fillCard, heard } from './merchant/card-form.ts'
import { setStage } from './merchant/stage.ts'

const stage = setStage()

it('speaks French', async () => {
  const { page, frame } = await stage.open({ locale: 'fr' })
  await expect(page.locator('#payment iframe').getAttribute('title')).resolves.toBe(
    'Cadre de saisie sécurisé pour le paiement',
  )
  for (const label of ['Numéro de carte', 'Date d’expiration', 'Code de sécurité', 'Pays', 'Code postal']) {
    await frame.getByLabel(label, { exact: true }).waitFor()
  }
})

it('follows an American Express number in groups, brand and length of the code', async () => {
  const { frame } = await stage.open()
  await frame.getByLabel('Card number').pressSequentially('378282246310005')
  expect(await frame.getByLabel('Card number').inputValue()).toBe('3782 822463 10005')
  await frame.getByText('American Express').waitFor()
  await frame.getByText('4 digits on the front of the card').waitFor()
  await frame.getByLabel('Security code').pressSequentially('12345')
  expect(await frame.getByLabel('Security code').inputValue()).toBe('1234')
})

it('offers the choice of brand on a co-branded card', async () => {
  const { page, frame } = await stage.open()
  await fillCard(frame, { number: '4000002500001001' })
  await frame.getByLabel('Card brand').selectOption('Visa')
  const request = page.waitForRequest(/confirm$/)
  await confirm(page)
  expect(decodeURIComponent((await request).postData() ?? '')).toContain('[card][networks][preferred]=visa')
})

it('checks a field when it is left, and frees it when it is mended', async () => {
  const { frame } = await stage.open()
  const number = frame.getByLabel('Card number')
  await number.fill('4242424242424241')
  await number.blur()
  await frame.getByText('Your card number is invalid.').waitFor()
  expect(await number.getAttribute('aria-invalid')).toBe('true')
  await number.fill('4242424242424242')
  expect(await number.getAttribute('aria-invalid')).toBeNull()
})

it('submitting an empty form says why and moves to the first field at fault', async () => {
  const { page, frame } = await stage.open({ clientSecret: undefined, mode: 'setup', currency: 'eur' })
  const { error } = await page.evaluate<{ error: object }>('merchant.elements.submit()')
  expect(error).toMatchObject({ type: 'validation_error', code: 'incomplete_number' })
  expect(await frame.locator('[aria-invalid]').count()).toBe(4)
  expect(await frame.locator(':focus').getAttribute('name')).toBe('number')
})

it('wears the appearance that it is given, and changes it', async () => {
  const { page, frame } = await stage.open({
    appearance: { theme: 'night', variables: { colorPrimary: '#ff0000' } },
  })
  const root = frame.locator('html')
  expect(await root.getAttribute('style')).toBe('--colorPrimary: #ff0000; color-scheme: dark;')
  await page.evaluate("merchant.elements.update({ appearance: { variables: { borderRadius: '9px' } } })")
  await frame.locator('html[data-theme=auto]').waitFor()
  expect(await root.getAttribute('style')).toBe('color-scheme: light dark; --borderRadius: 9px;')
})

it('can be cleared, focused, taken away and made anew', async () => {
  const { page, frame } = await stage.open()
  await fillCard(frame, { number: '4242424242424242' })
  await page.evaluate('merchant.element.clear()')
  await frame.locator('[name=number]:placeholder-shown').waitFor()
  await page.evaluate('merchant.element.focus()')
  await frame.locator('[name=number]:focus').waitFor()
  expect(await page.evaluate('document.activeElement.localName')).toBe('iframe')
  await page.evaluate('merchant.element.destroy()')
  expect(await page.locator('iframe').count()).toBe(0)
  expect(await page.evaluate("merchant.elements.getElement('payment')")).toBeNull()
  expect((await confirm(page)).thrown?.message).toContain('should have a mounted Payment Element')
  await page.evaluate("merchant.elements.create('payment').mount('#payment')")
  await frame.locator('[name=number]').waitFor()
})

it('a frame whose setup intent is unknown reports that it could not load', async () => {
  const { page, opened } = await stage.open({ clientSecret: 'seti_none_secret_none' })
  expect(opened).toBe('loaderror')
  expect(await heard(page, 'events')).toMatchObject([
    { name: 'loaderror', elementType: 'payment', error: { code: 'resource_missing' } },
  ])
})

it('can be filled and sent by keyboard alone', async () => {
  const { page, frame } = await stage.open()
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
