import { expect, it } from 'vitest'
import { ownCardOf, subscribe } from '../support/subscriptions.ts'
import { focusOn } from './support/focus.ts'
import { badges, kebab, row } from './support/list.ts'
import { said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
const three = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex']
const list = '/settings/payment-methods'
const words = said.en
const box = 'Charge this subscription to the new default card too'

it('by keyboard, another default asks on a page of its own, and the subscription follows it', async () => {
  const { page, cards, customerId } = await stage.guest({ cards: three })
  const studio = await subscribe(stage.desk, 'Studio', cards[2] ?? '', customerId)
  await page.goto(list)
  await row(page, '0005').getByText('Charged for: Studio').waitFor()
  await kebab(page, '4444').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${list}/${cards[1]}/default`)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
    'Make Mastercard ending in 4444 your default card?',
  )
  const tick = page.getByRole('checkbox', { name: box })
  expect(await tick.isChecked()).toBe(true)
  await tick.focus()
  await page.keyboard.press('Tab')
  await focusOn(page.getByRole('button', { name: 'Set as default card' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${list}`)
  await focusOn(page.locator('.banner.done'))
  expect(await page.locator('.banner.done').innerText()).toBe(
    `${words.nowDefault('Mastercard', '4444')} 1 subscription follows it.`,
  )
  expect(await row(page, '4444').locator('.badge.default').count()).toBe(1)
  expect(ownCardOf(stage.desk, studio)).toBeNull()
})

it('by keyboard, the box is unticked with Space, and the subscription stays', async () => {
  const { page, cards, customerId } = await stage.guest({ cards: three })
  const studio = await subscribe(stage.desk, 'Studio', cards[2] ?? '', customerId)
  await page.goto(list)
  await kebab(page, '4444').click()
  await page.getByRole('button', { name: words.setDefault }).click()
  await page.getByRole('checkbox', { name: box }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Set as default card' }).press('Enter')
  await page.getByText('1 subscription keeps its own card.').waitFor()
  expect(ownCardOf(stage.desk, studio)).toBe(cards[2])
})

it('the dialog that removes a card says what follows, and takes the answer along', async () => {
  const { page, cards, customerId } = await stage.guest({ cards: three })
  const studio = await subscribe(stage.desk, 'Studio', cards[0] ?? '', customerId)
  const archive = await subscribe(stage.desk, 'Archive', cards[2] ?? '', customerId)
  await page.goto(list)
  await kebab(page, '4242').click()
  await page.getByRole('link', { name: words.remove }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('It will be charged to Mastercard ending in 4444 instead.').waitFor()
  expect(await dialog.getByRole('checkbox', { name: box }).isChecked()).toBe(true)
  await dialog.getByRole('button', { name: words.confirm }).click()
  await row(page, '4242').waitFor({ state: 'detached' })
  await focusOn(kebab(page, '4444'))
  expect(await page.locator('#live').innerText()).toBe(
    `${words.removed('Visa', '4242')} ${words.nowDefault('Mastercard', '4444')} 2 subscriptions follow it.`,
  )
  expect(await badges(page).count()).toBe(1)
  expect([studio, archive].map((id) => ownCardOf(stage.desk, id))).toEqual([null, null])
})
