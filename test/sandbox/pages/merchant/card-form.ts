// The merchant's page with the Payment Element open in it, and hands to fill it.
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core'

export interface CardFormOptions {
  options: Record<string, unknown>
  element?: Record<string, unknown>
  locale?: string
}

export interface CardForm {
  page: Page
  frame: FrameLocator
  opened: string
  sent: string[]
}

export interface Outcome {
  setupIntent?: { id: string; status: string; payment_method: string }
  error?: { type: string; code?: string; decline_code?: string; message: string; setup_intent?: object }
  thrown?: { name: string; message: string }
}

export async function openCardForm(
  browser: Browser,
  merchantUrl: string,
  given: CardFormOptions,
  context: BrowserContextOptions = {},
): Promise<CardForm> {
  const page = await browser.newPage(context)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(merchantUrl)) sent.push(`${request.url()} ${request.postData() ?? ''}`)
  })
  await page.goto(merchantUrl)
  const opened = await page.evaluate<string>(`merchant.open(${JSON.stringify(given)})`)
  return { page, frame: page.frameLocator('#payment iframe'), opened, sent }
}

interface TypedCard {
  number: string
  expiry?: string
  code?: string
  postalCode?: string
}

export async function fillCard(frame: FrameLocator, card: TypedCard): Promise<void> {
  const { number, expiry = '12/40', code = '123', postalCode = '12345' } = card
  await frame.locator('[name=number]').fill(number)
  await frame.locator('[name=expiry]').fill(expiry)
  await frame.locator('[name=cvc]').fill(code)
  const postal = frame.locator('[name=postalCode]')
  if (await postal.isVisible()) await postal.fill(postalCode)
}

export function confirm(page: Page, params: Record<string, unknown> = {}): Promise<Outcome> {
  return page.evaluate<Outcome>(`merchant.confirm(${JSON.stringify(params)})`)
}

export function heard<Kind>(page: Page, what: 'heard' | 'violations' | 'events'): Promise<Kind[]> {
  return page.evaluate<Kind[]>(`merchant.${what}`)
}
