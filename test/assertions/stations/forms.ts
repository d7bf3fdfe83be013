// Assertions 50 to 53 and 57.

import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import type { Sight } from './sight.ts'

export function fields({ page, language, script }: Sight): Promise<Findings> {
  const error = language === 'fr' ? 'Erreur\u00a0: ' : 'Error: '
  return ask(
    page,
    `const fields = all('input:not([type=hidden]), select, textarea').filter(isShown)
    const isChoice = ({ type }) => type === 'checkbox' || type === 'radio'
    const isLabelled = ({ labels }) => labels.length === 1 && isShown(labels[0]) && !isHiddenText(labels[0]) && textOf(labels[0]) !== ''
    const unlabelled = fields.filter((each) => !isLabelled(each))
    const unfilled = fields.filter((each) => !isChoice(each) && !each.getAttribute('autocomplete'))

    const messages = all('.field-error').filter(isShown)
    const described = all('[aria-describedby]').filter(isShown)
    const of = (message) => described.find((each) => each.getAttribute('aria-describedby').split(' ').includes(message.id))
    const invalid = all('[aria-invalid=true]').filter(isShown)
    const says = (each) => (each.getAttribute('aria-describedby') ?? '').split(' ').some((id) => document.getElementById(id)?.matches('.field-error') && textOf(document.getElementById(id)) !== '')
    const bad = [
      ...messages.filter((message) => !of(message)).map((each) => 'describes nothing: ' + brief(each)),
      ...messages.map(of).filter((each) => each && each.localName !== 'fieldset' && each.getAttribute('aria-invalid') !== 'true').map((each) => 'not marked: ' + brief(each)),
      ...invalid.filter((each) => !says(each)).map((each) => 'no message: ' + brief(each)),
    ]
    const postal = document.querySelector('#postal-code[aria-invalid=true]')
    if (postal && isShown(postal) && postal.value === '') bad.push('the postal code is gone')

    const failed = all('main .banner.error').filter(isShown).length > 0
    const frames = all('#payment-element iframe, body > dialog:not([id]) iframe')
    return {
      50: messages.length + invalid.length === 0 ? null : bad,
      52: failed ? document.title.startsWith(${JSON.stringify(error)}) ? [] : [document.title] : null,
      53: fields.length === 0 ? null : [...unlabelled.map((each) => 'no visible label: ' + brief(each)), ...unfilled.map((each) => 'no autocomplete: ' + brief(each))],
      57: ${script} && frames.length > 0 ? frames.filter(({ title }) => title === '').map(brief) : null,
    }`,
  )
}

/** Moves the focus. */
export async function summary({ page, kind }: Sight): Promise<Findings> {
  // A part of a page may stand in the gallery without the field that it leads to.
  const links = page.locator('.banner.error a[href^="#"]').locator('visible=true')
  const leadsSomewhere = await ask<boolean>(
    page,
    `return all('.banner.error a[href^="#"]').every(({ hash }) => document.querySelector(hash))`,
  )
  if (kind === 'part' && !leadsSomewhere) return { 51: null }
  const count = await links.count()
  if (count === 0) return { 51: null }
  const faults: string[] = []
  for (let at = 0; at < count; at += 1) {
    await links.nth(at).click()
    const fault = await links
      .nth(at)
      .evaluate((link) =>
        link.ownerDocument.activeElement?.id === decodeURIComponent(link.hash.slice(1))
          ? ''
          : `${link.hash} leads to ${link.ownerDocument.activeElement?.outerHTML.slice(0, 80)}`,
      )
    if (fault) faults.push(fault)
  }
  return { 51: faults }
}
