// What people, banks and the host product do meanwhile.

import type { Scene } from '../scene.ts'
import type { Company } from '../world/companies.ts'
import { attach } from '../world/companies.ts'
import { bill, subscribe } from '../world/invoices.ts'
import { behaviour, cardNumber } from '../world/plan.ts'
import type { Pressed, Visitor } from '../world/visitor.ts'

export type Act = (scene: Scene, company: Company) => Promise<unknown>

const billing: Act = ({ sandbox, random }, company) => bill(sandbox, company, random)

const settings = '/settings/payment-methods'

/** Of a company whose people leave their wallet alone; those of its banks change their minds all the same. */
export const quietActs: readonly [Act, ...Act[]] = [billing, payNow]
export const acts: readonly [Act, ...Act[]] = [
  billing,
  payNow,
  choose,
  reorder,
  remove,
  removeWhileBilled,
  bankChangesItsMind,
  slowBank,
  addCard,
]

export async function firstInvoices(scene: Scene, company: Company): Promise<void> {
  if (company.plan.hasSubscription) await subscribe(scene.sandbox, company)
}

async function choose(scene: Scene, company: Company): Promise<void> {
  const card = scene.random.any(company.cards)
  if (card) await either(scene, company)?.press(`${settings}/${card}/default`)
}

async function reorder(scene: Scene, company: Company): Promise<void> {
  const card = scene.random.any(company.cards)
  const direction = scene.random.pick(['up', 'down'])
  if (card) await either(scene, company)?.press(`${settings}/${card}/order`, { direction })
}

async function remove(scene: Scene, company: Company): Promise<void> {
  const card = scene.random.any(company.cards)
  if (!card) return
  const answer = await either(scene, company)?.press(`${settings}/${card}/removal`)
  if (isAcknowledged(answer)) scene.notes.removals.push({ card, at: Date.now() })
}

async function removeWhileBilled(scene: Scene, company: Company): Promise<void> {
  await Promise.all([billing(scene, company), remove(scene, company)])
}

function isAcknowledged(answer: Pressed | undefined): boolean {
  return answer?.banner === 'done'
}

// A double click, two tabs, two members: the same button several times at once, sometimes with another card.
async function payNow(scene: Scene, company: Company): Promise<void> {
  const { random, visitors, peek } = scene
  const [invoice, card] = [random.any(company.invoices), random.any(company.cards)]
  if (!invoice || !card) return
  const known = (await peek.attemptsOf(invoice)) ?? []
  const number = String(1 + Math.max(0, ...known.map((attempt) => attempt.number)))
  const presses = Array.from({ length: random.between(1, 3) }, (_, at) => {
    const visitor = visitors.get(company.members[at % 2 === 0 ? 0 : 1])
    const chosen = random.chance(0.3) ? (random.any(company.cards) ?? card) : card
    return visitor?.press(`/settings/invoices/${invoice}/payment`, { card: chosen, number })
  })
  await Promise.all(presses)
}

async function bankChangesItsMind({ sandbox, random }: Scene, company: Company): Promise<void> {
  const payment_method = random.any(company.cards)
  if (payment_method)
    await sandbox.control('POST', '/card-behaviour', { payment_method, behaviour: behaviour(random) })
}

async function slowBank({ sandbox, random }: Scene): Promise<void> {
  const order = { times: random.between(1, 2), outcome: random.pick(['succeed', 'succeed', 'fail']) }
  const soon = random.chance(0.5) ? { afterMs: random.between(50, 800) } : {}
  await sandbox.control('POST', '/settings', { paymentProcessing: { ...order, ...soon } })
}

async function addCard({ sandbox, random }: Scene, company: Company): Promise<void> {
  const card = { number: cardNumber(random), behaviour: behaviour(random) }
  company.cards.push(await attach(sandbox, company.customer, card))
}

function either({ random, visitors }: Scene, { members }: Company): Visitor | undefined {
  return visitors.get(random.pick(members))
}
