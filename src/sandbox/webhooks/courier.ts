// Carries events to the endpoints: one at a time each and in order, again and again where they are not taken.
import type { Ledger } from '../ledger/ledger.ts'
import type { Delivery } from './deliveries.ts'
import type { WebhookEndpoints } from './endpoints.ts'
import { post } from './post.ts'

export interface Courier {
  /** There may be something to deliver. */
  wake(): void
  /** Resolves when nothing waits any more. */
  delivered(): Promise<void>
  close(): Promise<void>
}

/** Milliseconds after each failure; after the last the event counts as failed. */
export const defaultBackoff = [200, 1_000, 5_000, 30_000, 300_000, 3_600_000]

export function courier(ledger: Ledger, endpoints: WebhookEndpoints, backoff: number[]): Courier {
  const { deliveries } = ledger
  endpoints.onAdded(wake)
  const busy = new Map<string, Promise<void>>()
  const stopped = new AbortController()
  let waiting: (() => void)[] = []
  let timer: NodeJS.Timeout | undefined

  function wake(): void {
    if (stopped.signal.aborted) return
    for (const url of deliveries.dueUrls(Date.now())) {
      if (!busy.has(url) && endpoints.urls().includes(url)) busy.set(url, serveOne(url))
    }
    clearTimeout(timer)
    // An endpoint that is being served looks for more by itself.
    const due = deliveries.firstDueAt(endpoints.urls().filter((url) => !busy.has(url)))
    if (due !== null) timer = setTimeout(wake, Math.max(1, due - Date.now()))
    else if (busy.size === 0) tellThoseWaiting()
  }

  async function serveOne(url: string): Promise<void> {
    let delivery = deliveries.nextDue(url, Date.now())
    while (delivery && !stopped.signal.aborted) {
      await carry(delivery)
      if (!stopped.signal.aborted) delivery = deliveries.nextDue(url, Date.now())
    }
    busy.delete(url)
    wake()
  }

  async function carry(delivery: Delivery): Promise<void> {
    const event = ledger.events.get(delivery.event)
    if (!event) return deliveries.gaveUp(delivery)
    const pending_webhooks = deliveries.pendingOf(event.id)
    const payload = JSON.stringify({ ...event, pending_webhooks }, null, 2)
    const secrets = endpoints.secretsOf(delivery.url)
    const taken = await post(delivery.url, payload, secrets, ledger.unmovedNow(), stopped.signal)
    if (stopped.signal.aborted) return
    const pause = backoff[delivery.tries]
    if (taken) deliveries.succeeded(delivery)
    else if (pause === undefined) deliveries.gaveUp(delivery)
    else deliveries.again(delivery, Date.now() + pause)
  }

  function tellThoseWaiting(): void {
    for (const resolve of waiting) resolve()
    waiting = []
  }

  return {
    wake,
    delivered: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        wake()
      }),
    async close() {
      stopped.abort()
      clearTimeout(timer)
      await Promise.all(busy.values())
      tellThoseWaiting()
    },
  }
}
