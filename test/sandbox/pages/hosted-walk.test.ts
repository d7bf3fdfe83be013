import { expect, it } from 'vitest'
import { setStage } from './merchant/stage.ts'

const stage = setStage()

it.each([
  ['4242 4242 4242 4242', 'at once'],
  ['4000 0025 0000 3155', 'by way of the bank'],
])('without JavaScript %s is saved %s, in French, and leads back to the merchant', async (number, way) => {
  const { browser, merchant, sandbox } = stage
  const success_url = `${merchant.url}/return?session={CHECKOUT_SESSION_ID}`
  const session = await sandbox.session({ locale: 'fr', success_url })
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(`${sandbox.url}/c/pay/${session}`)
  await page.getByLabel('Numéro de carte').fill(number)
  await page.getByLabel('Date d’expiration').fill('12/40')
  await page.getByLabel('Code de sécurité').fill('12')
  await page.getByRole('button', { name: 'Enregistrer la carte' }).click()
  await page.getByRole('link', { name: 'Indiquez le nom sur la carte.' }).click()
  expect(await page.getByLabel('Numéro de carte').inputValue()).toBe('')
  await page.getByLabel('Numéro de carte').fill(number)
  await page.getByLabel('Code de sécurité').fill('123')
  await page.getByLabel('Nom sur la carte').fill('Alice Martin')
  await page.getByRole('button', { name: 'Enregistrer la carte' }).click()
  if (way === 'by way of the bank')
    await page.getByRole('button', { name: 'Valider l’authentification' }).click()
  await page.waitForURL(`${merchant.url}/return?session=${session}`)
})
