// What goes on without a request: reactions to events, and what was interrupted. Woken by what comes in, and by
// the clock; it stops after what it is at.

import type { Logger } from 'pino'
import { collectDue, settleUnknown } from './invoices/collect-due.ts'
import type { Charging } from './invoices/collect-invoice.ts'
import { sweep } from './invoices/sweep.ts'
import { sendOneMail, type WriteLetter } from './mail/send-outbox.ts'
import { followOneMore } from './payment-methods/follow-default.ts'
import { lookAfterSetups, mendOneChange } from './payment-methods/mend.ts'
import { readUnknownSubscriptions } from './payment-methods/refresh-subscriptions.ts'
import { tellOfExpiry } from './payment-methods/tell-of-expiry.ts'
import { type Mailer, MailNotTaken } from './ports/mailer.ts'
import type { Ports } from './ports/ports.ts'
import { inRounds, type Rounds } from './rounds.ts'
import { workInbox } from './stripe-events/work-inbox.ts'

export type Background = Rounds

/** Who carries mail, and who writes it. Without them it stays in the outbox. */
export interface Post {
  readonly mailer: Mailer
  readonly write: WriteLetter
}

const pruneEvery = 60 * 60_000
const expiryEvery = 60 * 60_000
const readEvery = 60_000
const sweepEvery = 5 * 60_000

export interface BackgroundOptions {
  readonly charging: Charging
  readonly post?: Post | undefined
}

export function startBackground(
  ports: Ports,
  log: Logger,
  { charging, post }: BackgroundOptions,
): Background {
  let prunedAt = 0
  let expiryToldAt = 0
  let readAt: number | undefined
  let sweptAt: number | undefined
  let stopping = false

  const main = inRounds(async () => {
    await guarded('inbox', async () => {
      while ((await workInbox(ports, (event, error) => complain(`reaction to ${event.type}`, error))) > 0);
    })
    await guarded('changes', async () => {
      while (await mendOneChange(ports));
    })
    // After the changes: they follow the default that those have brought.
    await guarded('subscriptions', async () => {
      while (await followOneMore(ports));
    })
    await guarded('setups', () => lookAfterSetups(ports))
    await guarded('subscriptions', readInTurn)
    await guarded('sessions', prune)
    invoices.wake()
    mail.wake()
  })

  // Beside the reactions: a bank that takes its time keeps nobody else waiting.
  const invoices = inRounds(async () => {
    await guarded('sweep', sweepInTurn)
    // Before what Stripe knows is known here nothing is charged: the database may be yesterday's, restored.
    if (sweptAt === undefined) return
    await guarded('attempts', async () => {
      while (!stopping && (await settleUnknown(ports, (error) => complain('attempt', error))) > 0);
    })
    await guarded('invoices', async () => {
      while (!stopping && (await collectDue(ports, charging, (error) => complain('invoice', error))) > 0);
    })
    mail.wake()
  })

  // Beside the others: a mail server that keeps us waiting keeps nobody else.
  const mail = inRounds(async () => {
    if (post) await guarded('mail', () => sendAll(post))
  })

  // It asks Stripe of one wallet after the other, which may be many.
  const expiry = inRounds(() => guarded('expiring cards', tellOfExpiryInTurn))

  async function tellOfExpiryInTurn(): Promise<void> {
    const now = ports.clock.now()
    if (now - expiryToldAt < expiryEvery) return
    expiryToldAt = now
    const report = (error: unknown): void => complain('expiring cards', error)
    await tellOfExpiry(ports, report, () => stopping)
    mail.wake()
  }

  async function sendAll({ mailer, write }: Post): Promise<void> {
    while (!stopping && (await sendOneMail(ports, mailer, write, (_mail, error) => complain('mail', error))));
  }

  async function sweepInTurn(): Promise<void> {
    const now = ports.clock.now()
    if (sweptAt !== undefined && Math.abs(now - sweptAt) < sweepEvery) return
    await sweep(ports)
    sweptAt = now
    // What was found waits in the inbox.
    main.wake()
  }

  async function readInTurn(): Promise<void> {
    const now = ports.clock.now()
    if (readAt !== undefined && Math.abs(now - readAt) < readEvery) return
    readAt = now
    await readUnknownSubscriptions(ports)
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
    const code = error instanceof MailNotTaken ? error.code : undefined
    log.warn({ what, error: error instanceof Error ? error.name : 'unknown', code })
  }

  return {
    wake: main.wake,
    async settled() {
      await main.settled()
      await invoices.settled()
      // The sweep may have brought events.
      await main.settled()
      await invoices.settled()
      await expiry.settled()
      await mail.settled()
    },
    async stop() {
      stopping = true
      post?.mailer.close()
      await main.stop()
      await invoices.stop()
      await expiry.stop()
      await mail.stop()
    },
  }
}
