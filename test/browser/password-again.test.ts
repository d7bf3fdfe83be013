import { expect, it } from 'vitest'
import { movableClock } from '../support/story.ts'
import { focusOn, tabTo } from './support/focus.ts'
import { kebab, row } from './support/list.ts'
import { setStage } from './support/stage.ts'

const clock = movableClock()
const stage = setStage({ clock })
const two = ['pm_card_visa', 'pm_card_mastercard']
const list = '/settings/payment-methods'
const password = 'correct horse battery staple'

async function anHourLater(javaScriptEnabled = true) {
  const guest = await stage.guest({ cards: two, javaScriptEnabled })
  for (let at = 0; at < 4; at += 1) {
    clock.pass(20 * 60_000)
    await guest.page.goto(list)
  }
  return guest
}

it('an hour later the dialog asks for the password, by keyboard alone, and the card goes', async () => {
  const { page } = await anHourLater()
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  await kebab(page, '4444').focus()
  await keyboard.press('Enter')
  await page.locator('.menu-items:popover-open').waitFor()
  await keyboard.press('End')
  await keyboard.press('Enter')
  await focusOn(dialog.getByRole('link', { name: 'Keep the card' }))
  await keyboard.press('Shift+Tab')
  await keyboard.press('Enter')

  const field = dialog.getByLabel('Password', { exact: true })
  await focusOn(field)
  expect(await dialog.evaluate((node) => node.getAttribute('aria-labelledby'))).toBe('dialog-heading')
  expect(await dialog.getByRole('heading').innerText()).toBe('Enter your password again')
  await dialog.getByText('Remove the Mastercard card ending in 4444?', { exact: true }).waitFor()
  await keyboard.type('not the right one')
  await keyboard.press('Enter')
  await focusOn(dialog.locator('.banner.error'))
  expect(await page.title()).toMatch(/^Error: Enter your password again/)
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await focusOn(field)
  await keyboard.type(password)
  await keyboard.press('Enter')

  await dialog.waitFor({ state: 'hidden' })
  await focusOn(kebab(page, '4242'))
  expect(await page.title()).toMatch(/^Payment methods/)
  await row(page, '4444').waitFor({ state: 'detached' })
  expect(await page.locator('#live').innerText()).toBe('Mastercard ending in 4444 is removed.')
})

it('Escape keeps the card and gives the focus back', async () => {
  const { page } = await anHourLater()
  const dialog = page.getByRole('dialog')
  await kebab(page, '4444').click()
  await page.locator('.menu-items:popover-open a').click()
  await dialog.locator('.danger').click()
  await focusOn(dialog.getByLabel('Password', { exact: true }))
  await page.keyboard.type('not the right one')
  await page.keyboard.press('Enter')
  await focusOn(dialog.locator('.banner.error'))
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await focusOn(kebab(page, '4444'))
  expect(await page.title()).toMatch(/^Payment methods/)
  await page.goto(list)
  await row(page, '4444').waitFor()
})

it('without JavaScript a page asks, and the form that waits in it is done', async () => {
  const { page, cards } = await anHourLater(false)
  await page.goto(`${list}/${cards[1]}/removal`)
  await page.locator('main .danger').click()
  await page.getByRole('heading', { name: 'Enter your password again', level: 1 }).waitFor()
  await page.getByText('Remove the Mastercard card ending in 4444?', { exact: true }).waitFor()
  await tabTo(page.getByLabel('Password', { exact: true }), 12)
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.locator('.banner.done').waitFor()
  expect(await page.locator('.banner.done').innerText()).toBe('Mastercard ending in 4444 is removed.')
})
