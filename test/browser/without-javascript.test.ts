import { expect, it } from 'vitest'
import { addCard, makeDefault, visa } from '../walks/support/card-jobs.ts'
import { pointer } from '../walks/support/hands.ts'
import { walkerOf } from '../walks/support/walker.ts'
import { languages, said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
const without = { javaScriptEnabled: false }

it.each(languages)(
  'without JavaScript, the whole walk goes through Stripe’s own page (%s)',
  async (language) => {
    const guest = await stage.guest({ ...without, language, reducedMotion: 'reduce' })
    const walker = walkerOf(stage, guest, { hands: pointer, scripted: false, language })
    const { page, words, button, link, on, told } = walker
    await page.goto('/')
    await walker.menu().click()
    await link(words.settings).click()
    await link(words.methods).click()
    await addCard(walker, visa)
    await told(words.added('Visa', '4242'))
    expect(await page.title()).toMatch(new RegExp(`^${words.added('Visa', '4242')}`))
    await addCard(walker, { number: '4000002500003155' })
    await button(words.pass).click()
    await told(words.alsoAdded('Visa', '3155'))

    await makeDefault(walker, { brand: 'Visa', last4: '3155' })
    const banner = page.locator('main > #banner > .banner')
    expect(await banner.innerText()).toBe(words.nowDefault('Visa', '3155'))
    expect(await page.title()).toMatch(new RegExp(`^${words.nowDefault('Visa', '3155')}`))
    expect(await page.locator('.badge.default').count()).toBe(1)
    await page.reload()
    expect(await banner.count()).toBe(0)

    await button(words.actions('Visa', '4242')).click()
    await link(words.remove).click()
    await on(words.question('Visa', '4242'))
    await page.goBack()
    expect(await button(words.actions('Visa', '4242')).count()).toBe(1)
    await page.goForward()
    await button(words.confirm).click()
    await told(words.removed('Visa', '4242'))
  },
)

it('without JavaScript, the add page says why and offers Stripe’s page, and nothing of the form that cannot work', async () => {
  const { page } = await stage.guest(without)
  await page.goto('/settings/payment-methods/new')
  await page.getByText(/needs no JavaScript/).waitFor()
  await page
    .locator('#hosted-form')
    .getByText(/you allow us to charge it/)
    .waitFor()
  expect(await page.getByRole('button', { name: said.en.submit }).count()).toBe(0)
  expect(await page.locator('main .button:visible').allInnerTexts()).toEqual([said.en.hosted, 'Cancel'])
})

it('whoever turns back from Stripe’s page is on the add page again, and nothing was added', async () => {
  const { page } = await stage.guest(without)
  await page.goto('/settings/payment-methods')
  await page.getByRole('link', { name: said.en.add }).click()
  await page.getByRole('button', { name: said.en.hosted }).click()
  await page.getByRole('link', { name: 'Back without saving' }).click()
  await page.getByRole('heading', { name: said.en.add, level: 1 }).waitFor()
})

it('a form sent twice by an impatient hand sets the default once', async () => {
  const { page, cards } = await stage.guest({ ...without, cards: ['pm_card_visa', 'pm_card_mastercard'] })
  await page.goto('/settings/payment-methods')
  stage.desk.sandbox.log.clear()
  await page.locator(`#kebab-${cards[1]}`).click()
  await page.getByRole('button', { name: said.en.setDefault }).dblclick()
  await page.locator('.banner').waitFor()
  await stage.desk.settled()
  const sent = stage.desk.sandbox.log.entries.filter(({ method }) => method === 'POST')
  expect(sent).toHaveLength(1)
})
