// Templates into HTML: whole pages in the layout, and the fragments that htmx may swap.

import { fileURLToPath } from 'node:url'
import { Eta } from 'eta'
import type { Language } from '../company/company.ts'
import { words } from '../words/words.ts'
import type { Assets } from './assets.ts'
import type { LayoutView, ViewName, Views } from './views.ts'

const folder = fileURLToPath(new URL('../../views', import.meta.url))

export interface Render {
  fragment<N extends ViewName>(language: Language, name: N, view: Views[N]): string
  page<N extends ViewName>(
    language: Language,
    name: N,
    view: Views[N],
    layout: Omit<LayoutView, 'body'>,
  ): string
}

/** `reload`: templates are read anew for each page, for those who are writing them. */
export function createRender(assets: Assets, { reload = false } = {}): Render {
  const eta = new Eta({ views: folder, cache: !reload, autoTrim: [false, 'nl'] })
  const marks = assets.path('marks.svg')

  function fragment<N extends ViewName>(language: Language, name: N, view: Views[N]): string {
    return eta.render(name, { t: words[language], language, marks, ...view })
  }

  return {
    fragment,
    page(language, name, view, layout) {
      return fragment(language, 'layout', { frame: { ...layout, body: fragment(language, name, view) } })
    },
  }
}
