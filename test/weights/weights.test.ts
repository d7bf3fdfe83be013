import { expect, it } from 'vitest'
import { encodings } from '../../src/web/compression.ts'
import type { ViewName } from '../../src/web/views.ts'
import { heaviest, tooHeavy, weighedPages } from './gallery.ts'
import { limitOf } from './limits.ts'

const pages = weighedPages()

it('no page that the gallery shows is heavier than its kind may be', () => {
  expect(tooHeavy(pages)).toEqual([])
})

it('weighs every view, and names one that is too heavy', () => {
  expect(pages.length).toBeGreaterThan(400)
  expect(heaviest(pages).length).toBeGreaterThan(60)
  const [page] = pages
  if (!page) throw new Error('no pages')
  const fat = { ...page, state: 'fat', sent: limitOf(page.view) + 1 }
  expect(tooHeavy([page, fat])).toEqual([
    `${fat.view}, fat, ${fat.language}: ${fat.sent} of ${limitOf(fat.view)}`,
  ])
})

it('a page compressed is much lighter than its HTML, and nothing is weighed that is not sent', () => {
  const list = pages.filter(({ view }) => view === ('payment-methods/list' satisfies ViewName))
  expect(list.length).toBeGreaterThan(5)
  for (const { html, sent } of list) expect(sent).toBeLessThan(html / 2)
  expect(encodings[0]?.name).toBe('br')
})
