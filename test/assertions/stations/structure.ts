// Assertions 3 to 6 and 10 to 12: what holds of every page, whatever stands on it.

import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import type { Sight } from './sight.ts'

export function structure({ page, language, kind }: Sight): Promise<Findings> {
  return ask(
    page,
    `const language = ${JSON.stringify(language)}
    const isLetter = ${kind === 'letter'}
    const ones = ['h1', ...(isLetter ? [] : ['main'])].flatMap((name) => {
      const { length } = all(name)
      return length === 1 ? [] : [length + ' ' + name]
    })

    const headings = all('h1, h2, h3, h4, h5, h6').filter(isShown)
    const levels = headings.map((each) => Number(each.localName[1]))
    // An error summary stands before the h1, and in a dialog begins a count of its own.
    const begins = (at) => headings[at].closest('.banner.error, dialog') ? 2 : 1
    const skips = headings.filter((each, at) => levels[at] > Math.max(levels[at - 1] + 1 || 1, begins(at)))

    const other = document.querySelector('.language')
    const others = { fr: 'en', en: 'fr' }[language]
    const navigation = document.querySelector('nav.side')
    const current = navigation ? all('[aria-current]', navigation) : []
    const ids = all('[id]').map(({ id }) => id)
    return {
      3: ones,
      4: skips.map(brief),
      5: document.documentElement.lang === language ? [] : [document.documentElement.lang],
      6: isLetter ? null : other?.lang === others && other.hreflang === others ? [] : [other ? brief(other) : 'no switch'],
      10: navigation && [
        ...(navigation.ariaLabel ? [] : ['no name']),
        ...(current.length === 1 && current[0].ariaCurrent === 'page' ? [] : [current.length + ' current']),
      ],
      11: all('[tabindex]').filter((each) => each.tabIndex > 0).map(brief),
      12: ids.filter((id, at) => ids.indexOf(id) !== at),
    }`,
  )
}
