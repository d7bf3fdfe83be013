// What is due is done in its order, each at its own time, also when a clock jumps over several.
import { advanceInvoice } from '../invoices/advance.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { nextCycle } from '../subscriptions/cycle.ts'
import { atTime } from './at-time.ts'

/** `clock` is a test clock, or '' for the sandbox's own. `until` in seconds since 1970. */
export function keepAppointments(ledger: Ledger, clock: string, until: number): void {
  for (;;) {
    const due = ledger.agenda.firstDue(clock, until)
    if (!due) return
    ledger.agenda.set(due.id, clock, null)
    atTime(ledger, due.due, () => {
      if (due.id.startsWith('in_')) advanceInvoice(ledger, due.id)
      else nextCycle(ledger, due.id)
    })
  }
}
