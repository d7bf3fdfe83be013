// Every page that the gallery shows, in every state and both languages, as heavy as it goes out.

import { frame } from '../../src/gallery/frame.ts'
import { gallery } from '../../src/gallery/gallery.ts'
import { loadAssets } from '../../src/web/assets.ts'
import { encodings } from '../../src/web/compression.ts'
import { createRender } from '../../src/web/render.ts'
import type { ViewName } from '../../src/web/views.ts'
import { leftAsItIs, limitOf } from './limits.ts'

export interface Weighed {
  readonly view: ViewName
  readonly state: string
  readonly language: 'fr' | 'en'
  readonly html: number
  /** As it travels to a browser that takes brotli. */
  readonly sent: number
}

const render = createRender(loadAssets())
const company = '8f1d3a52-6c07-4b9e-a2d4-91e0c7b5f368'

export function weighedPages(): Weighed[] {
  return (Object.keys(gallery) as ViewName[]).flatMap((view) => weighedStates(view))
}

function weighedStates<N extends ViewName>(view: N): Weighed[] {
  return Object.entries(gallery[view]).flatMap(([state, make]) =>
    (['fr', 'en'] as const).map((language) => {
      const content = make(language)
      const isWhole = view === 'layout' || view === 'mail/letter'
      const html = isWhole
        ? render.fragment(language, view, content)
        : render.page(language, view, content, { ...frame(language), company })
      const plain = Buffer.from(html)
      return { view, state, language, html: plain.length, sent: sentOf(view, plain) }
    }),
  )
}

function sentOf(view: ViewName, plain: Buffer): number {
  return leftAsItIs.includes(view) ? plain.length : (encodings[0]?.encode(plain).length ?? plain.length)
}

/** The heaviest state of each view. */
export function heaviest(pages: readonly Weighed[]): Weighed[] {
  const byView = new Map<ViewName, Weighed>()
  for (const page of pages) if (page.sent > (byView.get(page.view)?.sent ?? 0)) byView.set(page.view, page)
  return [...byView.values()]
}

export function tooHeavy(among: readonly Weighed[]): string[] {
  return among
    .filter(({ view, sent }) => sent > limitOf(view))
    .map(({ view, state, language, sent }) => `${view}, ${state}, ${language}: ${sent} of ${limitOf(view)}`)
}
