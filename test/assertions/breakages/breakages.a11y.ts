// Can the assertions fail? Each mistake is put into a page on its way to the browser.

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { signedIn } from '../../browser/support/every-page.ts'
import { setStage } from '../../browser/support/stage.ts'
import { lookAt } from '../pages/look-at.ts'
import { type Breakage, breakages } from './list.ts'

// Our own policy keeps what some of them bring, and the browser says so.
const stage = setStage({}, { complaints: 'expected' })

it.for(breakages)('$what: $unmet', async ({ page: name, unmet, ...breakage }) => {
  const { go, cards = [] } = signedIn[name] ?? {}
  const guest = await stage.guest({ language: 'en', javaScriptEnabled: false, cards })
  const { page } = guest
  let broken = 0
  const look = await lookAt({
    name: `broken: ${breakage.what}`,
    stage,
    language: 'en',
    script: false,
    kind: 'running',
    member: guest.name,
    page,
    async go() {
      await breakOnTheWay(page, breakage, () => (broken += 1))
      await go?.(guest, stage)
    },
  })
  expect(broken, 'the page is not what it was when it was broken').toBeGreaterThan(0)
  const found = Object.entries(look.findings).filter(([, faults]) => faults && faults.length > 0)
  expect(Object.fromEntries(found), breakage.what).toEqual(
    Object.fromEntries(unmet.map((number) => [number, expect.any(Array)])),
  )
})

type Mistake = Pick<Breakage, 'html' | 'css' | 'headers'>

async function breakOnTheWay(page: Page, { html, css, headers }: Mistake, done: () => void): Promise<void> {
  await page.route('**/*', async (route) => {
    const type = route.request().resourceType()
    const concerned = type === 'document' ? html || headers : type === 'stylesheet' && css
    if (!concerned) return route.fallback()
    const response = await route.fetch({ maxRedirects: 0 })
    if (response.status() === 303) return route.fulfill({ response })
    const sent = await response.text()
    const body = type === 'stylesheet' ? `${sent}\n${css}` : html ? sent.replace(...html) : sent
    if (body !== sent || headers) done()
    await route.fulfill({ response, body, headers: { ...response.headers(), ...headers } })
  })
}
