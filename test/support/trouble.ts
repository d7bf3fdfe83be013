// Alice at her desk while Stripe is in trouble.
import { expect, type TestContext } from 'vitest'
import type { FaultKind } from '../../src/sandbox/api/faults.ts'
import { paths } from '../../src/web/paths.ts'
import { type Desk, openDesk, type Visitor } from './running-desk.ts'
import { atStripe, movableClock, rowsOf } from './story.ts'

export interface Trouble {
  readonly desk: Desk
  readonly alice: Visitor
  /** Her cards: the default, and its backup. */
  readonly first: string
  readonly second: string
  /** From now on every change that Stripe is asked for meets this; a delay is ten seconds. */
  order(kind: FaultKind): void
  /** Stripe is well again, and the time for other tries has come. */
  mended(): Promise<void>
}

export async function inTrouble(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  clock = movableClock(),
): Promise<Trouble> {
  const desk = await openDesk({ clock, stripeTimeout: 200 })
  onTestFinished(() => desk.close())
  const alice = await desk.signedIn('alice')
  const [first = '', second = ''] = rowsOf((await alice.get(paths.paymentMethods)).text).map(({ id }) => id)
  await desk.settled()
  desk.sandbox.log.clear()
  return {
    desk,
    alice,
    first,
    second,
    order: (kind) => desk.sandbox.faults.order({ kind, method: 'POST', ms: 10_000 }),
    async mended() {
      desk.sandbox.faults.clear()
      for (let round = 0; round < 3; round++) {
        await desk.settled()
        clock.pass(10_000)
      }
      await desk.settled()
    },
  }
}

/** Money's sixth rule: the same key, the same bytes; and nothing goes without one. */
export function expectEachKeyToBeOneAct({ sandbox }: Desk): void {
  const sent = new Map<string, Set<string>>()
  for (const { method, idempotencyKey, path, bodyDigest } of sandbox.log.entries) {
    if (method !== 'POST') continue
    const key = idempotencyKey ?? 'none'
    sent.set(key, (sent.get(key) ?? new Set()).add(path + bodyDigest))
  }
  expect(sent.has('none')).toBe(false)
  for (const [key, bodies] of sent) expect([key, bodies.size]).toEqual([key, 1])
}

/** The default and the cards, once ours and Stripe's ledger were found to agree. */
export async function bothSay({ desk, alice }: Trouble): Promise<{ default: string | null; ids: string[] }> {
  const rows = rowsOf((await alice.get(paths.paymentMethods)).text)
  const stripe = await atStripe(desk)
  const ours = rows.find(({ badge }) => badge === 'Default')?.id ?? null
  expect(ours).toBe(stripe.defaultId)
  const ids = rows.map(({ id }) => id)
  expect([...ids].sort()).toEqual([...stripe.ids].sort())
  return { default: ours, ids }
}
