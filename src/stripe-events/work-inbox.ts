// Kept events find their reactions here, one after the other, each as often as it takes.

import type { Ports } from '../ports/ports.ts'
import type { InboxEvent } from '../ports/store.ts'
import { reactions } from './reactions.ts'

const lease = 60_000
const firstPause = 1_000
const longestPause = 10 * 60_000

/** How many events were claimed; when none, there is nothing to do for now. */
export async function workInbox(
  ports: Ports,
  report: (event: InboxEvent, error: unknown) => void,
): Promise<number> {
  const events = await ports.store.inbox.claim(ports.clock.now(), lease, 20)
  for (const event of events) {
    try {
      await reactions[event.type]?.(ports, event)
      await ports.store.inbox.done(event.id, ports.clock.now())
    } catch (error) {
      report(event, error)
      const pause = Math.min(firstPause * 2 ** Math.min(event.attempts - 1, 20), longestPause)
      await ports.store.inbox.failed(event.id, nameOf(error), ports.clock.now() + pause)
    }
  }
  return events.length
}

// Its class and no more: messages may quote what must not be kept.
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
