import { expect, it } from 'vitest'
import { focusOn } from './support/focus.ts'
import { badges, kebab, listen, row } from './support/list.ts'
import { said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
const three = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex']
const list = '/settings/payment-methods'
const words = said.en

it('setting the default keeps the focus on that card’s kebab and is said once, in the live region', async () => {
  const { page } = await stage.guest({ cards: three })
  await page.goto(list)
  const order = await page.locator('.cards .last4').allInnerTexts()
  const spoken = await listen(page)
  await kebab(page, '4444').click()
  await page.getByRole('button', { name: words.setDefault }).click()
  await row(page, '4444').locator('.badge.default').waitFor()
  await focusOn(kebab(page, '4444'))
  expect(await badges(page).count()).toBe(1)
  expect(await page.locator('.menu-items:popover-open').count()).toBe(0)
  expect(await page.locator('.cards .last4').allInnerTexts()).toEqual(order)
  await stage.desk.settled()
  expect(await spoken()).toEqual([words.nowDefault('Mastercard', '4444')])
})

it('the same result twice is said twice', async () => {
  const { page } = await stage.guest({ cards: three })
  await page.goto(list)
  const spoken = await listen(page)
  for (const last4 of ['4444', '4242', '4444']) {
    await kebab(page, last4).click()
    await page.getByRole('button', { name: words.setDefault }).click()
    await row(page, last4).locator('.badge.default').waitFor()
  }
  expect(await spoken()).toHaveLength(3)
})

it('two quick clicks on “Set as default card” are one call to Stripe', async () => {
  const { page } = await stage.guest({ cards: three })
  await page.goto(list)
  await kebab(page, '4444').click()
  stage.desk.sandbox.log.clear()
  await page.getByRole('button', { name: words.setDefault }).evaluate((button) => {
    button.click()
    button.click()
  })
  await row(page, '4444').locator('.badge.default').waitFor()
  await stage.desk.settled()
  expect(stage.desk.sandbox.log.entries.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

it('moving a backup keeps the focus on the button that moved it and says its new place', async () => {
  const { page, cards } = await stage.guest({ cards: three })
  await page.goto(list)
  const places = async () =>
    await page
      .locator('.badge.backup')
      .evaluateAll((nodes) => nodes.map((node) => node.closest('li').querySelector('.last4').textContent))
  const before = await places()
  const spoken = await listen(page)
  const last = before[1] === '4444' ? cards[1] : cards[2]
  const up = page.locator(`#up-${last}`)
  await up.click()
  await expect.poll(places).toEqual(before.toReversed())
  await focusOn(up)
  expect(await up.getAttribute('aria-disabled')).toBe('true')
  expect(await spoken()).toEqual([expect.stringMatching(/ is now backup 1\.$/)])
  await page.keyboard.press('Enter')
  expect(await places()).toEqual(before.toReversed())
  expect(await spoken()).toHaveLength(1)
})

it('removing a card moves the focus to its neighbour’s kebab and is said once', async () => {
  const { page } = await stage.guest({ cards: three })
  await page.goto(list)
  const spoken = await listen(page)
  const order = await page.locator('.cards .last4').allInnerTexts()
  const [first = '', second = ''] = order
  await kebab(page, first).click()
  await page.getByRole('link', { name: words.remove }).click()
  await page.getByRole('button', { name: words.confirm }).click()
  await row(page, first).waitFor({ state: 'detached' })
  await focusOn(kebab(page, second))
  await stage.desk.settled()
  expect(await spoken()).toHaveLength(1)
})

it('removing the last card shows the empty state with the focus on its one button', async () => {
  const { page } = await stage.guest({ cards: ['pm_card_visa'] })
  await page.goto(list)
  await kebab(page, '4242').click()
  await page.getByRole('link', { name: words.remove }).click()
  await page.getByText(/It is your only card/).waitFor()
  await page.getByRole('button', { name: words.confirm }).click()
  await page.getByText(/You have no payment method yet/).waitFor()
  await focusOn(page.getByRole('link', { name: words.add, exact: true }))
})

it('removing the default says which card follows it, and that card is the default afterwards', async () => {
  const { page } = await stage.guest({ cards: ['pm_card_visa', 'pm_card_mastercard'] })
  await page.goto(list)
  await kebab(page, '4242').click()
  await page.getByRole('link', { name: words.remove }).click()
  await page
    .getByText('Mastercard ending in 4444 becomes your default card and is charged from now on.')
    .waitFor()
  await page.getByRole('button', { name: words.confirm }).click()
  await row(page, '4444').locator('.badge.default').waitFor()
  await focusOn(kebab(page, '4444'))
})

it('Escape, “Keep the card” and a click beside the dialog close it and remove nothing', async () => {
  const { page } = await stage.guest({ cards: ['pm_card_visa'] })
  await page.goto(list)
  stage.desk.sandbox.log.clear()
  const dialog = page.getByRole('dialog')
  for (const close of [
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('link', { name: words.keep }).click(),
    () => page.mouse.click(5, 300),
  ]) {
    await kebab(page, '4242').click()
    await page.getByRole('link', { name: words.remove }).click()
    await dialog.waitFor()
    await close()
    await dialog.waitFor({ state: 'hidden' })
    await focusOn(kebab(page, '4242'))
  }
  expect(stage.desk.sandbox.log.entries).toEqual([])
})
