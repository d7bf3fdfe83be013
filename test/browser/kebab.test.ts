import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { controlsOf } from '../assertions/stations/names.ts'
import { focusOn } from './support/focus.ts'
import { kebab } from './support/list.ts'
import { said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
const three = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex']

async function list(): Promise<Page> {
  const { page } = await stage.guest({ cards: three })
  await page.goto('/settings/payment-methods')
  return page
}

function isOpen(page: Page, last4: string): Promise<boolean> {
  return kebab(page, last4).evaluate((button) => button.popoverTargetElement.matches(':popover-open'))
}

/** As the browser tells it to assistive technology. */
async function isExpanded(page: Page, name: string): Promise<boolean | undefined> {
  return (await controlsOf(page)).find((control) => control.role === 'button' && control.name === name)
    ?.expanded
}

it('the kebab’s name has brand and last four, for assistive technology as for text browsers', async () => {
  const page = await list()
  const name = await kebab(page, '0005').ariaSnapshot()
  expect(name).toContain('Actions for American Express ending in 0005')
  expect(await kebab(page, '0005').textContent()).toContain('Actions for American Express ending in 0005')
})

it.each(['Enter', 'Space'])('%s opens the kebab, says so, and Tab reaches its first item', async (key) => {
  const page = await list()
  await kebab(page, '4444').focus()
  const name = said.en.actions('Mastercard', '4444')
  expect(await isExpanded(page, name)).toBe(false)
  await page.keyboard.press(key)
  expect(await isExpanded(page, name)).toBe(true)
  await page.keyboard.press('Tab')
  await focusOn(page.getByRole('button', { name: said.en.setDefault }))
})

it('Escape closes the kebab and gives the focus back to it, from wherever in it', async () => {
  const page = await list()
  await kebab(page, '4444').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  expect(await isOpen(page, '4444')).toBe(false)
  await focusOn(kebab(page, '4444'))
})

it('a click elsewhere closes the kebab, and opening another closes the first', async () => {
  const page = await list()
  await kebab(page, '4444').click()
  await kebab(page, '4242').click()
  expect([await isOpen(page, '4444'), await isOpen(page, '4242')]).toEqual([false, true])
  await page.getByRole('heading', { level: 1 }).click()
  expect(await isOpen(page, '4242')).toBe(false)
})

it('the arrows go round the items; Home and End go to the first and the last', async () => {
  const page = await list()
  const first = page.getByRole('button', { name: said.en.setDefault })
  const last = page.getByRole('link', { name: said.en.remove })
  await kebab(page, '4444').focus()
  await page.keyboard.press('Enter')
  for (const [key, item] of [
    ['ArrowDown', first],
    ['ArrowDown', last],
    ['ArrowDown', first],
    ['ArrowUp', last],
    ['Home', first],
    ['End', last],
  ] as const) {
    await page.keyboard.press(key)
    await focusOn(item)
  }
})

it('leaving the kebab by Tab closes it', async () => {
  const page = await list()
  await kebab(page, '4444').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  await expect.poll(() => isOpen(page, '4444')).toBe(false)
  await kebab(page, '4242').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Tab')
  await expect.poll(() => isOpen(page, '4242')).toBe(false)
})

it('the default card cannot be set as default again', async () => {
  const page = await list()
  await kebab(page, '4242').click()
  await page.getByRole('link', { name: said.en.remove }).waitFor()
  expect(await page.getByRole('button', { name: said.en.setDefault }).count()).toBe(0)
})

it('the member’s name opens a menu with the settings and, sent by POST, the way out', async () => {
  const { page, name } = await stage.guest()
  await page.goto('/settings')
  await page.getByRole('button', { name }).click()
  await page.getByRole('link', { name: said.en.settings, exact: true }).waitFor()
  const form = page.locator('form', { has: page.getByRole('button', { name: said.en.signOut }) })
  expect(await form.getAttribute('method')).toBe('post')
})
