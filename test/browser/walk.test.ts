import { expect, it } from 'vitest'
import { cardFrame } from './support/card-form.ts'
import { languages, said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

it.each(languages)(
  'somebody adds two cards, changes the default and removes one, by the names of things alone (%s)',
  async (language) => {
    const words = said[language]
    const { page, name } = await stage.guest({ language })
    const button = (named: string | RegExp) => page.getByRole('button', { name: named })
    const link = (named: string) => page.getByRole('link', { name: named, exact: true })
    const typeCard = async (number: string) => {
      await cardFrame(page).getByLabel(words.number, { exact: true }).fill(number)
      await cardFrame(page).getByLabel(words.expiry, { exact: true }).fill('12 / 40')
      await cardFrame(page).getByLabel(words.cvc, { exact: true }).fill('123')
    }
    const badgeOf = (last4: string) => page.getByRole('listitem').filter({ hasText: last4 }).locator('.badge')

    await page.goto('/')
    await button(new RegExp(`^${name}`)).click()
    await link(words.settings).click()
    await page.getByRole('heading', { name: words.details, level: 1 }).waitFor()
    await page
      .getByRole('navigation', { name: words.settings })
      .getByRole('link', { name: words.methods })
      .click()
    await page.getByRole('heading', { name: words.methods, level: 1 }).waitFor()
    await link(words.add).click()
    await page.getByRole('heading', { name: words.add, level: 1 }).waitFor()
    await typeCard('4242424242424242')
    await button(words.submit).click()
    await page.getByText(words.added('Visa', '4242'), { exact: true }).waitFor()
    expect(await badgeOf('4242').innerText()).toBe(words.default)

    await link(words.add).click()
    await typeCard('5555555555554444')
    await button(words.submit).click()
    await page.getByText(words.alsoAdded('Mastercard', '4444'), { exact: true }).waitFor()
    expect(await badgeOf('4444').innerText()).toBe(words.backup)

    await button(words.actions('Mastercard', '4444')).click()
    await button(words.setDefault).click()
    await page
      .getByRole('status')
      .filter({ hasText: words.nowDefault('Mastercard', '4444') })
      .waitFor()
    expect(await badgeOf('4444').innerText()).toBe(words.default)
    expect(await badgeOf('4242').innerText()).toBe(words.backup)

    await button(words.actions('Visa', '4242')).click()
    await page.getByRole('link', { name: words.remove }).click()
    const dialog = page.getByRole('dialog', { name: words.question('Visa', '4242') })
    await dialog.getByRole('button', { name: words.confirm, exact: true }).click()
    await page
      .getByRole('status')
      .filter({ hasText: words.removed('Visa', '4242') })
      .waitFor()
    await button(words.actions('Visa', '4242')).waitFor({ state: 'detached' })
    await stage.desk.settled()

    await button(new RegExp(`^${name}`)).click()
    await button(words.signOut).click()
    await page.waitForURL(/\/sign-in$/)
  },
)
