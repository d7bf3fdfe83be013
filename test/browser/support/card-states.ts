// The list of cards, and what is asked before one of them goes or becomes the default.

import { paths } from '../../../src/web/paths.ts'
import { subscribe } from '../../support/subscriptions.ts'
import { errorSummary, tryCard } from './card-form.ts'
import { kebab } from './list.ts'
import type { MembersPage } from './page-state.ts'
import type { Guest, Stage } from './stage.ts'

const list = paths.paymentMethods
const five = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex', 'pm_card_fr', 'pm_card_jcb']

export const cardStates: Readonly<Record<string, MembersPage>> = {
  'no cards': { go: ({ page }) => page.goto(list) },
  'one card': { cards: five.slice(0, 1), go: ({ page }) => page.goto(list) },
  'five cards': { cards: five, go: ({ page }) => page.goto(list) },
  'an open kebab': {
    cards: five,
    async go({ page }) {
      await page.goto(list)
      await kebab(page, '4444').click()
    },
  },
  'an open account menu': {
    async go({ page, name }) {
      await page.goto(list)
      await page.getByRole('button', { name }).click()
    },
  },
  'a banner': {
    cards: five,
    async go({ page, cards }) {
      await page.goto(list)
      await page.evaluate(`document.querySelector('#items-${cards[1]} form').submit()`)
      await page.locator('.banner.done').waitFor()
    },
  },
  'an error banner': {
    cards: five,
    async go({ page }, { desk }) {
      await page.goto(list)
      desk.sandbox.faults.order({ kind: '500-before', method: 'POST' })
      await kebab(page, '4444').click()
      await page.locator('.menu-items:popover-open button').click()
      await errorSummary(page).waitFor()
      desk.sandbox.faults.clear()
    },
  },
  'a card that is processing': {
    script: true,
    async go({ page }, { desk }) {
      desk.sandbox.control.orderProcessing({ times: 1, outcome: 'succeed' })
      await tryCard(page)
      await page.locator('.processing').waitFor()
    },
  },
  'a card that has expired': {
    cards: five.slice(0, 2),
    async go({ page, cards }, { desk }) {
      const at = 'update payment_methods set exp_year = 2024 where id = $1'
      await desk.database.run(at, [cards[1] ?? ''])
      await page.goto(list)
    },
  },
  'a card that is no backup yet': {
    cards: five.slice(0, 2),
    async go({ page, cards }, { desk }) {
      await desk.database.run('delete from consents where payment_method_id = $1', [cards[1] ?? ''])
      await page.goto(paths.backup(cards[1] ?? ''))
    },
  },
  'the same card twice': { cards: ['pm_card_visa', 'pm_card_visa'], go: ({ page }) => page.goto(list) },
  'the removal page': {
    cards: five,
    go: ({ page, cards }) => page.goto(`${list}/${cards[0]}/removal`),
  },
  'the removal dialog': {
    script: true,
    cards: five,
    async go({ page }) {
      await page.goto(list)
      await kebab(page, '4444').click()
      await page.locator('.menu-items:popover-open a').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  'cards with subscriptions': {
    cards: five,
    async go(guest, stage) {
      await withSubscriptions(guest, stage)
      await guest.page.goto(list)
    },
  },
  'another default, with subscriptions': {
    cards: five,
    async go(guest, stage) {
      await withSubscriptions(guest, stage)
      await guest.page.goto(`${list}/${guest.cards[1]}/default`)
    },
  },
  'the removal page, with subscriptions': {
    cards: five,
    async go(guest, stage) {
      await withSubscriptions(guest, stage)
      await guest.page.goto(`${list}/${guest.cards[0]}/removal`)
    },
  },
}

async function withSubscriptions({ cards, customerId }: Guest, { desk }: Stage): Promise<void> {
  await subscribe(desk, 'Studio', cards[0] ?? '', customerId)
  await subscribe(desk, 'Archive', cards[2] ?? '', customerId)
}
