import { expect, it } from 'vitest'
import { words } from '../../src/words/words.ts'
import {
  addButton,
  backOnList,
  cardFrame,
  errorSummary,
  openCardForm,
  press,
  tryCard,
  typeCard,
} from './support/card-form.ts'
import { focusOn } from './support/focus.ts'
import { said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage({ stripeTimeout: 1_500 })
const add = '/settings/payment-methods/new'
const { en } = words

it('where Stripe’s script is blocked, the page offers Stripe’s own page instead', async () => {
  const { page } = await stage.guest()
  await page.route(/\/stripe\.js$/, (route) => route.abort())
  await page.goto(add)
  await page.getByText(en.add.noScript).waitFor()
  expect(await page.locator('#card-form').isVisible()).toBe(false)
  await page.getByRole('button', { name: said.en.hosted }).click()
  await page.getByRole('button', { name: said.en.save }).waitFor()
})

it('where Stripe’s frame does not load, the page offers Stripe’s own page instead', async () => {
  const { page } = await stage.guest()
  await page.route(/\/elements\/payment/, (route) => route.abort())
  await page.goto(add)
  await page.getByText(en.add.noScript).waitFor()
  expect(await page.locator('#card-form').isVisible()).toBe(false)
})

it('where Stripe’s script does not come for a while, the way round shows by itself', async () => {
  const { page } = await stage.guest()
  const held: (() => void)[] = []
  await page.route(/\/stripe\.js$/, (route) => new Promise((go) => held.push(() => go(route.continue()))))
  await page.goto(add, { waitUntil: 'commit' })
  await page.locator('#hosted-form').waitFor({ state: 'attached' })
  await page.evaluate('for (const each of document.getAnimations()) each.finish()')
  await page.getByRole('button', { name: said.en.hosted }).waitFor()
  expect(
    await page.locator('#hosted-form').evaluate((form) => form.checkVisibility({ visibilityProperty: true })),
  ).toBe(true)
  for (const go of held) go()
  await cardFrame(page).locator('[name=number]').waitFor()
})

it('while Stripe takes its time, a status line says so in words and the button keeps its own', async () => {
  const { page } = await stage.guest()
  await openCardForm(page)
  await typeCard(page)
  await page.clock.install()
  stage.desk.sandbox.faults.order({ kind: 'hang', path: '^/v1/setup_intents/.*/confirm$' })
  await press(addButton(page))
  await page.getByText(en.add.status.verifying).waitFor()
  expect(await addButton(page).getAttribute('aria-busy')).toBe('true')
  expect(await addButton(page).innerText()).toBe(said.en.submit)
  expect(await addButton(page).isDisabled()).toBe(false)
  await page.clock.fastForward(8_000)
  await page.getByText(en.add.status.slow).waitFor()
})

it('when Stripe does not answer our server, the summary says that nothing was saved, and another try works', async () => {
  const { page } = await stage.guest()
  stage.desk.sandbox.faults.order({ kind: '500-before', path: '/v1/setup_intents', method: 'POST' })
  await tryCard(page)
  await errorSummary(page).getByText(en.add.unanswered).waitFor()
  await focusOn(errorSummary(page))
  expect(await page.title()).toMatch(/^Error: /)
  stage.desk.sandbox.faults.clear()
  await press(addButton(page))
  await backOnList(page)
  expect(await page.locator('.banner').innerText()).toBe(said.en.added('Visa', '4242'))
})

it('when our server is out of reach, the page says so, keeps what was typed and goes on from there', async () => {
  const { page, context } = await stage.guest().then((guest) => ({ ...guest, context: guest.page.context() }))
  await openCardForm(page)
  await typeCard(page)
  await page.locator('#postal-code').fill('35000')
  await context.setOffline(true)
  await press(addButton(page))
  await errorSummary(page).getByText(en.add.unreachable).waitFor()
  await focusOn(errorSummary(page))
  await context.setOffline(false)
  expect(await page.locator('#postal-code').inputValue()).toBe('35000')
  await press(addButton(page))
  await backOnList(page)
})

it('whose session ended meanwhile is asked to sign in, and finds the list afterwards', async () => {
  const { page, email } = await stage.guest()
  await openCardForm(page)
  await typeCard(page)
  await page.context().clearCookies()
  await press(addButton(page))
  await page.waitForURL(/\/sign-in\?next=/)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery staple')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: said.en.methods, level: 1 }).waitFor()
})

it('the list comes at once from our own copy while Stripe answers nothing', async () => {
  const { page } = await stage.guest({ cards: ['pm_card_visa'] })
  stage.desk.sandbox.faults.order({ kind: 'hang' })
  await page.goto('/settings/payment-methods')
  await page.getByRole('button', { name: said.en.actions('Visa', '4242') }).waitFor()
})
