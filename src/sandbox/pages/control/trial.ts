// What the form orders: how the cards and their banks behave, and an invoice to see it by.
import { setTimeout as pause } from 'node:timers/promises'
import { isBehaviourName } from '../../cards/behaviours.ts'
import type { Panel } from '../../control/panel.ts'

type Ordered = Record<string, unknown>

const patience = 2000
const slowAnswer = 20_000

export function changeCards(panel: Panel, ordered: Ordered): void {
  for (const { method, behaviour } of panel.cards(String(ordered.customer))) {
    const wanted = ordered[method.id]
    if (wanted !== behaviour && isBehaviourName(wanted)) panel.changeBehaviour(method.id, wanted)
  }
  const { bank } = ordered
  if (bank === 'at_once') panel.orderPaymentProcessing({ times: 0, outcome: 'succeed' })
  if (bank === 'succeed' || bank === 'fail') {
    panel.orderPaymentProcessing({ times: 1, outcome: bank, afterMs: slowAnswer })
  }
}

/** False where the customer or the amount is none. */
export async function makeInvoice(panel: Panel, ordered: Ordered): Promise<boolean> {
  const customer = panel.customers().find(({ id }) => id === ordered.customer)
  const amount = cents(ordered.amount)
  if (!customer || amount === undefined) return false
  const { id } = panel.bill(customer.id, amount, String(ordered.description ?? '').slice(0, 200))
  if (panel.merchant()) await untilDone(panel, id)
  return true
}

/** The page has no script to show later what the application does now: it waits a moment for it. */
async function untilDone(panel: Panel, invoice: string): Promise<void> {
  const end = Date.now() + patience
  while (!panel.isDone(invoice) && Date.now() < end) await pause(50)
}

/** '49', '49.5' and '49,50' are amounts. */
function cents(typed: unknown): number | undefined {
  const [whole, euros, fraction = ''] = /^\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*$/.exec(String(typed)) ?? []
  const amount = whole === undefined ? 0 : Number(euros) * 100 + Number(fraction.padEnd(2, '0'))
  return amount > 0 ? amount : undefined
}
