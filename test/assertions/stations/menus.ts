// Assertions 27 to 33. The kebab of a card or of a person, where there is one; else the menu of who is signed in.

import type { Locator, Page } from 'playwright-core'
import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import { controlsOf } from './names.ts'
import type { Sight } from './sight.ts'

const nothing: Findings = { 27: null, 28: null, 29: null, 30: null, 31: null, 32: null, 33: null }

export async function menus({ page, script }: Sight): Promise<Findings> {
  const buttons = page.locator('.menu-button').locator('visible=true')
  const count = (await ask<boolean>(page, 'return modal !== null')) ? 0 : await buttons.count()
  if (count === 0) return nothing
  await ask(page, 'for (const each of all(":popover-open")) each.hidePopover()')
  const kebabs = page.locator('.kebab .menu-button').locator('visible=true')
  const button = (await kebabs.count()) > 0 ? kebabs.last() : buttons.last()
  const faults: Record<number, string[] | null> = { ...nothing, 27: [], 28: [], 29: [], 30: [] }
  const says = (assertion: number, claim: string, is: boolean) => {
    if (!is) faults[assertion]?.push(claim)
  }

  for (const key of ['Enter', 'Space']) {
    await button.focus()
    const before = await isExpanded(page)
    await page.keyboard.press(key)
    const after = await isExpanded(page)
    says(27, `${key}: ${before} → ${after}`, before === false && after === true)
    await page.keyboard.press('Tab')
    says(28, `after ${key}, Tab leads to ${await focused(page)}`, await isFirstItem(button))
    await page.keyboard.press('Escape')
    says(29, 'Escape leaves it open', !(await isOpen(button)))
    says(29, `Escape leads to ${await focused(page)}`, await hasFocus(button))
  }
  await button.focus()
  await page.keyboard.press('Enter')
  says(30, 'it does not open', await isOpen(button))
  await page.mouse.click(1, 1)
  says(30, 'a click outside leaves it open', !(await isOpen(button)))
  if (count > 1) faults[31] = await closesTheOther(page, button, buttons.first())
  if (script) Object.assign(faults, await byScript(page, button))
  await ask(page, 'for (const each of all(":popover-open")) each.hidePopover()')
  return faults
}

async function closesTheOther(page: Page, one: Locator, other: Locator): Promise<string[]> {
  await one.focus()
  await page.keyboard.press('Enter')
  await other.focus()
  await page.keyboard.press('Enter')
  const open = [await isOpen(one), await isOpen(other)]
  await page.keyboard.press('Escape')
  return open[0] || !open[1] ? [`open: ${open}`] : []
}

async function byScript(page: Page, button: Locator): Promise<Findings> {
  const arrows: string[] = []
  await button.focus()
  await page.keyboard.press('Enter')
  const { length } = await itemsOf(button)
  for (const [key, at] of [
    ['ArrowDown', 0],
    ['ArrowUp', length - 1],
    ['ArrowDown', 0],
    ['End', length - 1],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key)
    const is = (await itemsOf(button)).indexOf(true)
    if (is !== at) arrows.push(`${key}: item ${is + 1} in the place of ${at + 1}`)
  }
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  return { 32: arrows, 33: (await isOpen(button)) ? ['it is open still'] : [] }
}

/** Whether each item of the menu has the focus. */
function itemsOf(button: Locator): Promise<boolean[]> {
  return button.evaluate((node) =>
    [...(node.popoverTargetElement?.querySelectorAll('a, button') ?? [])].map(
      (item) => item === node.ownerDocument.activeElement,
    ),
  )
}

async function isFirstItem(button: Locator): Promise<boolean> {
  return (await itemsOf(button))[0] === true
}

function isOpen(button: Locator): Promise<boolean> {
  return button.evaluate((node) => node.popoverTargetElement?.matches(':popover-open') === true)
}

function hasFocus(button: Locator): Promise<boolean> {
  return button.evaluate((node) => node === node.ownerDocument.activeElement)
}

function focused(page: Page): Promise<string> {
  return ask(page, 'return brief(document.activeElement)')
}

/** Of the button that has the focus. */
async function isExpanded(page: Page): Promise<boolean | undefined> {
  return (await controlsOf(page)).find(({ focused }) => focused)?.expanded
}
