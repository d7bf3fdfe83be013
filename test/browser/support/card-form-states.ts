// The page on which a card is added, and the ways round it.

import { addingLimits } from '../../../src/payment-methods/adding-limits.ts'
import { paths } from '../../../src/web/paths.ts'
import {
  addButton,
  anyCardReady,
  cardFrame,
  errorSummary,
  openCardForm,
  press,
  tryCard,
} from './card-form.ts'
import type { MembersPage } from './page-state.ts'
import { reach } from './reached-limits.ts'

const list = paths.paymentMethods

export const cardFormStates: Readonly<Record<string, MembersPage>> = {
  'the card form': {
    script: true,
    go: ({ page }) => openCardForm(page),
  },
  'the card form, incomplete': {
    script: true,
    async go({ page }) {
      await openCardForm(page)
      await press(addButton(page))
      await cardFrame(page).locator('[name=number][aria-invalid=true]').waitFor()
    },
  },
  'the card form, declined': {
    script: true,
    async go({ page }) {
      await tryCard(page, { number: '4000000000000002' })
      await errorSummary(page).waitFor()
    },
  },
  'the card form, its postal code refused': {
    script: true,
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
    script: true,
    async go({ page }) {
      await page.route(/\/stripe\.js$/, (route) => route.abort())
      await page.goto(`${list}/new`)
      await page.locator('.hosted.instead').waitFor()
    },
  },
  'the way to Stripe’s page, too often': {
    async go(guest, stage) {
      await reach(addingLimits, guest, stage)
      await guest.page.goto(paths.newPaymentMethod)
      await guest.page.evaluate(`document.querySelector('#hosted-form').submit()`)
      await errorSummary(guest.page).waitFor()
      await anyCardReady(guest.page)
    },
  },
  'Stripe away': {
    async go({ page }, { desk }) {
      await page.goto(paths.newPaymentMethod)
      desk.sandbox.faults.order({ kind: '500-before', method: 'POST' })
      await page.evaluate(`document.querySelector('#hosted-form').submit()`)
      await errorSummary(page).waitFor()
      desk.sandbox.faults.clear()
      await anyCardReady(page)
    },
  },
}
