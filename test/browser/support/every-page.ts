// Every page and every state of one that has a name, each with the way to it.

import type { Page } from 'playwright-core'
import { subscribe } from '../../support/subscriptions.ts'
import { accountStates } from './account-states.ts'
import { addButton, cardFrame, errorSummary, openCardForm, press, tryCard } from './card-form.ts'
import { invoiceStates } from './invoice-states.ts'
import { kebab } from './list.ts'
import { peopleStates } from './people-states.ts'
import type { Guest, Stage } from './stage.ts'

export type State = (guest: Guest, stage: Stage) => Promise<unknown>

const list = '/settings/payment-methods'
const five = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex', 'pm_card_fr', 'pm_card_jcb']

export const signedOut: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'signing in': (page) => page.goto('/sign-in'),
  'signing in, refused': async (page) => {
    await page.goto('/sign-in')
    await page.locator('#email').fill('nobody@nowhere.example')
    await page.locator('#password').fill('something else')
    await page.locator('form .primary').click()
    await errorSummary(page).waitFor()
  },
  'a forgotten password': (page) => page.goto('/sign-in/forgotten'),
  'a forgotten password, refused': async (page) => {
    await page.goto('/sign-in/forgotten')
    await page.locator('form .primary').click()
    await errorSummary(page).waitFor()
  },
  'a guide': (page) => page.goto('/help/cards-from-abroad'),
}

export const signedIn: Readonly<Record<string, { cards?: readonly string[]; go: State }>> = {
  'billing details': { go: ({ page }) => page.goto('/settings') },
  'billing details, refused': {
    async go({ page }) {
      await page.goto('/settings')
      await page.locator('#name').fill('')
      await page.locator('#taxId').fill('FR1')
      await page.locator('#email').fill('nobody')
      await page.locator('main .primary').click()
      await errorSummary(page).waitFor()
    },
  },
  'taking the data along': { go: ({ page }) => page.goto('/settings/export') },
  'erasing the company': { go: ({ page }) => page.goto('/settings/erasure') },
  'erasing the company, another name typed': {
    async go({ page }) {
      await page.goto('/settings/erasure')
      await page.locator('#company-name').fill('Another')
      await page.locator('main .danger').click()
      await errorSummary(page).waitFor()
    },
  },
  'former members': { go: ({ page }) => page.goto('/settings/former-members') },
  'erasing oneself, as an owner': { go: ({ page }) => page.goto('/account/erasure') },
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
    async go({ page }, { desk }) {
      desk.sandbox.control.orderProcessing({ times: 1, outcome: 'succeed' })
      await tryCard(page)
      await page.locator('.processing').waitFor()
    },
  },
  'the same card twice': { cards: ['pm_card_visa', 'pm_card_visa'], go: ({ page }) => page.goto(list) },
  'the removal page': {
    cards: five,
    go: ({ page, cards }) => page.goto(`${list}/${cards[0]}/removal`),
  },
  'the removal dialog': {
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
  'the card form': { go: ({ page }) => openCardForm(page) },
  'the card form, incomplete': {
    async go({ page }) {
      await openCardForm(page)
      await press(addButton(page))
      await cardFrame(page).locator('[name=number][aria-invalid=true]').waitFor()
    },
  },
  'the card form, declined': {
    async go({ page }) {
      await tryCard(page, { number: '4000000000000002' })
      await errorSummary(page).waitFor()
    },
  },
  'the card form, its postal code refused': {
    async go({ page }, { desk }) {
      desk.sandbox.control.changeRadar({ postalCodeCheckFails: 'block' })
      await openCardForm(page)
      await page.locator('#postal-code').fill('M4B 1B3')
      await cardFrame(page).locator('[name=number]').fill('4000000000000036')
      await cardFrame(page).locator('[name=expiry]').fill('12/40')
      await cardFrame(page).locator('[name=cvc]').fill('123')
      await press(addButton(page))
      await page.locator('[data-postal-code]').waitFor()
      desk.sandbox.control.changeRadar({ postalCodeCheckFails: 'allow' })
    },
  },
  'the way round Stripe’s form': {
    async go({ page }) {
      await page.route(/\/stripe\.js$/, (route) => route.abort())
      await page.goto(`${list}/new`)
      await page.locator('.hosted.instead').waitFor()
    },
  },
  'the activity log': { go: ({ page }) => page.goto('/settings/activity') },
  'the activity log, its filters wrong': {
    go: ({ page }) => page.goto('/settings/activity?person=nobody&kind=cards&from=31/12/2026&to=today'),
  },
  'a page that is not there': { go: ({ page }) => page.goto('/nowhere') },
  'the guide to new cards': { go: ({ page }) => page.goto('/help/update-a-card') },
  'the guide to failed payments': { go: ({ page }) => page.goto('/help/failed-payment') },
  ...accountStates,
  ...invoiceStates,
  ...peopleStates,
}

async function withSubscriptions({ cards, customerId }: Guest, { desk }: Stage): Promise<void> {
  await subscribe(desk, 'Studio', cards[0] ?? '', customerId)
  await subscribe(desk, 'Archive', cards[2] ?? '', customerId)
}
