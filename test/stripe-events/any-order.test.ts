// Invariant 7: any order, repetition or loss of events ends in one state, the one that Stripe is in.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeDefault } from '../../src/payment-methods/change-default.ts'
import { changeOrder } from '../../src/payment-methods/change-order.ts'
import { mendOneChange } from '../../src/payment-methods/mend.ts'
import { refreshWallet } from '../../src/payment-methods/refresh-wallet.ts'
import { removePaymentMethod } from '../../src/payment-methods/remove-payment-method.ts'
import { defaultOf } from '../../src/payment-methods/wallet.ts'
import type { PaymentGateway } from '../../src/ports/payment-gateway.ts'
import { reactions } from '../../src/stripe-events/reactions.ts'
import { workInbox } from '../../src/stripe-events/work-inbox.ts'
import { asAlice, asBob, atelier, minute, someFacts } from '../support/builders.ts'
import { atDesk, type Desk } from '../support/desk.ts'
import type { Fault } from '../support/stripe-fake.ts'

/** Something that happens at Stripe, to the card of that number where it has to do with one. */
type Happening = { does: 'attach' | 'let go' | 'choose' | 'choose none'; card: number }
/** Something that Guichet's people do. */
type Act = { does: 'default' | 'removal' | 'up' | 'down'; card: number }
type Mishap = [keyof PaymentGateway, Fault]

const card = fc.nat({ max: 4 })
const happening = fc.record<Happening>({
  does: fc.constantFrom('attach', 'attach', 'let go', 'choose', 'choose none'),
  card,
})
const act = fc.record<Act>({ does: fc.constantFrom('default', 'removal', 'up', 'down'), card })
const mishap = fc.tuple(
  fc.constantFrom<Mishap[0]>('wallet', 'setDefault', 'detach', 'ownerOf', 'billingDetails'),
  fc.constantFrom<Fault>('request lost', 'answer lost', 'failed'),
)
const series = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 8 })

function happen({ gateway }: Desk, { does, card: number }: Happening): void {
  const id = gateway.customers.get('cus_atelier')?.methods[number]?.id
  if (does === 'attach') gateway.attach('cus_atelier', someFacts())
  else if (does === 'choose none') gateway.choose('cus_atelier', null)
  else if (id !== undefined && does === 'choose') gateway.choose('cus_atelier', id)
  else if (id !== undefined) gateway.letGo(id)
}

async function perform(desk: Desk, { does, card: number }: Act): Promise<unknown> {
  const id = (await desk.wallet()).methods[number]?.id ?? 'pm_none'
  if (does === 'default') return changeDefault(desk, asAlice, id)
  return does === 'removal' ? removePaymentMethod(desk, asBob, id) : changeOrder(desk, asAlice, id, does)
}

async function expectOneState(desk: Desk): Promise<void> {
  const { ours, stripes } = await desk.bothWallets()
  expect(ours).toEqual(stripes)
  const wallet = await desk.wallet()
  expect(defaultOf(wallet) !== undefined).toBe(wallet.methods.length > 0)
  expect(wallet.awaitedDefaultId).toBeNull()
}

atDesk('Whatever happens at Stripe', (fresh) => {
  it('the wallet is the same after any order, repetition and loss of its events, and one look', async () => {
    const picks = fc.array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(happening, picks), { maxLength: 12 }), async (history) => {
        const desk = await fresh()
        for (const [what, batches] of history) {
          happen(desk, what)
          for (const batch of batches) {
            const { events } = desk.gateway
            const chosen = batch.flatMap((pick) => events[pick % events.length] ?? [])
            await Promise.all(chosen.map((event) => reactions[event.type]?.(desk, event)))
          }
        }
        await refreshWallet(desk, atelier)
        await expectOneState(desk)
      }),
      { numRuns: 150 },
    )
  })

  it('the wallet follows by its events alone, in any order, and while its people change it', async () => {
    await fc.assert(
      fc.asyncProperty(
        series(happening),
        series(fc.tuple(act, happening)),
        series(mishap),
        fc.infiniteStream(fc.nat()),
        async (history, changes, mishaps, order) => {
          const desk = await fresh()
          for (const what of history) happen(desk, what)
          await deliverAll(desk, order)
          for (const [call, fault] of mishaps) desk.gateway.willFail(call, fault)
          await Promise.all([
            ...changes.map(([what]) => perform(desk, what)),
            ...changes.map(async ([, what]) => desk.clock.pause(1).then(() => happen(desk, what))),
            deliverAll(desk, order),
          ])
          await deliverAll(desk, order)
          await expectOneState(desk)
        },
      ),
      { numRuns: 100 },
    )
  })
})

// Until nothing is left to deliver, to react to or to mend.
async function deliverAll(desk: Desk, order: Iterator<number>): Promise<void> {
  const { store, gateway, clock } = desk
  let rounds = 0
  for (let idle = 0; idle < 3; idle++) {
    if (rounds++ > 300) throw new Error('It never comes to rest.')
    const waiting = gateway.events.splice(0)
    while (waiting.length > 0) {
      const [event] = waiting.splice((order.next().value ?? 0) % waiting.length, 1)
      if (event) await store.inbox.keep(event, clock.now())
    }
    let failed = false
    const worked = await workInbox(desk, () => {
      failed = true
    })
    const mended = await mendOneChange(desk)
    if (worked > 0 || failed || mended) idle = 0
    await clock.pause(11 * minute)
  }
}
