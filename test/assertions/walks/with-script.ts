// Assertions 42, 43, 46, 47 and 49: where htmx swaps what has changed.

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { paths } from '../../../src/web/paths.ts'
import { words } from '../../../src/words/words.ts'
import { kebab, listen, row } from '../../browser/support/list.ts'
import { said } from '../../browser/support/said.ts'
import { type Language, setStage } from '../../browser/support/stage.ts'
import { walkOn } from './walk.ts'

const three = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex']
const named: Readonly<Record<string, string>> = {
  4242: 'Visa',
  4444: 'Mastercard',
  '0005': 'American Express',
}

export function walkWithScript(language: Language): void {
  const stage = setStage()
  const t = said[language]
  const kebabOf = (page: Page, last4: string) => kebab(page, last4, t.actions(named[last4] ?? '', last4))

  it('sets the default', async (context) => {
    const walk = walkOn('five cards', language, true, context)
    const { page } = await stage.guest({ language, cards: three })
    await page.goto(paths.paymentMethods)
    const spoken = await listen(page)
    await kebabOf(page, '4444').click()
    await page.getByRole('button', { name: t.setDefault }).click()
    await row(page, '4444').locator('.badge.default').waitFor()
    await page.waitForLoadState('networkidle')
    await expect
      .poll(() => hasFocus(page, '4444'))
      .toBe(true)
      .catch(() => {})
    walk.claim(42, await hasFocus(page, '4444'), await focused(page))
    const texts = await spoken()
    walk.claim(43, texts.length === 1 && texts[0] === t.nowDefault('Mastercard', '4444'), texts.join(' | '))
    walk.end()
  })

  it('turns away from the dialog', async (context) => {
    const walk = walkOn('five cards', language, true, context)
    const { page } = await stage.guest({ language, cards: three })
    await page.goto(paths.paymentMethods)
    await ask(page, '4444')
    const heading = await page.getByRole('dialog').locator('h2').innerText()
    walk.claim(45, heading === t.question('Mastercard', '4444'), heading)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect
      .poll(() => hasFocus(page, '4444'))
      .toBe(true)
      .catch(() => {})
    walk.claim(46, await hasFocus(page, '4444'), await focused(page))
    walk.end()
  })

  it('removes one card after the other', async (context) => {
    const walk = walkOn('five cards', language, true, context)
    const { page } = await stage.guest({ language, cards: three })
    await page.goto(paths.paymentMethods)
    for (const last4 of ['4444', '0005', '4242']) {
      await ask(page, last4)
      await page.getByRole('dialog').getByRole('button', { name: t.confirm }).click()
      await row(page, last4).waitFor({ state: 'detached' })
      await page.waitForLoadState('networkidle')
      // What has just been swapped takes the focus once it stands there.
      await expect
        .poll(() => focused(page))
        .not.toMatch(/^<body/)
        .catch(() => {})
      const now = await focused(page)
      walk.claim(47, !now.startsWith('<body'), `after ${last4}: ${now}`)
    }
    const text = await page.locator('#wallet').innerText()
    walk.claim(49, text.includes(words[language].methods.empty), text)
    walk.end()
  })

  async function ask(page: Page, last4: string): Promise<void> {
    await kebabOf(page, last4).click()
    await page.locator('.menu-items:popover-open').getByRole('link', { name: t.remove }).click()
    await page.getByRole('dialog').waitFor()
  }

  function hasFocus(page: Page, last4: string): Promise<boolean> {
    return kebabOf(page, last4).evaluate((node) => node === node.ownerDocument.activeElement)
  }
}

function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.outerHTML.slice(0, 80)')
}
