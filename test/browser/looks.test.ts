import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { signedIn } from './support/every-page.ts'
import { kebab } from './support/list.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
const five = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex', 'pm_card_fr', 'pm_card_jcb']
const list = '/settings/payment-methods'
const narrow = { width: 320, height: 640 }
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'
const visited = [
  'billing details, refused',
  'five cards',
  'an open kebab',
  'an open account menu',
  'the same card twice',
  'the removal dialog',
  'the card form, incomplete',
  'the card form, its postal code refused',
  'the guide to new cards',
  'the activity log',
  'the activity log, its filters wrong',
  'a notice and the cards',
  'two unpaid invoices',
  'an invoice that asks its cardholder',
  'the choice of a card, refused',
  'the offer to pay',
  'the way round the bank’s question',
]

function width(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth')
}

function smallerThan(page: Page, selector: string, size: number): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll(${JSON.stringify(selector)})]
    .filter((each) => each.checkVisibility() && !each.closest('.visually-hidden, .skip-link'))
    .filter((each) => { const { width, height } = each.getBoundingClientRect(); return Math.min(width, height) < ${size} })
    .map((each) => each.outerHTML.slice(0, 80))`)
}

it.each(visited)(
  '%s: at 320 pixels nothing scrolls sideways, nor with wider text, and targets are large enough',
  async (name) => {
    const { go, cards = [] } = signedIn[name] ?? {}
    const guest = await stage.guest({ language: 'fr', cards, viewport: narrow })
    await go?.(guest, stage)
    const { page } = guest
    expect(await width(page)).toBeLessThanOrEqual(320)
    expect(
      await smallerThan(
        page,
        'button, select, input:not([type=hidden]), summary, .side a, .top a, li > a',
        24,
      ),
    ).toEqual([])
    expect(
      await smallerThan(page, '.kebab .menu-button, .button.primary, .menu-items :is(a, button)', 44),
    ).toEqual([])
    await page.evaluate(
      `document.adoptedStyleSheets = [new CSSStyleSheet()]; document.adoptedStyleSheets[0].replaceSync(${JSON.stringify(spacing)})`,
    )
    expect(await width(page)).toBeLessThanOrEqual(320)
  },
)

it.each([
  'five cards',
  'an invoice that asks its cardholder',
  'the choice of a card, one of them dead',
  'the offer to pay',
])(
  '%s: at 320 by 256 pixels every Tab stop can be seen, with an outline of two pixels or more',
  async (name) => {
    const { go, cards = [] } = signedIn[name] ?? {}
    const guest = await stage.guest({ cards, viewport: { width: 320, height: 256 } })
    await go?.(guest, stage)
    const { page } = guest
    const stops = 30
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate<{ what: string; fault: string }>(`(async () => {
      const now = document.activeElement
      if (now === document.body) return { what: 'body', fault: '' }
      await new Promise((done) => requestAnimationFrame(done))
      const { top, bottom, left, right } = now.getBoundingClientRect()
      const inside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const outline = Number.parseFloat(getComputedStyle(now).outlineWidth)
      const covered = !(now.contains(at) || at?.contains(now))
      return { what: now.outerHTML.slice(0, 60), fault: [inside ? '' : 'outside', covered ? 'covered' : '', outline >= 2 ? '' : 'no outline'].join('') }
    })()`)
      expect(seen.fault, seen.what).toBe('')
      if (seen.what === 'body') break
    }
  },
)

it('in forced colours buttons, badges and menus keep their borders, and the focus its outline', async () => {
  const { page } = await stage.guest({ cards: five, forcedColors: 'active' })
  await page.goto(list)
  await kebab(page, '4444').focus()
  await page.keyboard.press('Enter')
  const borders = await page.evaluate<
    string[]
  >(`[...document.querySelectorAll('.badge, .button, .menu-button, .menu-items:popover-open')]
    .filter((each) => each.checkVisibility() && getComputedStyle(each).borderTopStyle !== 'solid' )
    .map((each) => each.outerHTML.slice(0, 80))`)
  expect(borders).toEqual([])
  expect(
    await kebab(page, '4444').evaluate(
      (node) => node.ownerDocument.defaultView.getComputedStyle(node).outlineStyle,
    ),
  ).toBe('solid')
})

it('where people want less motion nothing moves', async () => {
  const { page } = await stage.guest({ cards: five, reducedMotion: 'reduce' })
  await page.goto(list)
  await kebab(page, '4444').click()
  await page.locator('.menu-items:popover-open a').click()
  await page.getByRole('dialog').waitFor()
  expect(await page.evaluate('document.getAnimations().length')).toBe(0)
})

it('from right to left the open menu stays inside', async () => {
  const { page } = await stage.guest({ cards: five, viewport: narrow })
  await page.goto(list)
  await page.evaluate(`document.documentElement.dir = 'rtl'`)
  await kebab(page, '4444').click()
  const box = await page.locator('.menu-items:popover-open').boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
})

it('on paper there is the list and no way to click', async () => {
  const { page } = await stage.guest({ cards: five })
  await page.goto(list)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('button:visible, nav:visible, .button:visible').count()).toBe(0)
  expect(await page.locator('.card:visible').count()).toBe(5)
})

it('on paper an invoice is a clean sheet, whatever else is unpaid', async () => {
  const { go, cards = [] } = signedIn['an invoice that asks its cardholder'] ?? {}
  const guest = await stage.guest({ cards })
  await go?.(guest, stage)
  const { page } = guest
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const clutter = 'button, nav, .button, .notice, .back, .next, .guides, .sandbox-strip, .top'
  expect(await page.locator(clutter).locator('visible=true').count()).toBe(0)
  expect(await page.locator('.story:visible, .amounts:visible').count()).toBe(2)
  expect(await page.evaluate('getComputedStyle(document.documentElement).color')).toBe('oklch(0.24 0.02 270)')
  const head = `getComputedStyle(document.querySelector('.page'), '::before').content`
  expect(await page.evaluate(head)).toBe('"Guichet · Studio Lambert"')
  const { x = 0, width = 0 } = (await page.locator('main').boundingBox()) ?? {}
  expect(width).toBeGreaterThan(600)
  expect(x).toBeLessThan(1280 / 2)
})

it('each page has a title of its own', async () => {
  const { page, cards } = await stage.guest({ cards: five })
  const titles: string[] = []
  for (const path of [
    '/settings',
    list,
    `${list}/new`,
    `${list}/${cards[0]}/removal`,
    '/help/update-a-card',
    '/help/cards-from-abroad',
    '/help/failed-payment',
  ]) {
    await page.goto(path)
    titles.push(await page.title())
  }
  expect(new Set(titles).size).toBe(titles.length)
})
