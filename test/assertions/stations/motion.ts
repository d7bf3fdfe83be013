// Assertion 21.

import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import type { Sight } from './sight.ts'

export async function lessMotion({ page }: Sight): Promise<Findings> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const faults = await ask<string[]>(
    page,
    `const lasts = (times) => times.split(',').some((time) => Number.parseFloat(time) > 0)
    const moving = all('*').flatMap((each) => ['', '::before', '::after'].map((part) => [each, getComputedStyle(each, part || undefined)]))
      .filter(([, style]) => lasts(style.transitionDuration) || (style.animationName !== 'none' && lasts(style.animationDuration)) || style.scrollBehavior === 'smooth')
    // What appears after a while does not move.
    const moves = ({ effect }) => effect.getKeyframes().some((frame) => Object.keys(frame).some((name) => !['offset', 'computedOffset', 'easing', 'composite', 'visibility'].includes(name)))
    const turns = all('*').length > 0 && [...document.styleSheets].some((sheet) => turning([...sheet.cssRules]))
    function turning(rules) {
      let navigation = null
      const walk = (list) => { for (const rule of list) {
        if (rule.constructor.name === 'CSSViewTransitionRule') navigation = rule.navigation
        else if (rule.cssRules && (!rule.media || matchMedia(rule.media.mediaText).matches)) walk([...rule.cssRules])
      } }
      walk(rules)
      return navigation === 'auto'
    }
    return [
      ...document.getAnimations().filter(moves).map(({ effect }) => 'moves: ' + brief(effect.target)),
      ...moving.map(([each]) => 'would move: ' + brief(each)),
      ...(turns ? ['one page turns into the next'] : []),
    ]`,
  )
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  return { 21: faults }
}
