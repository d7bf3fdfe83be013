// All the laws, and what a round comes to.
import { agreement } from './agreement.ts'
import { databaseAway } from './database-away.ts'
import { durableFirst } from './durable-first.ts'
import { eventsKept } from './events-kept.ts'
import type { Evidence, Finding, Law } from './evidence.ts'
import { oneCharge } from './one-charge.ts'
import { oneDefault } from './one-default.ts'
import { oneInFlight } from './one-in-flight.ts'
import { order } from './order.ts'
import { reconciledFirst } from './reconciled-first.ts'
import { removedCards } from './removed-cards.ts'
import { sameBytes } from './same-bytes.ts'
import { stuck } from './stuck.ts'
import { unknownWaits } from './unknown-waits.ts'

const atTheEnd: readonly Law[] = [
  oneCharge,
  agreement,
  oneInFlight,
  durableFirst,
  unknownWaits,
  sameBytes,
  eventsKept,
  order,
  oneDefault,
  removedCards,
  databaseAway,
  reconciledFirst,
  stuck,
]

/** Five minutes after the faults have ended. */
export function judgeAgreement(evidence: Evidence): Finding[] {
  return agreement(evidence).map((finding) => ({ ...finding, what: `${finding.what} (5 minutes after)` }))
}

export function judgeAll(evidence: Evidence): Finding[] {
  return atTheEnd.flatMap((law) => law(evidence))
}
