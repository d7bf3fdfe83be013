// Assertions 45 and 58 to 61: what the page says of cards, money and time.

import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import type { Sight } from './sight.ts'

export async function data(sight: Sight): Promise<Findings> {
  return { ...(await cards(sight)), ...(await texts(sight)), 61: noStore(sight) }
}

function cards({ page, language }: Sight): Promise<Findings> {
  const word = language === 'fr' ? 'expirée?' : 'expired'
  return ask(
    page,
    `const said = new RegExp(${JSON.stringify(word)}, 'i')
    const rows = all('.cards > li, li.card').map((row) => ({ row, expiry: row.querySelector('time[datetime]') }))
      .filter(({ expiry }) => expiry && /^\\d{4}-\\d{2}$/.test(expiry.dateTime))
    const month = new Date().toISOString().slice(0, 7)
    const wrong = rows.filter(({ row, expiry }) => expiry.dateTime < month !== said.test(textOf(row)))
    const asking = document.querySelector('#dialog[open]') ?? (/^\\/settings\\/payment-methods\\/[^/]+\\/(removal|default)$/.test(location.pathname) ? document.querySelector('.question') : null)
    const card = asking?.querySelector('.card-title')
    const heading = asking && textOf(asking.querySelector('h1, h2'))
    const named = card && [card.querySelector('b'), card.querySelector('.last4')].filter(Boolean).map(textOf)
    return {
      45: named && named.length ? named.every((part) => heading.includes(part)) ? [] : [heading] : null,
      58: rows.length === 0 ? null : wrong.map(({ expiry }) => expiry.dateTime + ': ' + textOf(expiry.parentElement)),
    }`,
  )
}

const locales = { en: 'en-GB', fr: 'fr-FR' }
const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', US$: 'USD', $US: 'USD', $: 'USD' }
const sign = '(?:€|£|US\\$|\\$US|\\$)'
const figures = '\\d+(?:[.,\u202f\u00a0]\\d+)*'
const amount = new RegExp(`${sign}\\s?${figures}|${figures}\\s?${sign}`, 'g')
const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv\\.|févr\\.|juil\\.|sept\\.|oct\\.|nov\\.|déc\\.'
const date = new RegExp(
  `\\b\\d{1,2}(?:er)?\\s(?:${months})(?:\\s\\d{4})?|\\b\\d{1,2}/\\d{1,2}/\\d{4}\\b|\\b\\d{2}/\\d{4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b`,
)

interface Said {
  readonly text: string
  /** The datetime of the element around it, if that is a time. */
  readonly time: string | null
  readonly language: 'en' | 'fr'
}

/** What is written in the page, by the pieces that belong together. A letter as plain text has no elements. */
async function texts({ page }: Sight): Promise<Findings> {
  const said = await ask<Said[]>(
    page,
    `const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const said = []
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode
      if (data.trim() === '' || parentElement.closest('pre, script, style, option')) continue
      said.push({ text: data, time: parentElement.closest('time')?.getAttribute('datetime') ?? null, language: parentElement.closest('[lang]').lang })
    }
    return said`,
  )
  const amounts = said.flatMap(({ text, language }) =>
    (text.match(amount) ?? []).map((each) => ({ each, language })),
  )
  const dates = said.filter(({ text, time }) => time !== null || date.test(text))
  const isDate = (time: string | null) => time !== null && !Number.isNaN(Date.parse(time))
  return {
    59:
      amounts.length === 0
        ? null
        : amounts.filter(({ each, language }) => each !== asIntl(each, language)).map(({ each }) => each),
    60: dates.length === 0 ? null : dates.filter(({ time }) => !isDate(time)).map(({ text }) => text.trim()),
  }
}

function asIntl(text: string, language: 'en' | 'fr'): string {
  const [found = ''] = new RegExp(sign).exec(text) ?? []
  const digits = text.replace(found, '').replace(/\s/g, '')
  const number = language === 'en' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.')
  const style = { style: 'currency', currency: signs[found] ?? 'EUR' } as const
  return new Intl.NumberFormat(locales[language], style).format(Number(number))
}

function noStore({ watch, kind, member }: Sight): string[] | null {
  if (kind !== 'running' || member === null) return null
  const said = watch.headers()['cache-control'] ?? ''
  return said.includes('no-store') ? [] : [`Cache-Control: ${said}`]
}
