// What goes on without a request: reactions to events, and what was interrupted. Woken by what comes in, and by
// the clock; it stops after what it is at.

import type { Logger } from 'pino'
import { lookAfterSetups, mendOneChange } from './payment-methods/mend.ts'
import type { Ports } from './ports/ports.ts'
import { workInbox } from './stripe-events/work-inbox.ts'

export interface Background {
  wake(): void
  /** Resolves when all that can be done now is done. */
  settled(): Promise<void>
  stop(): Promise<void>
}

const interval = 1_000
const pruneEvery = 60 * 60_000

export function startBackground(ports: Ports, log: Logger): Background {
  let running: Promise<void> | undefined
  let again = false
  let prunedAt = 0

  const timer = setInterval(wake, interval)
  timer.unref()

  function wake(): void {
    again = true
    running ??= run().finally(() => {
      running = undefined
    })
  }

  async function run(): Promise<void> {
    while (again) {
      again = false
      await guarded('inbox', async () => {
        while ((await workInbox(ports, (event, error) => complain(`reaction to ${event.type}`, error))) > 0);
      })
      await guarded('changes', async () => {
        while (await mendOneChange(ports));
      })
      await guarded('setups', () => lookAfterSetups(ports))
      await guarded('sessions', prune)
    }
  }

  async function prune(): Promise<void> {
    const now = ports.clock.now()
    if (now - prunedAt < pruneEvery) return
    prunedAt = now
    await ports.store.sessions.prune(now)
  }

  async function guarded(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      complain(name, error)
    }
  }

  function complain(what: string, error: unknown): void {
    log.warn({ what, error: error instanceof Error ? error.name : 'unknown' })
  }

  return {
    wake,
    async settled() {
      wake()
      while (running) await running
    },
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
