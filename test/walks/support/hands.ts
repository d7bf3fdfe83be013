// How people work a page: with a pointer or by keyboard alone. Either way they see what they use.

import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { focusOn, tabTo } from '../../browser/support/focus.ts'

// More Tabs than a page has stops.
const atMost = 80

export interface Hands {
  press(control: Locator): Promise<void>
  fill(field: Locator, text: string): Promise<void>
  /** One of several radio buttons. */
  choose(option: Locator): Promise<void>
}

export const pointer: Hands = {
  async press(control) {
    await seen(control)
    await control.click()
  },
  async fill(field, text) {
    await seen(field)
    await field.fill(text)
  },
  async choose(option) {
    await seen(option)
    await option.click()
  },
}

export const keyboard: Hands = {
  async press(control) {
    await focus(control)
    const isLink = await control.evaluate((node) => node.localName === 'a')
    await control.page().keyboard.press(isLink ? 'Enter' : 'Space')
  },
  async fill(field, text) {
    await focus(field)
    const { keyboard: keys } = field.page()
    await keys.press('ControlOrMeta+A')
    await keys.type(text)
  },
  // Tab leads to one of them, and the arrows to the others.
  async choose(option) {
    const page = option.page()
    await option.waitFor()
    const focused = page.getByRole('radio').and(page.locator(':focus'))
    for (let tabs = 0; tabs < atMost && (await focused.count()) === 0; tabs += 1) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Space')
    const others = (await page.getByRole('radio').count()) - 1
    for (let times = 0; times < others && !(await option.isChecked()); times += 1) {
      await page.keyboard.press('ArrowDown')
    }
    await focusOn(option)
    expect(await option.isChecked()).toBe(true)
    await seen(option)
  },
}

async function focus(control: Locator): Promise<void> {
  await control.waitFor()
  const has = await control.evaluate((node) => node === node.ownerDocument.activeElement)
  if (!has) await tabTo(control, atMost)
  await seen(control)
}

/** All of it is in the window once it has been scrolled there, nothing covers it, and nothing scrolls sideways. */
async function seen(control: Locator): Promise<void> {
  await control.waitFor()
  // Looked for again where it moved meanwhile, because something above it came or grew.
  const look = async () => {
    await control.evaluate((node) => node.scrollIntoView({ block: 'nearest' }))
    await scrollTo(control)
    return hindrance(control)
  }
  await expect.poll(look, { message: String(control) }).toBe('')
}

/** What stands in a frame of Stripe’s cannot move our page by itself. */
async function scrollTo(control: Locator): Promise<void> {
  const { y = 0, height = 0 } = (await control.boundingBox()) ?? {}
  const window = control.page().viewportSize()?.height ?? 0
  const below = Math.max(0, y + height - window)
  const above = Math.min(0, y)
  if (below || above) await control.page().evaluate(`scrollBy(0, ${above || below})`)
}

async function hindrance(control: Locator): Promise<string> {
  const page = control.page()
  const box = await control.boundingBox()
  const window = page.viewportSize()
  if (!box || !window) return 'it is not there'
  const inside = box.x >= 0 && box.x + box.width <= window.width && box.y + box.height <= window.height
  if (!inside || box.y < 0) return `it is outside: ${JSON.stringify(box)}`
  const isCovered = await control.evaluate((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect()
    const at = node.ownerDocument.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return !(node.contains(at) || at?.contains(node))
  })
  if (isCovered) return 'something covers it'
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
  return wide ? 'the page scrolls sideways' : ''
}
