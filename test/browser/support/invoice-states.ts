// The pages about invoices, each state of them with the way to it.

import { payingLimits } from '../../../src/invoices/paying-limits.ts'
import type { BehaviourName } from '../../../src/sandbox/cards/behaviours.ts'
import { errorSummary } from './card-form.ts'
import { bankAsks } from './invoice-pages.ts'
import { behave, bill, tokens } from './owed.ts'
import type { MembersPage } from './page-state.ts'
import { reach } from './reached-limits.ts'
import type { Guest, Stage } from './stage.ts'

const invoices = '/settings/invoices'
const saysNo = 'fails_when_charged'

interface Owing {
  readonly guest: Guest
  readonly stage: Stage
  /** The address of the newest invoice. */
  readonly invoice: string
}

/** Cards that behave so, and as many invoices that fell due since. */
function owing(
  behaviours: readonly BehaviourName[],
  go: (owing: Owing) => Promise<unknown>,
  count = 1,
): MembersPage & { readonly cards: readonly string[] } {
  return {
    cards: tokens.slice(0, behaviours.length),
    async go(guest, stage) {
      for (const [at, behaviour] of behaviours.entries()) behave(stage, guest, at, behaviour)
      let id = ''
      for (let times = 0; times < count; times += 1) id = (await bill(stage, guest)).id
      await go({ guest, stage, invoice: `${invoices}/${id}` })
    },
  }
}

const byScript: typeof owing = (...given) => ({ ...owing(...given), script: true })

export const invoiceStates: Readonly<Record<string, MembersPage>> = {
  'no invoices': { go: ({ page }) => page.goto(invoices) },
  'a notice and the cards': owing([saysNo, 'lost_when_charged'], ({ guest }) =>
    guest.page.goto('/settings/payment-methods'),
  ),
  'two unpaid invoices': owing([saysNo], ({ guest }) => guest.page.goto(invoices), 2),
  'an invoice that is paid': owing(['succeeds'], ({ guest, invoice }) => guest.page.goto(invoice)),
  'invoices, all of them paid': owing(['succeeds'], ({ guest }) => guest.page.goto(invoices), 2),
  'an invoice paid by a backup': owing([saysNo, 'succeeds'], ({ guest, invoice }) =>
    guest.page.goto(invoice),
  ),
  'an invoice that no card paid': owing([saysNo, saysNo], ({ guest, invoice }) => guest.page.goto(invoice)),
  'an invoice that asks its cardholder': owing(['asks_always', saysNo], ({ guest, invoice }) =>
    guest.page.goto(invoice),
  ),
  'an invoice with a payment at its bank': owing(['succeeds'], async ({ guest, stage }) => {
    stage.desk.sandbox.control.orderPaymentProcessing({ times: 1, outcome: 'succeed' })
    const { id } = await bill(stage, guest)
    await guest.page.goto(`${invoices}/${id}`)
    await guest.page.locator('.next .processing').waitFor()
  }),
  'the choice of a card, one of them dead': owing([saysNo, 'lost_when_charged'], ({ guest, invoice }) =>
    guest.page.goto(`${invoice}/payment`),
  ),
  'the choice of a card, refused': owing([saysNo, saysNo], async ({ guest, invoice }) => {
    await guest.page.goto(`${invoice}/payment`)
    await guest.page.locator('main .primary').click()
    await errorSummary(guest.page).waitFor()
  }),
  'the choice of a card, too often': owing([saysNo, saysNo], async ({ guest, stage, invoice }) => {
    await reach(payingLimits, guest, stage)
    await guest.page.goto(`${invoice}/payment`)
    await guest.page.locator('main .primary').click()
    await errorSummary(guest.page).waitFor()
  }),
  'the offer to pay': owing(
    [saysNo],
    ({ guest }) => guest.page.goto(`${invoices}/payment?card=${guest.cards[0]}`),
    2,
  ),
  'the bank’s question': byScript(['asks_always'], async ({ guest, invoice }) => {
    await guest.page.goto(`${invoice}/confirmation`)
    await bankAsks(guest.page)
  }),
  'the way round the bank’s question': byScript(['asks_always'], async ({ guest, invoice }) => {
    await guest.page.route(/\/stripe\.js$/, (route) => route.abort())
    await guest.page.goto(`${invoice}/confirmation`)
    await guest.page.locator('.without-script.instead').waitFor()
  }),
  'no card to choose': owing(['lost_when_charged'], ({ guest, invoice }) =>
    guest.page.goto(`${invoice}/payment`),
  ),
}
