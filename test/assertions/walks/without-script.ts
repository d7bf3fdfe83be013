// Assertions 38 to 41, 44, 48 and 49: by plain forms.

import { expect, it } from 'vitest'
import { paths } from '../../../src/web/paths.ts'
import { words } from '../../../src/words/words.ts'
import { badges, kebab, row } from '../../browser/support/list.ts'
import { said } from '../../browser/support/said.ts'
import { type Language, setStage } from '../../browser/support/stage.ts'
import { altered, digestOf } from '../../support/digest.ts'
import { walkOn } from './walk.ts'

const three = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex']
const sameOrigin = { 'Sec-Fetch-Site': 'same-origin' }

export function walkWithoutScript(language: Language): void {
  const stage = setStage()
  const without = { language, javaScriptEnabled: false }
  const t = said[language]

  it('sets the default', async (context) => {
    const walk = walkOn('five cards', language, false, context)
    const { page } = await stage.guest({ ...without, cards: three })
    await page.goto(paths.paymentMethods)
    await kebab(page, '4444', t.actions('Mastercard', '4444')).click()
    const sent = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.getByRole('button', { name: t.setDefault }).click()
    const status = (await sent).status()
    const banner = page.locator('main .banner.done')
    await banner.waitFor()
    walk.claim(38, status === 303, `${status}`)
    walk.claim(38, (await badges(page).count()) === 1, `${await badges(page).count()} badges`)
    walk.claim(38, (await row(page, '4444').locator('.badge.default').count()) === 1, 'another card has it')
    const result = t.nowDefault('Mastercard', '4444')
    // The browser moves the focus when it draws the page for the first time.
    await expect
      .poll(() => banner.evaluate((node) => node.matches(':focus')))
      .toBe(true)
      .catch(() => {})
    const active = await page.evaluate<string>('document.activeElement.className')
    walk.claim(39, active === 'banner done', active)
    walk.claim(40, (await page.title()).startsWith(result), await page.title())
    await page.reload()
    walk.claim(41, (await banner.count()) === 0, 'the banner is there again')
    walk.claim(41, !(await page.title()).startsWith(result), await page.title())
    walk.claim(38, (await badges(page).count()) === 1, 'after a reload there is no one badge')
    walk.end()
  })

  it('asks by GET for what only POST does', async (context) => {
    const walk = walkOn('five cards', language, false, context)
    const { page, cards } = await stage.guest({ ...without, cards: three })
    const [, card = ''] = cards
    const before = await digestOf(stage.desk)
    stage.desk.sandbox.log.clear()
    for (const path of [
      paths.default(card),
      paths.removal(card),
      paths.order(card),
      paths.backup(card),
      paths.signOut,
    ])
      await page.request.get(path, { maxRedirects: 0 })
    const changed = altered(before, await digestOf(stage.desk))
    const asked = stage.desk.sandbox.log.entries.filter(({ method }) => method !== 'GET')
    walk.claim(44, changed.length === 0, changed.join(', '))
    walk.claim(44, asked.length === 0, asked.map(({ path }) => path).join(', '))
    const { status } = { status: (await page.request.get(paths.account, { maxRedirects: 0 })).status() }
    walk.claim(36, status === 200, `GET ${paths.signOut} signs out`)
    walk.end()
  })

  it.for(['default', 'removal'] as const)('sends the form of %s twice at once', async (form, context) => {
    const walk = walkOn('five cards', language, false, context)
    const { page, cards } = await stage.guest({ ...without, cards: three })
    await stage.desk.settled()
    stage.desk.sandbox.log.clear()
    const send = () =>
      page.request.post(paths[form](cards[1] ?? ''), { headers: sameOrigin, maxRedirects: 0 })
    const answers = await Promise.all([send(), send()])
    await stage.desk.settled()
    const calls = stage.desk.sandbox.log.entries.filter(({ method }) => method !== 'GET')
    walk.claim(
      48,
      calls.length === 1,
      `${form}: ${calls.map(({ method, path }) => `${method} ${path}`).join(', ')}`,
    )
    const statuses = answers.map((answer) => answer.status())
    walk.claim(
      48,
      statuses.every((status) => status === 303),
      `${form}: ${statuses}`,
    )
    walk.end()
  })

  it('removes the last card', async (context) => {
    const walk = walkOn('one card', language, false, context)
    const { page, cards } = await stage.guest({ ...without, cards: three.slice(0, 1) })
    await page.goto(paths.removal(cards[0] ?? ''))
    await page.getByRole('button', { name: t.confirm }).click()
    await page.locator('main .banner.done').waitFor()
    const text = await page.locator('#wallet').innerText()
    walk.claim(49, text.includes(words[language].methods.empty), text)
    walk.claim(49, (await page.locator('#wallet .button').count()) === 1, 'not one button')
    walk.claim(49, (await page.locator('.cards').count()) === 0, 'there is a list still')
    walk.end()
  })
}
