import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { hold } from './support/hold.ts'
import { kebab, listen, row } from './support/list.ts'
import { said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
const three = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex']
const list = '/settings/payment-methods'
const words = said.en

const orderOn = (page: Page): Promise<string[]> => page.locator('.cards .last4').allInnerTexts()

it('two defaults chosen one after the other, while Stripe is slow, end with the second one on the page', async () => {
  const { page } = await stage.guest({ cards: three })
  await page.goto(list)
  const spoken = await listen(page)
  stage.desk.sandbox.faults.order({ kind: 'delay', method: 'POST', path: '/v1/customers', ms: 600 })
  for (const last4 of ['4444', '0005']) {
    await kebab(page, last4).click()
    await page.getByRole('button', { name: words.setDefault }).click()
  }
  await row(page, '0005').locator('.badge.default').waitFor()
  expect(await spoken()).toEqual([
    words.nowDefault('Mastercard', '4444'),
    words.nowDefault('American Express', '0005'),
  ])
  await page.reload()
  expect(await row(page, '0005').locator('.badge.default').count()).toBe(1)
})

it('a double click on a button that moves a card moves it by one place, on the page as in the list', async () => {
  const { page } = await stage.guest({ cards: [...three, 'pm_card_discover'] })
  await page.goto(list)
  const spoken = await listen(page)
  const up = page.getByRole('button', { name: 'Move Discover ending in 1117 up' })
  await up.evaluate((button) => {
    button.click()
    button.click()
  })
  await page.getByText('Backup 2').and(row(page, '1117').locator('.badge')).waitFor()
  await page.waitForLoadState('networkidle')
  const shown = await orderOn(page)
  expect(await spoken()).toHaveLength(1)
  await page.reload()
  expect(await orderOn(page)).toEqual(shown)
  expect(shown).toEqual(['4242', '4444', '1117', '0005'])
})

it('the second press of a double click on a menu’s item does nothing to what lies beneath it', async () => {
  const { page } = await stage.guest({ cards: [...three, 'pm_card_discover', 'pm_card_jcb'] })
  await page.goto(list)
  const before = await orderOn(page)
  await kebab(page, '4444').click()
  const item = await page.getByRole('button', { name: words.setDefault }).boundingBox()
  if (!item) throw new Error('nothing to press')
  // In the item, and above one of the arrows beneath it.
  const arrows = await Promise.all(
    (await page.locator('.order button').all()).map((arrow) => arrow.boundingBox()),
  )
  const places = arrows.flatMap((arrow) => {
    if (!arrow) return []
    const [x, y] = [arrow.x + arrow.width / 2, Math.max(arrow.y, item.y) + 4]
    return y < Math.min(arrow.y + arrow.height, item.y + item.height) && x > item.x ? [{ x, y }] : []
  })
  const [place] = places
  if (!place) throw new Error('no arrow lies beneath it')
  await page.mouse.dblclick(place.x, place.y)
  await row(page, '4444').locator('.badge.default').waitFor()
  await page.waitForLoadState('networkidle')
  await page.reload()
  expect(await orderOn(page)).toEqual(before)
  expect(await row(page, '4444').locator('.badge.default').count()).toBe(1)
})

it('the question that was asked for last is the one that is asked', async () => {
  const { page, cards } = await stage.guest({ cards: three })
  await page.goto(list)
  const held = Promise.withResolvers<void>()
  await page.route(`**/${cards[1]}/removal`, async (route) => {
    await held.promise
    await route.continue().catch(() => {})
  })
  for (const last4 of ['4444', '0005']) {
    await kebab(page, last4).click()
    await page.getByRole('link', { name: words.remove }).click()
  }
  const question = page.getByRole('dialog', { name: words.question('American Express', '0005') })
  await question.waitFor()
  held.resolve()
  await page.waitForLoadState('networkidle')
  expect(await question.isVisible()).toBe(true)
})

it('what was agreed to in a dialog cannot be called back by closing it: it stays until the answer comes', async () => {
  const { page } = await stage.guest({ cards: three })
  await page.goto(list)
  stage.desk.sandbox.faults.order({ kind: 'delay', method: 'POST', ms: 1_500 })
  await kebab(page, '0005').click()
  await page.getByRole('link', { name: words.remove }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: words.confirm }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('link', { name: words.keep }).click()
  expect(await dialog.isVisible()).toBe(true)
  await dialog.waitFor({ state: 'hidden' })
  expect(await orderOn(page)).toEqual(['4242', '4444'])
})

it('while Stripe takes its time, the row says so in words until the answer comes', async () => {
  const { page } = await stage.guest({ cards: three })
  await page.goto(list)
  stage.desk.sandbox.faults.order({ kind: 'delay', method: 'POST', path: '/v1/customers', ms: 2_500 })
  await kebab(page, '4444').click()
  await page.getByRole('button', { name: words.setDefault }).click()
  await row(page, '4444').getByText('This takes longer than usual').waitFor()
  await row(page, '4444').locator('.badge.default').waitFor()
  expect(await page.getByText('This takes longer than usual').count()).toBe(0)
})

it('while the question before a removal is slow to come, the row says that it lasts', async () => {
  const { page } = await stage.guest({ cards: three })
  await page.goto(list)
  const answer = await hold(page, '**/removal')
  await kebab(page, '4444').click()
  await page.locator('.menu-items:popover-open').getByText(words.remove).click()
  await row(page, '4444').getByText('This takes longer than usual…', { exact: true }).waitFor()
  answer()
  await page.getByRole('dialog').waitFor()
  expect(await page.getByText('This takes longer than usual').count()).toBe(0)
})
