// A browser, a sandbox and a merchant for the tests of one file; each test gets pages of its own.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launchBrowser } from '../../../support/browser.ts'
import { type CardForm, openCardForm } from './card-form.ts'
import { type Merchant, openMerchant } from './merchant.ts'
import { openTestSandbox, type TestSandbox } from './test-sandbox.ts'

export interface Stage {
  browser: Browser
  sandbox: TestSandbox
  merchant: Merchant
  /** The merchant's page with the Payment Element for a new setup intent. */
  open(options?: Record<string, unknown>, element?: Record<string, unknown>): Promise<CardForm>
}

export function setStage(): Stage {
  const stage = { open } as Stage

  async function open(options = {}, element = {}): Promise<CardForm> {
    const clientSecret = await stage.sandbox.intend()
    return openCardForm(stage.browser, stage.merchant.url, { options: { clientSecret, ...options }, element })
  }

  beforeAll(async () => {
    stage.browser = await launchBrowser()
    stage.sandbox = await openTestSandbox()
    stage.merchant = await openMerchant(stage.sandbox.url)
  })
  afterEach(async () => {
    for (const context of stage.browser.contexts()) await context.close()
  })
  afterAll(async () => {
    await stage.browser.close()
    await stage.sandbox.close()
    stage.merchant.close()
  })
  return stage
}
