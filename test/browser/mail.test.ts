import { expect, it } from 'vitest'
import { messages } from '../../src/gallery/letters.ts'
import { paths } from '../../src/web/paths.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

async function mailOf(companyId: string, name = 'payment failed'): Promise<string> {
  const { outbox } = stage.desk.ports.store
  const message = messages[name]
  if (!message) throw new Error('the gallery has no such letter')
  await outbox.write([{ companyId, message, once: 'invoice/in_1/failed' }], Date.now())
  return (await outbox.newest(100)).find((mail) => mail.companyId === companyId)?.id ?? ''
}

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
