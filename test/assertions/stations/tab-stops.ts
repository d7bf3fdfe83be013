// Assertions 8, 9, 18 and 19, by pressing Tab.

import type { Page } from 'playwright-core'
import type { Findings } from '../table/assertion.ts'
import { ask, drawn, toTheTop } from './ask.ts'
import type { Sight } from './sight.ts'
import { wide } from './sizes.ts'

const slot = { width: 320, height: 256 }
const most = 400
const aFrame = 'a frame'

interface Stop {
  readonly what: string
  readonly hidden: string
  readonly outline: string
}

export async function tabStops({ page }: Sight): Promise<Findings> {
  await page.setViewportSize(slot)
  await toTheTop(page)
  const hidden: string[] = []
  const bare: string[] = []
  let count = 0
  for (; count < most; count += 1) {
    await page.keyboard.press('Tab')
    await arrived(page)
    let stop = await stopOf(page)
    if (stop === null) break
    if (stop.what === aFrame) await atRest(page)
    // A menu follows its button with the next picture, and a page scrolls when the focus is back from a frame.
    for (let times = 0; stop.hidden && times < 5; times += 1) stop = await stopOnceDrawn(page)
    // What somebody has opened themselves may lie over it, if they can close it from where they are (WCAG 2.4.11).
    if (stop.hidden && (await hasOpened(page))) {
      await page.keyboard.press('Escape')
      stop = await stopOnceDrawn(page)
    }
    if (stop.hidden) hidden.push(`${stop.hidden}: ${stop.what}`)
    if (stop.outline) bare.push(`${stop.outline}: ${stop.what}`)
  }
  if (count === most) hidden.push(`${most} Tabs do not lead round the page`)
  await page.setViewportSize(wide)
  return { 18: hidden, 19: bare }
}

/** On its way into a frame of another origin, the focus is nowhere for a moment. */
async function arrived(page: Page): Promise<void> {
  const isUnderWay = `return document.activeElement === document.body && all('iframe').some(isShown)`
  for (let times = 0; times < 5 && (await ask<boolean>(page, isUnderWay)); times += 1) await drawn(page)
}

/** A frame has the page scrolled to its fields when it comes to it: nobody presses the next key before. */
async function atRest(page: Page): Promise<void> {
  let [before, now] = [-1, await scrolled(page)]
  for (let times = 0; times < 10 && (times < 3 || before !== now); times += 1) {
    await drawn(page)
    ;[before, now] = [now, await scrolled(page)]
  }
}

function scrolled(page: Page): Promise<number> {
  return ask(page, 'return scrollY')
}

async function stopOnceDrawn(page: Page): Promise<Stop> {
  await drawn(page)
  await ask(page, 'window.stops.delete(document.activeElement)')
  return (await stopOf(page)) ?? { what: 'the page', hidden: 'the focus is lost', outline: '' }
}

function hasOpened(page: Page): Promise<boolean> {
  return ask(page, `return all(':popover-open').some((each) => !each.contains(document.activeElement))`)
}

// Once round: the browser’s own window, or a stop that was there before. A frame has stops that are its own affair.
function stopOf(page: Page): Promise<Stop | null> {
  return ask(
    page,
    `const now = document.activeElement
    if (now === document.body || now === document.documentElement) return null
    window.stops ??= new WeakSet()
    if (now.localName === 'iframe') return { what: ${JSON.stringify(aFrame)}, hidden: '', outline: '' }
    if (window.stops.has(now)) return null
    window.stops.add(now)
    const shown = now.getBoundingClientRect()
    const tall = shown.height > innerHeight
    const inside = shown.left >= -0.5 && shown.right <= innerWidth + 0.5 && (tall ? shown.top < innerHeight && shown.bottom > 0 : shown.top >= -0.5 && shown.bottom <= innerHeight + 0.5)
    const [box = shown] = now.getClientRects()
    const at = document.elementFromPoint((box.left + box.right) / 2, Math.min(innerHeight - 1, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2))
    const covered = !(now.contains(at) || at?.contains(now))
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(now)
    const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/^rgba.*, 0\\)$|\\/ 0\\)$/.test(outlineColor)
    return {
      what: brief(now),
      hidden: inside ? (covered ? 'covered' : '') : 'outside, from ' + Math.round(shown.left) + ',' + Math.round(shown.top) + ' to ' + Math.round(shown.right) + ',' + Math.round(shown.bottom),
      outline: outlined ? '' : outlineStyle + ' ' + outlineWidth,
    }`,
  )
}

export async function skipLink({ page, kind }: Sight): Promise<Findings> {
  const behind = await ask<boolean>(page, 'return modal !== null')
  if (kind === 'letter' || behind) return { 8: null, 9: null }
  await toTheTop(page)
  await page.keyboard.press('Tab')
  const first = await ask<string>(
    page,
    `const now = document.activeElement
    const { top, left, bottom, right, width, height } = now.getBoundingClientRect()
    const inside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && width > 1 && height > 1
    return now.matches('a[href="#main"]') && isShown(now) && inside ? '' : brief(now)`,
  )
  if (first) return { 8: [first], 9: ['there is none'] }
  await page.keyboard.press('Enter')
  // The browser may lead there without moving the focus: then it is the next Tab that tells.
  const inMain = `document.activeElement.closest('main') !== null`
  const there = await ask<boolean>(page, `return ${inMain}`)
  await page.keyboard.press('Tab')
  await arrived(page)
  const fault = await ask<string>(
    page,
    `const stops = all('main :is(a[href], button, input:not([type=hidden]), select, summary)').filter(isShown)
    return (stops.length === 0 ? ${there} : ${inMain}) ? '' : brief(document.activeElement)`,
  )
  return { 8: [], 9: fault ? [fault] : [] }
}
