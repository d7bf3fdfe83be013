// What is said to people who hear the page: the list, a kebab, another default, a removal, a form that is refused.

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { errorSummary } from '../browser/support/card-form.ts'
import { focusOn, tabTo } from '../browser/support/focus.ts'
import { badges, kebab, row } from '../browser/support/list.ts'
import { languages, said } from '../browser/support/said.ts'
import { type Language, setStage } from '../browser/support/stage.ts'
import { screenReader } from './support/screen-reader.ts'
import { transcript } from './support/transcript.ts'

const stage = setStage()
const cards = ['pm_card_visa', 'pm_card_mastercard']

/** `scripts`: whether ours arrive at all. */
async function list(language: Language, scripts: 'arrive' | 'are blocked'): Promise<Page> {
  const { page } = await stage.guest({ language, cards, reducedMotion: 'reduce' })
  if (scripts === 'are blocked') await page.route(/\/assets\/.*\.js$/, (route) => route.abort())
  await page.goto('/settings/payment-methods')
  return page
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

it.each(languages)(
  'with JavaScript, a change is said once and the focus is never lost (%s)',
  async (language) => {
    const words = said[language]
    const page = await list(language, 'arrive')
    const reader = await screenReader(page)
    const { told, text } = transcript(reader)
    await told('The page is opened')
    await told('The page is read', await reader.readsPage())

    await tabTo(kebab(page, '4444'))
    await reader.said()
    await press(page, 'Enter', 'Tab')
    await told('Mastercard’s kebab is opened, Tab')
    await press(page, 'ArrowDown')
    await told('Arrow down')
    await press(page, 'ArrowUp')
    await reader.said()
    await press(page, 'Enter')
    await row(page, '4444').locator('.badge.default').waitFor()
    await focusOn(kebab(page, '4444'))
    await stage.desk.settled()
    await told('“Set as default card” is pressed')

    await press(page, 'Enter', 'Tab', 'Enter')
    await focusOn(page.getByRole('dialog').getByRole('link', { name: words.keep }))
    await told('The kebab is opened again, “Remove…” is pressed')
    await press(page, 'Shift+Tab')
    await told('Shift and Tab')
    await press(page, 'Enter')
    await row(page, '4444').waitFor({ state: 'detached' })
    await focusOn(kebab(page, '4242'))
    await stage.desk.settled()
    await told('“Remove the card” is pressed')
    await expect(text()).toMatchFileSnapshot(`__snapshots__/with-javascript.${language}.txt`)
  },
)

it.each(languages)('without it, each page says first what was done or is asked (%s)', async (language) => {
  const words = said[language]
  const page = await list(language, 'are blocked')
  const { told, text } = transcript()
  await kebab(page, '4444').focus()
  await press(page, 'Enter', 'Tab', 'Enter')
  await badges(page).and(row(page, '4444').locator('.badge')).waitFor()
  await focusOn(page.locator('.banner.done'))
  await told('“Set as default card” is pressed', await (await screenReader(page)).said())

  await kebab(page, '4444').focus()
  await press(page, 'Enter', 'Tab', 'Enter')
  await page.getByRole('heading', { level: 1, name: words.question('Mastercard', '4444') }).waitFor()
  const reader = await screenReader(page)
  await told('“Remove…” is pressed', await reader.said())
  await told('The page is read', fromMain(await reader.readsPage()))
  await page.getByRole('button', { name: words.confirm }).press('Enter')
  await row(page, '4444').waitFor({ state: 'detached' })
  await focusOn(page.locator('.banner.done'))
  await told('“Remove the card” is pressed', await (await screenReader(page)).said())
  await expect(text()).toMatchFileSnapshot(`__snapshots__/without-javascript.${language}.txt`)
})

it.each(languages)('a refused form says that, and each field why (%s)', async (language) => {
  const { page } = await stage.guest({ language, reducedMotion: 'reduce' })
  await page.goto('/settings')
  await page.locator('#name').fill('')
  await page.locator('#taxId').fill('FR1')
  await page.locator('#country').selectOption('')
  await page.locator('#email').fill('nobody')
  await page.locator('#email').press('Enter')
  await focusOn(errorSummary(page))
  const { told, text } = transcript(await screenReader(page))
  await told('The form is sent')
  await press(page, 'Tab')
  await told('Tab')
  await press(page, 'Enter')
  await told('Enter')
  for (const id of ['#country', '#taxId', '#email']) {
    await page.locator(id).focus()
    await told(`The field ${id.slice(1)} is entered`)
  }
  await expect(text()).toMatchFileSnapshot(`__snapshots__/refused.${language}.txt`)
})

function fromMain(speech: string): string {
  return speech.slice(speech.indexOf('\nmain\n') + '\nmain\n'.length)
}
