import { afterEach, beforeEach, expect, it } from 'vitest'
import { addButton, cardFrame, errorSummary, openCardForm, press, typeCard } from './support/card-form.ts'
import { focusOn } from './support/focus.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
beforeEach(() => stage.desk.sandbox.control.changeRadar({ postalCodeCheckFails: 'block' }))
afterEach(() => stage.desk.sandbox.control.changeRadar({ postalCodeCheckFails: 'allow' }))

it('a refused postal code is offered without its letters, then with five digits, and then there is advice', async () => {
  const { page } = await stage.guest()
  const postalCode = page.locator('#postal-code')
  await openCardForm(page)
  await typeCard(page, { number: '4000000000000036' })
  await page.locator('#country').selectOption('CA')
  await postalCode.fill('M4B 1B3')
  await press(addButton(page))

  for (const digits of ['413', '41300']) {
    const offer = page.getByRole('button', { name: `Try again with ${digits}`, exact: true })
    await offer.waitFor()
    await focusOn(errorSummary(page))
    await press(offer)
    await offer.waitFor({ state: 'detached' })
  }
  await page.getByText(/Your bank may have another address for you/).waitFor()
  expect(await page.locator('[data-postal-code]').count()).toBe(0)
  expect(await postalCode.inputValue()).toBe('41300')
  expect(await page.locator('#country').inputValue()).toBe('CA')
  expect(await cardFrame(page).locator('[name=number]').inputValue()).toBe('4000 0000 0000 0036')
  expect(await cardFrame(page).locator('[name=cvc]').inputValue()).toBe('123')
})

it('the refused field is marked, described and kept, the summary leads to it, and the title says that it failed', async () => {
  const { page } = await stage.guest({ language: 'fr' })
  await openCardForm(page)
  await typeCard(page, { number: '4000000000000036' })
  await page.locator('#postal-code').fill('H2X 1Y4')
  await press(addButton(page))
  const field = page.getByLabel('Code postal', { exact: true })
  await errorSummary(page).waitFor()
  expect(await page.title()).toMatch(/^Erreur\u00a0: /)
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  expect(await field.inputValue()).toBe('H2X 1Y4')
  const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? []
  const texts = await Promise.all(described.map((id) => page.locator(`#${id}`).innerText()))
  expect(texts.join(' ')).toContain('Votre banque a refusé ce code postal.')
  await errorSummary(page).getByRole('link').click()
  await focusOn(field)
})

it('once the postal code does, its error is gone with the old words', async () => {
  const { page } = await stage.guest()
  await openCardForm(page)
  await typeCard(page, { number: '4000000000000036' })
  await page.locator('#postal-code').fill('M4B 1B3')
  await press(addButton(page))
  await errorSummary(page).waitFor()
  await typeCard(page, { number: '4000000000000002' })
  await press(addButton(page))
  await errorSummary(page)
    .getByText(/Your bank refused this card/)
    .waitFor()
  expect(await page.locator('#postal-code').getAttribute('aria-invalid')).toBeNull()
  expect(await page.locator('#postal-code').inputValue()).toBe('M4B 1B3')
})

it('the advice for cards from abroad stands beside the field and leads to its guide', async () => {
  const { page } = await stage.guest()
  await openCardForm(page)
  await page.getByRole('link', { name: 'Cards from another country' }).click()
  await page.getByRole('heading', { name: 'Cards from another country', level: 1 }).waitFor()
})
