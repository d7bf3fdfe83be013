import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { setStage } from './support/stage.ts'

const stage = setStage()
const kilobyte = 1024
const five = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex', 'pm_card_fr', 'pm_card_jcb']

it('the page with five cards weighs 6 KB of HTML, 5 of CSS and 18 of scripts at most, in six requests', async () => {
  const { page } = await stage.guest({ cards: five, language: 'fr' })
  const weights: { type: string; bytes: number }[] = []
  const loaded: Promise<void>[] = []
  page.on('response', (response) => {
    const weigh = async () => {
      const type = response.request().resourceType()
      weights.push({ type, bytes: brotliCompressSync(await response.body()).length })
    }
    loaded.push(weigh())
  })
  await page.goto('/settings/payment-methods', { waitUntil: 'networkidle' })
  await Promise.all(loaded)
  const weightOf = (wanted: string) =>
    weights.filter(({ type }) => type === wanted).reduce((sum, { bytes }) => sum + bytes, 0)
  expect(weightOf('document')).toBeLessThanOrEqual(6 * kilobyte)
  expect(weightOf('stylesheet')).toBeLessThanOrEqual(5 * kilobyte)
  expect(weightOf('script')).toBeLessThanOrEqual(18 * kilobyte)
  expect(weights.length).toBeLessThanOrEqual(6)
})
