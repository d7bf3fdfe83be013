import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../support/browser.ts'
import { openTestSandbox, type TestSandbox } from './merchant/test-sandbox.ts'

let browser: Browser
let sandbox: TestSandbox
beforeAll(async () => {
  browser = await launchBrowser()
  sandbox = await openTestSandbox()
})
afterAll(async () => {
  await browser.close()
  await sandbox.close()
})

const pages = ['/elements/payment', '/c/pay/open', '/c/pay/refused', '/c/pay/none', '/sandbox/3ds']
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'no-implicit-input-type': 'off',
  },
})

it.each(pages)('%s is valid, accessible in both schemes, and fits 320 pixels', async (path) => {
  const page = await (
    await browser.newContext({ locale: 'fr-FR', viewport: { width: 320, height: 640 } })
  ).newPage()
  const source = await open(page, path)
  const report = await validator.validateString(source)
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html)}`)).toEqual([])
  }
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await page.context().close()
})

async function open(page: Page, path: string): Promise<string> {
  const session = await sandbox.session({
    locale: 'fr',
    success_url: 'http://localhost:1/',
    cancel_url: 'http://localhost:1/',
  })
  if (path === '/c/pay/open' || path === '/c/pay/refused') {
    const response = await page.goto(`${sandbox.url}/c/pay/${session}`)
    await page.locator('summary').click()
    if (path === '/c/pay/open') return (await response?.text()) ?? ''
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.status() === 422),
      page.getByRole('button', { name: 'Enregistrer la carte' }).click(),
    ])
    return answer.text()
  }
  if (path === '/sandbox/3ds') {
    await page.goto(`${sandbox.url}/c/pay/${session}`)
    await page.getByLabel('Numéro de carte').fill('4000 0025 0000 3155')
    await page.getByLabel('Date d’expiration').fill('12/40')
    await page.getByLabel('Code de sécurité').fill('123')
    await page.getByLabel('Nom sur la carte').fill('Alice Martin')
    await page.getByRole('button', { name: 'Enregistrer la carte' }).click()
    await page.waitForURL(/\/sandbox\/3ds\//)
    return (await page.request.get(page.url())).text()
  }
  return (await (await page.goto(sandbox.url + path))?.text()) ?? ''
}
