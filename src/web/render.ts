// Templates into HTML: whole pages in the layout, and the fragments that htmx may swap.

import { fileURLToPath } from 'node:url'
import { Eta } from 'eta'
import { toHex } from '../colours.ts'
import type { Language } from '../company/company.ts'
import { type Accent, accentOf } from '../theme.ts'
import { words } from '../words/words.ts'
import type { Assets } from './assets.ts'
import { dated } from './dated.ts'
import type { LayoutView, ViewName, Views } from './views.ts'

const folder = fileURLToPath(new URL('../../views', import.meta.url))

export interface Render {
  fragment<N extends ViewName>(language: Language, name: N, view: Views[N]): string
  page<N extends ViewName>(language: Language, name: N, view: Views[N], layout: PageLayout): string
  /** The element for a page's head. */
  title(text: string): string
}

/** `company`: whose page it is. */
export type PageLayout = Omit<LayoutView, 'body'> & { readonly company: string | null }

/** `accent`: of letters; ours, unless an operator has their own. */
export function createRender(
  assets: Assets,
  { accent, onAccent }: Accent = accentOf({}, assets.stylesheet),
): Render {
  const eta = new Eta({ views: folder, cache: true, autoTrim: [false, 'nl'] })
  const marks = assets.path('marks.svg')
  const letterColours = {
    accent: toHex(accent.light),
    onAccent: toHex(onAccent.light),
    accentInDark: toHex(accent.dark),
    onAccentInDark: toHex(onAccent.dark),
  }

  const datedIn = (language: Language) => (text: string) => dated(language, text, eta.config.escapeFunction)
  const dateds = { en: datedIn('en'), fr: datedIn('fr') }

  function rendered<N extends ViewName>(
    language: Language,
    name: N,
    view: Views[N],
    company: string | null,
  ): string {
    const given = { t: words[language], language, marks, letterColours, company, dated: dateds[language] }
    return eta.render(name, { ...given, ...view })
  }

  return {
    fragment: (language, name, view) => rendered(language, name, view, null),
    title: (text) => `<title>${eta.config.escapeFunction(text)}</title>`,
    page(language, name, view, { company, ...layout }) {
      const body = rendered(language, name, view, company)
      return rendered(language, 'layout', { frame: { ...layout, body } }, company)
    },
  }
}
