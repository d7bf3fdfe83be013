// Looks at the clock once a second, so that invoices advance by themselves.
import { type Ledger, nobody, transact } from '../ledger/ledger.ts'
import { keepAppointments } from './keep-appointments.ts'

export interface Ticker {
  /** Does at once whatever is due. */
  tick(): void
  close(): void
}

/** `kept` is called after something was done. */
export function startTicker(ledger: Ledger, kept: () => void): Ticker {
  function tick(): void {
    if (!ledger.agenda.firstDue('', ledger.now())) return
    transact(ledger, nobody, () => keepAppointments(ledger, '', ledger.now()))
    kept()
  }
  const timer = setInterval(tick, 1000)
  timer.unref()
  return { tick, close: () => clearInterval(timer) }
}
