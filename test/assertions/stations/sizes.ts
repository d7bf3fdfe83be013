// Assertions 14 to 17: what fingers hit, and what fits into a small window.

import type { Page } from 'playwright-core'
import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import type { Sight } from './sight.ts'

/** The smallest phone, and what is left of a desk’s window at 400 %. */
export const narrow = { width: 320, height: 640 }
export const wide = { width: 1280, height: 800 }

// WCAG 1.4.12.
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'

export async function sizes({ page }: Sight): Promise<Findings> {
  const atWide = await tooSmall(page, '1280 px')
  await page.setViewportSize(narrow)
  const atNarrow = await tooSmall(page, '320 px')
  const outside = await sideways(page)
  await ask(
    page,
    `document.adoptedStyleSheets = [new CSSStyleSheet()]
    document.adoptedStyleSheets[0].replaceSync(${JSON.stringify(spacing)})`,
  )
  const outsideWhenSpaced = await sideways(page)
  await ask(page, 'document.adoptedStyleSheets = []')
  await page.setViewportSize(wide)
  return {
    14: [...atWide.small, ...atNarrow.small],
    15: atWide.large === null ? null : [...atWide.large, ...(atNarrow.large ?? [])],
    16: outside,
    17: outsideWhenSpaced,
  }
}

interface TooSmall {
  readonly small: readonly string[]
  readonly large: readonly string[] | null
}

function tooSmall(page: Page, window: string): Promise<TooSmall> {
  return ask(
    page,
    `const sizeOf = (each) => {
      const boxes = [each, ...(each.labels ?? [])].filter((one) => one === each || ['checkbox', 'radio'].includes(each.type))
        .map((one) => one.getBoundingClientRect())
      return { width: Math.max(...boxes.map(({ width }) => width)), height: Math.max(...boxes.map(({ height }) => height)) }
    }
    const told = (each) => { const { width, height } = sizeOf(each); return ${JSON.stringify(window)} + ': ' + width.toFixed(1) + '×' + height.toFixed(1) + ' ' + brief(each) }
    const isUnder = (least) => (each) => { const { width, height } = sizeOf(each); return Math.min(width, height) < least - 0.01 }
    // WCAG 2.5.8 leaves out what stands in a sentence.
    const inSentence = (each) => each.localName === 'a' && getComputedStyle(each).display === 'inline' && textOf(each.parentElement).length > textOf(each).length
    const targets = all('a[href], button, input:not([type=hidden]), select, textarea, summary')
    const main = '.kebab .menu-button, .button.primary, .menu-items :is(a, button)'
    const small = [], large = []
    let any = false
    const look = (within) => {
      const seen = targets.filter((each) => within.contains(each) && isShown(each) && !isHiddenText(each))
      small.push(...seen.filter(isUnder(24)).filter((each) => !inSentence(each)).map(told))
      const mains = seen.filter((each) => each.matches(main))
      any ||= mains.length > 0
      large.push(...mains.filter(isUnder(44)).map(told))
    }
    look(document.body)
    if (!modal) for (const menu of all('[popover]')) {
      const wasOpen = menu.matches(':popover-open')
      if (wasOpen) continue
      const before = all(':popover-open')
      menu.showPopover()
      look(menu)
      menu.hidePopover()
      for (const each of before) each.showPopover()
    }
    return { small, large: any ? large : null }`,
  )
}

function sideways(page: Page): Promise<string[]> {
  return ask(
    page,
    `const { scrollWidth } = document.documentElement
    const beyond = (each) => { const { left, right } = each.getBoundingClientRect(); return left < 0 || right > innerWidth }
    const open = all(':popover-open, dialog[open]')
    return [
      ...(scrollWidth > innerWidth ? [scrollWidth + ' px wide: ' + all('main *').filter((each) => isShown(each) && beyond(each)).slice(-1).map(brief)] : []),
      ...open.filter((each) => beyond(each) || each.scrollWidth > each.clientWidth).map(brief),
      // What sticks out there cannot be scrolled to, and makes nothing wider.
      ...all('.top *, .page *').filter((each) => isShown(each) && !isHiddenText(each) && each.getBoundingClientRect().left < -0.5).slice(0, 3).map(brief),
    ]`,
  )
}
