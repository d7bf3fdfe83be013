// Kept events find their reactions here, each as often as it takes: those of several customers beside each other, those
// of one customer one after the other. Events that ask for the same reading, of which Stripe sends a handful at once,
// are served by one: what is read after all of them were kept is as new as any of them.

import type { Ports } from '../ports/ports.ts'
import { severalAtOnce } from '../ports/several-at-once.ts'
import type { InboxEvent } from '../ports/store.ts'
import { type Reaction, reactions } from './reactions.ts'

const lease = 60_000
const firstPause = 1_000
const longestPause = 5 * 60_000
const batch = 100
const customersAtOnce = 8

type Claimed = InboxEvent & { readonly attempts: number }
type Report = (event: InboxEvent, error: unknown) => void

/**
 * How many events found their reaction; when none, there is nothing to do for now, or nothing that can be done.
 * `stopping`: what has not begun by then is left to whoever comes when its lease has ended.
 */
export async function workInbox(ports: Ports, report: Report, stopping = () => false): Promise<number> {
  const events = await ports.store.inbox.claim(ports.clock.now(), lease, batch)
  const byCustomer = Map.groupBy(events, (event) => event.customerId ?? event.objectId)
  let done = 0
  await severalAtOnce([...byCustomer.values()], customersAtOnce, async (ofOne) => {
    for (const alike of byReading(ofOne)) {
      if (!stopping() && (await reactOnce(ports, alike, report))) done += alike.length
    }
  })
  return done
}

function byReading(events: readonly Claimed[]): (readonly Claimed[])[] {
  const numbers = new Map<Reaction | undefined, number>()
  const numberOf = (reaction: Reaction | undefined): number => {
    numbers.set(reaction, numbers.get(reaction) ?? numbers.size)
    return numbers.get(reaction) ?? 0
  }
  const groups = Map.groupBy(events, ({ type, objectId }) => `${numberOf(reactions[type])} ${objectId}`)
  return [...groups.values()]
}

async function reactOnce(ports: Ports, alike: readonly Claimed[], report: Report): Promise<boolean> {
  const [first] = alike
  if (!first) return false
  const { store, clock } = ports
  try {
    await reactions[first.type]?.(ports, first)
    for (const { id } of alike) await store.inbox.done(id, clock.now())
    return true
  } catch (error) {
    report(first, error)
    for (const { id, attempts } of alike) {
      const pause = Math.min(firstPause * 2 ** Math.min(attempts - 1, 20), longestPause)
      await store.inbox.failed(id, nameOf(error), clock.now() + pause)
    }
    return false
  }
}

// Its class and no more: messages may quote what must not be kept.
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
