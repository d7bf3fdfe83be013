// The sandbox's own clock can be moved forward, for everybody who is on no test clock.
import type { Ledger } from '../ledger/ledger.ts'
import { keepAppointments } from './keep-appointments.ts'

/** In seconds. What falls due on the way happens on the way. */
export function moveClock(ledger: Ledger, seconds: number): void {
  const until = ledger.now() + seconds
  keepAppointments(ledger, '', until)
  ledger.moved.write(ledger.moved.read() + seconds)
}
