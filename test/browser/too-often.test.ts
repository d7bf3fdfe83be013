// What people see who come too often: when to come back, their form as they left it, and nothing in their way.
import { expect, it } from 'vitest'
import { payingLimits } from '../../src/invoices/paying-limits.ts'
import { addingLimits } from '../../src/payment-methods/adding-limits.ts'
import { paths } from '../../src/web/paths.ts'
import { words } from '../../src/words/words.ts'
import { addButton, cardReady, errorSummary, press, typeCard } from './support/card-form.ts'
import { focusOn } from './support/focus.ts'
import { bill, guestWith } from './support/owed.ts'
import { reach } from './support/reached-limits.ts'
import { languages } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

it.each(languages)(
  'who mistypes their password too often is told when to come back (%s)',
  async (language) => {
    const page = await stage.window({ language })
    await page.goto(paths.signIn)
    for (let at = 0; at < 6; at++) {
      await page.locator('#email').fill('somebody@example.com')
      await page.locator('#password').fill('not this one either')
      const sent = page.waitForResponse((answer) => answer.request().method() === 'POST')
      await page.locator('#password').press('Enter')
      await sent
    }
    await focusOn(errorSummary(page))
    const [before = '', after = ''] = words[language].limits.signIn('\0').split('\0')
    const said = await errorSummary(page).innerText()
    expect(said).toContain(before)
    expect(said).toContain(after)
    expect(await page.locator('#email').inputValue()).toBe('somebody@example.com')
    expect(await page.locator('#password').inputValue()).toBe('')
  },
)

it.each(languages)(
  'who adds cards too often keeps what they typed, in Stripe’s fields and in ours (%s)',
  async (language) => {
    const guest = await stage.guest({ language })
    const { page } = guest
    await reach(addingLimits, guest, stage)
    await page.goto(paths.newPaymentMethod)
    await cardReady(page)
    await typeCard(page)
    await page.locator('#postal-code').fill('M4B 1B3')
    await page.locator('#country').selectOption('CA')
    await press(addButton(page))
    await errorSummary(page).waitFor()
    await focusOn(errorSummary(page))
    expect(await errorSummary(page).innerText()).toContain(words[language].limits.adding('').slice(0, 40))
    expect(await page.title()).toBe(words[language].errorTitle(`${words[language].add.title} – Guichet`))
    expect(await page.locator('#postal-code').inputValue()).toBe('M4B 1B3')
    expect(await page.locator('#country').inputValue()).toBe('CA')
  },
)

it.each(languages)('who presses to pay too often finds their card still chosen (%s)', async (language) => {
  const guest = await guestWith(stage, ['fails_when_charged', 'insufficient_funds_when_charged'], {
    language,
  })
  const { page, cards } = guest
  const { id } = await bill(stage, guest)
  await reach(payingLimits, guest, stage)
  await page.goto(paths.payment(id))
  await page.locator(`#card-${cards[1]}`).check()
  await page.locator('main form button').click()
  await errorSummary(page).waitFor()
  await focusOn(errorSummary(page))
  expect(await errorSummary(page).innerText()).toContain(words[language].limits.paying('').slice(0, 40))
  expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe(cards[1])
})

it('without JavaScript Stripe’s page is not reached, and the page says why', async () => {
  const guest = await stage.guest({ javaScriptEnabled: false })
  const { page } = guest
  await reach(addingLimits, guest, stage)
  await page.goto(paths.newPaymentMethod)
  await page.getByRole('button', { name: words.en.add.hosted }).click()
  await errorSummary(page).waitFor()
  expect(await errorSummary(page).innerText()).toContain('Cards were added too often')
  expect(await page.getByRole('button', { name: words.en.add.hosted }).isVisible()).toBe(true)
})
