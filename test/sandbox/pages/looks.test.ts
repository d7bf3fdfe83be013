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

const pages = ['/elements/payment', '/c/pay', '/sandbox/3ds', '/i', '/sandbox']
const wcag = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
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
  expect(await violations(page, (axe) => axe.withTags(wcag))).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page, (axe) => axe.withRules('color-contrast'))).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await page.context().close()
})

async function violations(page: Page, limit: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const found = await limit(new AxeBuilder({ page })).analyze()
  return found.violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html)}`)
}

async function open(page: Page, path: string): Promise<string> {
  if (path === '/i' || path === '/sandbox') return openBilling(page, path)
  const session = await sandbox.session({
    locale: 'fr',
    success_url: 'http://localhost:1/',
    cancel_url: 'http://localhost:1/',
  })
  if (path === '/c/pay') {
    await page.goto(`${sandbox.url}/c/pay/${session}`)
    const refused = page.waitForResponse((response) => response.status() === 422)
    await page.getByRole('button', { name: 'Enregistrer la carte' }).click()
    await page.locator('summary').click()
    return (await refused).text()
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

async function openBilling(page: Page, path: '/i' | '/sandbox'): Promise<string> {
  const customer = String((await sandbox.ask('customers', { name: 'Atelier Lumière' })).id)
  const card = await sandbox.ask('payment_methods/pm_card_chargeCustomerFail/attach', { customer })
  await sandbox.ask('payment_methods/pm_card_amex/attach', { customer })
  const settings = { 'invoice_settings[default_payment_method]': String(card.id) }
  await sandbox.ask(`customers/${customer}`, settings)
  await page.goto(`${sandbox.url}/sandbox?customer=${customer}`)
  await page.getByLabel('Objet').fill('Mars')
  await page.getByRole('button', { name: 'Créer la facture et la débiter' }).click()
  const link = page.getByRole('link', { name: /-0001$/ })
  await link.waitFor()
  if (path === '/sandbox') return (await page.request.get(page.url())).text()
  await link.click()
  const refused = page.waitForResponse((response) => response.status() === 422)
  await page.getByRole('button', { name: /^Payer/ }).click()
  return (await refused).text()
}
