import type { Page } from 'playwright-core'

const words = `
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const isShown = (each) => each.checkVisibility({ visibilityProperty: true })
const isHiddenText = (each) => each.closest('.visually-hidden, .skip-link') !== null
const brief = (each) => each.outerHTML.replace(/\\s+/g, ' ').slice(0, 100)
const textOf = (each) => each.textContent.replace(/\\s+/g, ' ').trim()
const modal = document.querySelector('dialog:modal')`

/** Runs this in the page, also where scripts of its own do not run; the last word of `body` is a return. */
export function ask<T>(page: Page, body: string): Promise<T> {
  return page.evaluate<T>(`(() => { ${words}\n${body} })()`)
}

/** The next Tab begins at the top of the page, as for somebody who has just come. */
export function toTheTop(page: Page): Promise<void> {
  return ask(
    page,
    `const { documentElement: root } = document
    root.tabIndex = -1
    root.focus({ preventScroll: true })
    root.removeAttribute('tabindex')
    root.scrollTo(0, 0)`,
  )
}

/**
 * A picture that nobody looks at: the browser has drawn the page when it is there. The caret stays as it is. Once in
 * some thousands Chromium says that it cannot take one; the next it can.
 */
export async function drawn(page: Page): Promise<void> {
  const picture = () =>
    page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 }, caret: 'initial' }).catch((error) => error)
  const first = await picture()
  if (!(first instanceof Error)) return
  const second = await picture()
  if (second instanceof Error) throw second
}
