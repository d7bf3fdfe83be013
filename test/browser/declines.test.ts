import { expect, it } from 'vitest'
import { words } from '../../src/words/words.ts'
import { addButton, backOnList, errorSummary, press, tryCard, typeCard } from './support/card-form.ts'
import { focusOn } from './support/focus.ts'
import { languages, said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

const declines = [
  ['a refused card', '4000000000000002', 'other'],
  ['a card without funds', '4000000000009995', 'insufficient_funds'],
  ['a lost card, which is only called refused', '4000000000009987', 'other'],
  ['a stolen card, which is only called refused', '4000000000009979', 'other'],
  ['an expired card', '4000000000000069', 'expired_card'],
  ['a wrong security code', '4000000000000127', 'incorrect_cvc'],
  ['a bank’s failure', '4000000000000119', 'processing_error'],
  ['a card that is tried too often', '4000000000006975', 'card_velocity_exceeded'],
] as const

it.each(languages)(
  'each decline says why in the reader’s words, in the title too, and takes the focus (%s)',
  async (language) => {
    const { page } = await stage.guest({ language })
    const begin = (number: string) => typeCard(page, { number }).then(() => press(addButton(page)))
    await tryCard(page, { number: declines[0][1] })
    for (const [what, number, code] of declines) {
      if (number !== declines[0][1]) await begin(number)
      await errorSummary(page).getByText(words[language].declines[code], { exact: true }).waitFor()
      await focusOn(errorSummary(page))
      expect(await page.title(), what).toMatch(new RegExp(`^${said[language].error}`))
      expect(await addButton(page).getAttribute('aria-busy'), what).toBeNull()
      expect(await page.locator('#status').innerText(), what).toBe('')
    }
  },
)

it('after a decline the next card is tried on the same setup, and the error is gone when it is saved', async () => {
  const { page } = await stage.guest()
  stage.desk.sandbox.log.clear()
  await tryCard(page, { number: '4000000000000002' })
  await errorSummary(page).waitFor()
  await typeCard(page)
  await press(addButton(page))
  await backOnList(page)
  expect(await page.locator('.banner').innerText()).toBe(said.en.added('Visa', '4242'))
  const begun = stage.desk.sandbox.log.entries.filter(
    ({ method, path }) => method === 'POST' && path === '/v1/setup_intents',
  )
  expect(begun).toHaveLength(1)
})

it('a security code that fails the bank’s check is named when the account refuses such cards', async () => {
  const { page } = await stage.guest()
  stage.desk.sandbox.control.changeRadar({ cvcCheckFails: 'block' })
  try {
    await tryCard(page, { number: '4000000000000101' })
    await errorSummary(page).getByText(words.en.declines.incorrect_cvc).waitFor()
  } finally {
    stage.desk.sandbox.control.changeRadar({ cvcCheckFails: 'allow' })
  }
})

it('without JavaScript, a decline on Stripe’s page is said there, and what can be kept is kept', async () => {
  const { page } = await stage.guest({ javaScriptEnabled: false })
  await page.goto('/settings/payment-methods/new')
  await page.getByRole('button', { name: said.en.hosted }).click()
  await page.getByLabel(said.en.number, { exact: true }).fill('4000000000000002')
  await page.getByLabel(said.en.expiry, { exact: true }).fill('12/40')
  await page.getByLabel(said.en.cvc, { exact: true }).fill('123')
  await page.getByLabel(said.en.holder, { exact: true }).fill('Zoé Lambert')
  await page.locator('[name=billingPostalCode]').fill('12345')
  await page.getByRole('button', { name: said.en.save }).click()
  await page.locator('.summary').waitFor()
  expect(await page.title()).toMatch(/^Error:/)
  expect(await page.getByLabel(said.en.holder, { exact: true }).inputValue()).toBe('Zoé Lambert')
  expect(await page.getByLabel(said.en.number, { exact: true }).inputValue()).toBe('')
})
