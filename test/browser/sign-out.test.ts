import { expect, it } from 'vitest'
import { said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

it.each([true, false])(
  'after signing out, Back shows no card (with JavaScript: %s)',
  async (javaScriptEnabled) => {
    const { page, name } = await stage.guest({ cards: ['pm_card_visa'], javaScriptEnabled })
    await page.goto('/settings')
    await page.goto('/settings/payment-methods')
    await page.getByRole('button', { name: said.en.actions('Visa', '4242') }).waitFor()
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await page.getByRole('button', { name: said.en.signOut }).click()
    await page.waitForURL(/\/sign-in$/)
    await page.goBack()
    await page.waitForURL(/\/sign-in\?next=/)
    expect(await page.content()).not.toContain('4242')
  },
)

it('signing in works from a password manager, by paste and by keyboard, and tells no one which of the two was wrong', async () => {
  const { email } = await stage.guest()
  const page = await stage.window()
  await page.goto('/settings/payment-methods')
  const [address, password] = [
    page.getByLabel('E-mail address'),
    page.getByLabel('Password', { exact: true }),
  ]
  expect(await address.getAttribute('autocomplete')).toBe('username')
  expect(await password.getAttribute('autocomplete')).toBe('current-password')
  await address.fill(email)
  await password.fill('not this one')
  await password.press('Enter')
  await page.getByRole('link', { name: 'This address and password do not match an account.' }).click()
  expect(await page.title()).toMatch(/^Error: /)
  expect(await address.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true)
  expect(await address.inputValue()).toBe(email)
  expect(await password.inputValue()).toBe('')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(`navigator.clipboard.writeText('correct horse battery staple')`)
  await password.focus()
  await page.keyboard.press('ControlOrMeta+V')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: said.en.methods, level: 1 }).waitFor()
})
