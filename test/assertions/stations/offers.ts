// Assertions 34 to 36: what menus offer.

import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import type { Sight } from './sight.ts'

export function offers({ page, member }: Sight): Promise<Findings> {
  return ask(
    page,
    `const member = ${JSON.stringify(member)}
    const defaults = all('.cards > li, li.card').filter((each) => each.querySelector('.badge.default'))
    const again = defaults.filter((each) => each.querySelector('form[action$="/default"]'))
    const user = document.querySelector('.user-menu')
    if (!user) return { 34: defaults.length ? again.map(brief) : null, 35: member === null ? null : ['no user menu'], 36: null }
    const ways = [...(document.querySelector('nav.side') || user.querySelector('a[href="/settings"]') ? ['a[href="/settings"]'] : []), 'a[href="/account"]', 'form[action="/sign-out"] button']
    const button = user.querySelector('.menu-button')
    const out = all('form[action="/sign-out"]')
    return {
      34: defaults.length ? again.map(brief) : null,
      35: [
        ...(member === null || textOf(button).startsWith(member) ? [] : ['the button says ' + textOf(button)]),
        ...ways.filter((way) => all(way, button.popoverTargetElement).length !== 1),
      ],
      36: [...all('a[href="/sign-out"]').map(brief), ...(out.length > 0 && out.every(({ method }) => method === 'post') ? [] : ['no form that posts'])],
    }`,
  )
}
