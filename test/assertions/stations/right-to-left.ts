// Assertion 22: the other direction.

import type { Page } from 'playwright-core'
import type { Findings } from '../table/assertion.ts'
import { ask, drawn } from './ask.ts'
import type { Sight } from './sight.ts'
import { narrow, wide } from './sizes.ts'

export async function rightToLeft({ page }: Sight): Promise<Findings> {
  const faults: string[] = []
  let menus = 0
  for (const window of [wide, narrow]) {
    await page.setViewportSize(window)
    const open = await ask<string[]>(
      page,
      `return all(':popover-open').map((each) => (each.hidePopover(), each.id))`,
    )
    await ask(page, `document.documentElement.dir = 'rtl'`)
    const count = await ask<number>(page, `return modal ? 0 : all('[popovertarget]').filter(isShown).length`)
    for (let at = 0; at < count; at += 1) {
      const fault = await openedAt(page, at)
      if (fault) faults.push(`${window.width} px: ${fault}`)
    }
    await ask(page, `document.documentElement.removeAttribute('dir')`)
    await ask(page, `for (const id of ${JSON.stringify(open)}) document.getElementById(id).showPopover()`)
    menus += count
  }
  await page.setViewportSize(wide)
  return { 22: menus === 0 ? null : faults }
}

/** The menu at this place, opened: nothing, if it is inside the window. */
async function openedAt(page: Page, at: number): Promise<string> {
  const button = `all('[popovertarget]').filter(isShown)[${at}]`
  await ask(page, `${button}.scrollIntoView({ block: 'nearest' }); ${button}.click()`)
  const outside = () =>
    ask<string>(
      page,
      `const menu = ${button}.popoverTargetElement
      const { left, right, top, bottom } = menu.getBoundingClientRect()
      const fits = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight
      return menu.matches(':popover-open') && fits ? '' : [left, top, right, bottom].map(Math.round) + ' ' + brief(${button})`,
    )
  let fault = await outside()
  // It follows its button with the next picture.
  if (fault) {
    await drawn(page)
    fault = await outside()
  }
  await ask(page, `${button}.popoverTargetElement.hidePopover()`)
  return fault
}
