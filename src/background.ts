// What goes on without a request: reactions to events, and what was interrupted. Woken by what comes in, and by
// the clock; it stops after what it is at.

import type { Logger } from 'pino'
import { pruneActivity } from './activity/prune.ts'
import { collectDue, settleUnknown } from './invoices/collect-due.ts'
import type { Charging } from './invoices/collect-invoice.ts'
import { sweep } from './invoices/sweep.ts'
import { sendOneMail, type WriteLetter } from './mail/send-outbox.ts'
import { remembered } from './members/invitation.ts'
import { followOneMore } from './payment-methods/follow-default.ts'
import { lookAfterSetups, mendOneChange } from './payment-methods/mend.ts'
import { readUnknownSubscriptions } from './payment-methods/refresh-subscriptions.ts'
import { tellOfExpiry } from './payment-methods/tell-of-expiry.ts'
import type { Clock } from './ports/clock.ts'
import { type Mailer, MailNotTaken } from './ports/mailer.ts'
import type { Ports } from './ports/ports.ts'
import { eraseOneCompany } from './privacy/erase-company.ts'
import { pruneOld } from './privacy/prune-old.ts'
import { inRounds, type Rounds } from './rounds.ts'
import { workInbox } from './stripe-events/work-inbox.ts'

export type Background = Rounds

/** Who carries mail, and who writes it. Without them it stays in the outbox. */
export interface Post {
  readonly mailer: Mailer
  readonly write: WriteLetter
}

const minute = 60_000
const hour = 60 * minute

export interface BackgroundOptions {
  readonly charging: Charging
  /** How long the activity log is kept. */
  readonly activityDays: number
  readonly post?: Post | undefined
  /** People's own, by which sessions end; see compose.ts. */
  readonly wallClock: Clock
}

export function startBackground(
  ports: Ports,
  log: Logger,
  { charging, activityDays, post, wallClock }: BackgroundOptions,
): Background {
  let isReconciled = false
  let stopping = false

  const now = (): number => ports.clock.now()
  const prune = every(hour, wallClock.now, () => ports.store.sessions.prune(wallClock.now()))
  const pruneOldInTurn = every(hour, now, () => pruneOld(ports))
  const forgetInvitations = every(hour, now, () => ports.store.invitations.forget(now() - remembered, now()))
  const pruneLimits = every(hour, now, () => ports.store.limits.prune(now()))
  const wipe = every(minute, now, () => ports.store.outbox.wipe(now()))
  const pruneLog = every(hour, now, () => pruneActivity(ports, activityDays, () => stopping))
  const readSubscriptions = every(minute, now, () => readUnknownSubscriptions(ports))
  const sweepInTurn = every(5 * minute, now, async () => {
    const { failures } = await sweep(ports, { thorough: !isReconciled })
    isReconciled = true
    // What was found waits in the inbox.
    main.wake()
    if (failures.length > 0) throw failures[0]
  })
  const tellOfExpiryInTurn = every(hour, now, async () => {
    const report = (error: unknown): void => complain('expiring cards', error)
    await tellOfExpiry(ports, report, () => stopping)
    mail.wake()
  })

  const main = inRounds(async () => {
    await guarded('inbox', async () => {
      const report = (event: { type: string }, error: unknown): void =>
        complain(`reaction to ${event.type}`, error)
      while (!stopping && (await workInbox(ports, report, () => stopping)) > 0) invoices.wake()
    })
    await guarded('changes', async () => {
      while (!stopping && (await mendOneChange(ports)));
    })
    // After the changes: they follow the default that those have brought.
    await guarded('subscriptions', async () => {
      while (!stopping && (await followOneMore(ports)));
    })
    await guarded('setups', () => lookAfterSetups(ports))
    await guarded('subscriptions', readSubscriptions)
    await guarded('sessions', prune)
    await guarded('erasures', async () => {
      while (!stopping && (await eraseOneCompany(ports)));
    })
    await guarded('old mail and events', pruneOldInTurn)
    await guarded('invitations', forgetInvitations)
    await guarded('limits', pruneLimits)
    await guarded('mail', wipe)
    await guarded('activity', pruneLog)
    invoices.wake()
    mail.wake()
  })

  // Beside the reactions: a bank that takes its time keeps nobody else waiting.
  const invoices = inRounds(async () => {
    await guarded('sweep', sweepInTurn)
    // Before what Stripe knows is known here nothing is charged: the database may be yesterday's, restored.
    if (!isReconciled) return
    attempts.wake()
    await guarded('invoices', async () => {
      while (!stopping && (await collectDue(ports, charging, (error) => complain('invoice', error))) > 0);
    })
    mail.wake()
  })

  // Beside what is to be charged: that may be waiting for what is not known yet.
  const attempts = inRounds(async () => {
    if (!isReconciled) return
    await guarded('attempts', async () => {
      while (!stopping && (await settleUnknown(ports, (error) => complain('attempt', error))) > 0)
        invoices.wake()
    })
  })

  // Beside the others: a mail server that keeps us waiting keeps nobody else.
  const mail = inRounds(async () => {
    if (post) await guarded('mail', () => sendAll(post))
  })

  // It asks Stripe of one wallet after the other, which may be many.
  const expiry = inRounds(() => guarded('expiring cards', tellOfExpiryInTurn))

  async function sendAll({ mailer, write }: Post): Promise<void> {
    while (!stopping && (await sendOneMail(ports, mailer, write, (_mail, error) => complain('mail', error))));
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
      await attempts.settled()
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
      await attempts.stop()
      await expiry.stop()
      await mail.stop()
    },
  }
}

// Whatever failed is tried again soon; a clock that went back keeps nobody waiting.
function every(interval: number, now: () => number, work: () => Promise<void>): () => Promise<void> {
  let last: number | undefined
  let gap = interval
  let wasDone = false
  return async () => {
    const at = now()
    if (last !== undefined && Math.abs(at - last) < gap) return
    last = at
    gap = wasDone ? interval / 10 : 2_000
    await work()
    gap = interval
    wasDone = true
  }
}
