// Assertions 54, 55 and 62: signing in, signing out, and adding a card where no script runs.

import { it } from 'vitest'
import { paths } from '../../../src/web/paths.ts'
import { words } from '../../../src/words/words.ts'
import { signedIn } from '../../browser/support/every-page.ts'
import { said } from '../../browser/support/said.ts'
import { type Language, setStage } from '../../browser/support/stage.ts'
import { walkOn } from './walk.ts'

const password = 'correct horse battery staple'

export function walkInAndOut(language: Language): void {
  const stage = setStage()
  const t = said[language]

  it.for([true, false])('signs in by paste (with JavaScript: %s)', async (javaScriptEnabled, context) => {
    const walk = walkOn('signing in', language, javaScriptEnabled, context)
    const { email } = await stage.guest()
    const page = await stage.window({ language, javaScriptEnabled })
    await page.goto(paths.signIn)
    for (const [id, autocomplete, value] of [
      ['email', 'username', email],
      ['password', 'current-password', password],
    ] as const) {
      const field = page.locator(`#${id}`)
      const says = await field.getAttribute('autocomplete')
      walk.claim(54, says === autocomplete, `${id}: autocomplete="${says}"`)
      // Copied where everything can be copied, then pasted as a password manager's user does.
      const source = await page.context().newPage()
      await source.setContent('<textarea></textarea>')
      await source.locator('textarea').fill(value)
      await source.locator('textarea').press('ControlOrMeta+A')
      await source.locator('textarea').press('ControlOrMeta+C')
      await source.close()
      await field.focus()
      await page.keyboard.press('ControlOrMeta+V')
      const pasted = await field.inputValue()
      walk.claim(54, pasted === value, `${id}: pasting leaves “${pasted}”`)
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: t.methods, level: 1 }).waitFor()
    walk.end()
  })

  it('adds a card where no script runs', async (context) => {
    const walk = walkOn('the card form', language, false, context)
    const { page } = await stage.guest({ language, javaScriptEnabled: false })
    await page.goto(paths.newPaymentMethod)
    const text = await page.locator('main').innerText()
    walk.claim(55, text.includes(words[language].add.noScript), text)
    const buttons = page.locator('main').getByRole('button')
    walk.claim(55, (await buttons.count()) === 1, `${await buttons.count()} buttons`)
    await page.getByRole('button', { name: t.hosted }).click()
    await page.waitForURL((url) => url.href.startsWith(stage.desk.sandboxUrl))
    walk.claim(55, (await page.getByLabel(t.number, { exact: true }).count()) === 1, page.url())
    walk.end()
  })

  const showing = ['five cards', 'an invoice paid by a backup', 'the removal page']
  it.for(showing.flatMap((name) => [true, false].map((script) => [name, script] as const)))(
    'leaves %s, and goes back (with JavaScript: %s)',
    async ([name, script], context) => {
      const walk = walkOn(name, language, script, context)
      const { go, cards = [] } = signedIn[name] ?? {}
      const guest = await stage.guest({ language, javaScriptEnabled: script, cards })
      await go?.(guest, stage)
      const { page } = guest
      const here = page.url()
      walk.claim(62, (await page.content()).includes('4242'), 'the page shows no card')
      await page.locator('.user-menu .menu-button').click()
      await page.getByRole('button', { name: t.signOut }).click()
      await page.waitForURL((url) => url.pathname === paths.signIn)
      await page.goBack()
      await page.waitForURL((url) => url.pathname === paths.signIn && url.search !== '')
      walk.claim(62, !(await page.content()).includes('4242'), `Back from sign-in shows ${here}`)
      walk.end()
    },
  )
}
