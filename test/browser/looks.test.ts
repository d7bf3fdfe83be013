import { expect, it } from 'vitest'
import { signedIn } from './support/every-page.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

it('on paper an invoice is a clean sheet, whatever else is unpaid', async () => {
  const { go, cards = [] } = signedIn['an invoice that asks its cardholder'] ?? {}
  const guest = await stage.guest({ cards })
  await go?.(guest, stage)
  const { page } = guest
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const clutter = 'button, nav, .button, .notice, .back, .next, .guides, .sandbox-strip, .top'
  expect(await page.locator(clutter).locator('visible=true').count()).toBe(0)
  expect(await page.locator('.story:visible, .amounts:visible').count()).toBe(2)
  expect(await page.evaluate('getComputedStyle(document.documentElement).color')).toBe('oklch(0.24 0.02 270)')
  const head = `getComputedStyle(document.querySelector('.page'), '::before').content`
  expect(await page.evaluate(head)).toBe('"Guichet · Studio Lambert"')
  const { x = 0, width = 0 } = (await page.locator('main').boundingBox()) ?? {}
  expect(width).toBeGreaterThan(600)
  expect(x).toBeLessThan(1280 / 2)
})

it.each([1280, 320])(
  'a long name is cut at its end, and everything beside it stays, at %s pixels',
  async (width) => {
    const { page, email } = await stage.guest()
    const { members, accounts } = stage.desk.ports.store
    const id = (await members.byEmail(email))?.member.id ?? ''
    const name = 'jean-baptiste.delarochefoucauld@entreprise-internationale.example'
    await accounts.rename(id, name, { entries: [] }, Date.now())
    await page.setViewportSize({ width, height: 640 })
    await page.goto('/settings/payment-methods')
    const button = page.getByRole('button', { name })
    await button.click()
    const outside = `[...document.querySelectorAll('.top *')].filter((each) => {
    const { left, right } = each.getBoundingClientRect()
    return each.checkVisibility() && (left < 0 || right > innerWidth)
  }).length`
    expect(await page.evaluate(outside)).toBe(0)
    expect(await button.evaluate((node) => node.getBoundingClientRect().height)).toBe(44)
  },
)
