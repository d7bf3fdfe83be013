// Atelier Lumière owes 49.00 €: its default was declined, and so was its backup. What its people do about it.
import type { Response } from 'supertest'
import type { BehaviourName } from '../../src/sandbox/cards/behaviours.ts'
import { paths } from '../../src/web/paths.ts'
import { type Billing, billingOf } from './billing.ts'
import { type Desk, type DeskOptions, startDesk, type Visitor } from './running-desk.ts'

export interface Unpaid {
  readonly desk: Desk
  readonly billing: Billing
  readonly alice: Visitor
  /** The invoice's id. */
  readonly id: string
  /** The default, and its backup. */
  readonly first: string
  readonly second: string
  /** How the bank treats this card from now on. */
  behave(card: string, behaviour: BehaviourName): void
  /** Presses “Pay”, as the form stands at this moment, or with another number. */
  pay(card: string, more?: { visitor?: Visitor; number?: string }): Promise<Response>
}

export async function startUnpaid(
  options: DeskOptions = {},
  ...behaviours: BehaviourName[]
): Promise<Unpaid> {
  const desk = await startDesk(options)
  // Stripe's own retries are off: the story is about people.
  desk.sandbox.control.changeRetries([])
  const billing = await billingOf(desk)
  const { methods } = await desk.ports.store.wallets.of(billing.companyId)
  const [first = '', second = ''] = methods.map(({ id }) => id)
  const behave = (card: string, behaviour: BehaviourName) =>
    desk.sandbox.control.changeBehaviour(card, behaviour)
  const [ofFirst = 'insufficient_funds_when_charged', ofSecond = 'insufficient_funds_when_charged'] =
    behaviours
  behave(first, ofFirst)
  behave(second, ofSecond)
  const id = await billing.bill()
  await desk.settled()
  const alice = await desk.signedIn('alice')
  const pay: Unpaid['pay'] = async (card, { visitor = alice, number } = {}) =>
    visitor.post(paths.payment(id), { card, number: number ?? (await numberFor(visitor, id)) })
  return { desk, billing, alice, id, first, second, behave, pay }
}

/** Which attempt the form on the payment page stands for. */
export async function numberFor(visitor: Visitor, id: string): Promise<string> {
  const { text } = await visitor.get(paths.payment(id))
  return /name="number" value="(\d+)"/.exec(text)?.[1] ?? ''
}

/** How often the sandbox's ledger says that money was taken for it. */
export function takenFor(desk: Desk, id: string): number {
  return desk.sandbox.control.book(id)[0]?.charges.length ?? 0
}

/** Every request to pay that Stripe has got, as `key`. */
export function paymentsSent({ sandbox }: Desk): string[] {
  const sent = sandbox.log.entries.filter(({ method, path }) => method === 'POST' && path.endsWith('/pay'))
  return sent.map(({ idempotencyKey }) => idempotencyKey ?? 'none')
}
