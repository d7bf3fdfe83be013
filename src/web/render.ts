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
  page<N extends ViewName>(language: Language, name: N, view: Views[N], layout: PageLayout): string
}

/** `company`: whose page it is. */
export type PageLayout = Omit<LayoutView, 'body'> & { readonly company: string | null }

/** `reload`: templates are read anew for each page, for those who are writing them. */
export function createRender(assets: Assets, { reload = false } = {}): Render {
  const eta = new Eta({ views: folder, cache: !reload, autoTrim: [false, 'nl'] })
  const marks = assets.path('marks.svg')

  function rendered<N extends ViewName>(
    language: Language,
    name: N,
    view: Views[N],
    company: string | null,
  ): string {
    return eta.render(name, { t: words[language], language, marks, company, ...view })
  }

  return {
    fragment: (language, name, view) => rendered(language, name, view, null),
    page(language, name, view, { company, ...layout }) {
      const body = rendered(language, name, view, company)
      return rendered(language, 'layout', { frame: { ...layout, body } }, company)
    },
  }
}
