// Assertion 20.

import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import type { Sight } from './sight.ts'

const boxes =
  'button, .button, input:not([type=hidden]), select, textarea, .badge, .banner, .notice, :popover-open, dialog[open]'

// Whatever has an edge or a ground of its own has an edge when grounds are taken away.
export async function forcedColours({ page }: Sight): Promise<Findings> {
  await ask(
    page,
    `const bordered = ({ borderTopWidth, backgroundColor }) => borderTopWidth !== '0px' || backgroundColor !== 'rgba(0, 0, 0, 0)'
    for (const each of all(${JSON.stringify(boxes)})) if (isShown(each) && !each.matches('body > dialog:not([id])') && bordered(getComputedStyle(each))) each.dataset.hadEdge = ''`,
  )
  await page.emulateMedia({ forcedColors: 'active' })
  // A key first: the focus that a script moves then shows as the keyboard's does.
  await page.keyboard.press('Shift')
  const faults = await ask<string[]>(
    page,
    `const faults = []
    for (const each of all('[data-had-edge]')) {
      const { borderTopStyle, borderTopWidth, borderTopColor, appearance } = getComputedStyle(each)
      delete each.dataset.hadEdge
      // The browser draws these itself.
      if (['checkbox', 'radio'].includes(each.type) && appearance !== 'none') continue
      if (borderTopStyle === 'none' || borderTopWidth === '0px' || /^rgba.*, 0\\)$/.test(borderTopColor)) faults.push('no border: ' + brief(each))
    }
    const before = document.activeElement
    for (const each of all('a[href], button, input:not([type=hidden]), select, summary').filter(isShown)) {
      each.focus({ preventScroll: true, focusVisible: true })
      if (document.activeElement !== each) continue
      const { outlineStyle, outlineWidth } = getComputedStyle(each)
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) faults.push('no outline: ' + brief(each))
    }
    before?.focus?.({ preventScroll: true })
    return faults`,
  )
  await page.emulateMedia({ forcedColors: 'none' })
  return { 20: faults }
}
