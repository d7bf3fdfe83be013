// Intents that settle by themselves after a while, also those that were processing when the sandbox stopped.
import { type Ledger, nobody, transact } from '../ledger/ledger.ts'
import { paymentFactsOf } from '../payments/payment-facts.ts'
import { settlePayment } from '../payments/settle-payment.ts'
import { settleProcessing } from './settle.ts'
import { setupFactsOf } from './setup-facts.ts'

export interface Timekeeper {
  close(): void
}

/** `settled` is called after each. */
export function keepTime(ledger: Ledger, settled: () => void): Timekeeper {
  const timers = new Set<NodeJS.Timeout>()

  function arm(id: string, at: number | null): void {
    if (at === null) return
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        transact(ledger, nobody, () =>
          id.startsWith('pi_') ? settlePayment(ledger, id) : settleProcessing(ledger, id),
        )
        settled()
      },
      Math.max(0, at - Date.now()),
    )
    timers.add(timer)
  }

  ledger.onProcessing = arm
  for (const intent of [...ledger.setupIntents.oldestFirst()]) {
    if (intent.status === 'processing') arm(intent.id, setupFactsOf(ledger, intent).settles?.at ?? null)
  }
  for (const { id, status } of [...ledger.paymentIntents.oldestFirst()]) {
    if (status === 'processing') arm(id, paymentFactsOf(ledger, id).settles?.at ?? null)
  }

  return {
    close() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
