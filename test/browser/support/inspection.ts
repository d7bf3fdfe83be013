// What is wrong with a page as it stands, in words; nothing, if all is well.

import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'

const config: object = JSON.parse(
  readFileSync(new URL('../../../.htmlvalidate.json', import.meta.url), 'utf8'),
)
const validator = new HtmlValidate(config)
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** `colours`: measuring contrast takes longer than all the rest. */
export async function barriers(
  page: Page,
  colours: 'colours' | 'no colours' | 'only colours',
): Promise<string[]> {
  // Stripe's frame is left to Stripe; without it no second page has to be opened to put results together.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (colours === 'only colours') axe.withRules('color-contrast')
  else axe.withTags(wcag)
  if (colours === 'no colours') axe.disableRules('color-contrast')
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** The source that the server sends for the page that is shown. */
export async function markupFaults(source: string): Promise<string[]> {
  const { results } = await validator.validateString(source)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
  )
}

/** What holds of every page, whatever stands on it. */
export function structureFaults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const all = (selector) => [...document.querySelectorAll(selector)]
    const faults = []
    const holds = (claim, is) => is || faults.push(claim)
    holds('one h1', all('h1').length === 1)
    holds('one main', all('main').length === 1)
    const levels = all('h1, h2, h3, h4, h5, h6').map((each) => Number(each.localName[1]))
    const inOrder = all('main :is(h1, h2, h3), dialog :is(h1, h2, h3)').length === levels.length
    holds('headings are in main or in the dialog', inOrder)
    holds('heading levels never skip', new Set(levels).size === Math.max(...levels))
    const other = document.querySelector('.language')
    holds('the language switch says its language', other.lang !== document.documentElement.lang && other.lang === other.hreflang)
    holds('no positive tabindex', all('[tabindex]').every((each) => each.tabIndex <= 0))
    const ids = all('[id]').map(({ id }) => id)
    holds('no duplicate ids', new Set(ids).size === ids.length)
    holds('no inline handlers', all('*').every((each) => [...each.attributes].every(({ name }) => !name.startsWith('on'))))
    const stripes = '#payment-element, iframe, body > dialog:not([id])'
    holds('no inline styles', all('[style], style').every((each) => each.closest(stripes)))
    const navigation = document.querySelector('nav')
    holds('the navigation has a name', !navigation || navigation.ariaLabel !== '')
    holds('one current page', !navigation || navigation.querySelectorAll('[aria-current=page]').length <= 1)
    holds('every frame has a title', all('iframe').every(({ title }) => title !== ''))
    holds('every date is a time', all('time').every(({ dateTime }) => dateTime !== ''))
    const fields = all('input:not([type=hidden]), select').filter((each) => each.closest('main'))
    const isKnown = (each) => each.type === 'checkbox' || each.type === 'radio' || each.autocomplete !== ''
    holds('every field has a label and an autocomplete', fields.every((each) => each.labels.length === 1 && isKnown(each)))
    return faults
  })()`)
}
