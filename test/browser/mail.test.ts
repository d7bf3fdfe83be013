import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { messages } from '../../src/gallery/letters.ts'
import { paths } from '../../src/web/paths.ts'
import { barriers, markupFaults, structureFaults } from './support/inspection.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

async function mailOf(companyId: string, name = 'payment failed'): Promise<string> {
  const { outbox } = stage.desk.ports.store
  const message = messages[name]
  if (!message) throw new Error('the gallery has no such letter')
  await outbox.write([{ companyId, message, once: 'invoice/in_1/failed' }], Date.now())
  return (await outbox.newest(100)).find((mail) => mail.companyId === companyId)?.id ?? ''
}

async function withoutBarriers(page: Page): Promise<void> {
  expect(await barriers(page, 'colours')).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await barriers(page, 'only colours')).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
}

it.each(['en', 'fr'] as const)('the mail page is valid and without barriers (%s)', async (language) => {
  const { page, companyId } = await stage.guest({ language })
  await mailOf(companyId)
  const answer = await page.goto(paths.sandboxMail)
  expect(await markupFaults((await answer?.text()) ?? '')).toEqual([])
  expect(await structureFaults(page)).toEqual([])
  await withoutBarriers(page)
})

it('a mail stands on a valid page, its letter in a frame in which no script runs', async () => {
  const { page, companyId } = await stage.guest()
  const answer = await page.goto(paths.sandboxDelivery(await mailOf(companyId)))
  expect(await markupFaults((await answer?.text()) ?? '')).toEqual([])
  expect(await structureFaults(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
})

it.each(['en', 'fr'] as const)('a letter is without barriers (%s)', async (language) => {
  const { page, companyId, email } = await stage.guest()
  await stage.desk.database.run('update members set language = $2 where email = $1', [email, language])
  const letter = await page.request.get(paths.sandboxLetter(await mailOf(companyId)))
  // No script may look at it where it stands.
  await page.setContent(await letter.text())
  expect(await page.evaluate('document.documentElement.lang')).toBe(language)
  await withoutBarriers(page)
})

it('a letter’s links open a window of their own, in which the page works', async () => {
  const { companyId } = await stage.guest()
  // To look for the link in the frame is a script in it, which is refused, and complained of.
  const page = await stage.browser.newPage({ viewport: { width: 1100, height: 1200 }, locale: 'en' })
  await page.goto(stage.desk.url + paths.sandboxDelivery(await mailOf(companyId, 'card expires in 7 days')))
  const link = page.frameLocator('iframe').getByRole('link', { name: 'Update a card' })
  const { x = 0, y = 0 } = (await link.boundingBox()) ?? {}
  const opened = page.waitForEvent('popup')
  await page.mouse.click(x + 5, y + 5)
  const guide = await opened
  await guide.waitForLoadState()
  expect(new URL(guide.url()).pathname).toBe(paths.help.update)
  expect(await guide.locator('h1').textContent()).toBe('Update a card')
})
