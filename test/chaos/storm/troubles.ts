// What goes wrong, on the network, at Stripe and in the server itself.
import type { FaultKind } from '../../../src/sandbox/api/faults.ts'
import type { DeathPoint } from '../inside/orders.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'

/** A span of the real clock in which the database would not be written. */
export interface Trouble {
  readonly kind: 'locked' | 'full' | 'read-only'
  readonly from: number
  readonly until: number
}

const kinds: readonly [FaultKind, ...FaultKind[]] = [
  'delay',
  '500-before',
  '500-within',
  '500-after',
  '502',
  'reset-before',
  'reset-after',
  'reset-after',
  'truncate',
  'truncate',
  'hang',
  'hang-after',
  '409',
  '429',
  'lock_timeout',
]

export async function networkFault({ sandbox, random }: Scene): Promise<void> {
  const onPayments = { method: 'POST', path: '^/v1/invoices/\\w+/pay$' }
  const place = random.chance(0.75) ? onPayments : random.chance(0.5) ? { method: 'GET' } : { method: 'POST' }
  const ms = random.between(20, 1800)
  // The host product's own calls must not fail: only those that Guichet makes are met.
  const path =
    'path' in place ? place.path : '^/v1/(invoices/\\w+$|customers/\\w+/payment_methods|charges|events)'
  await sandbox.control('POST', '/faults', {
    kind: random.pick(kinds),
    ms,
    times: random.between(1, 3),
    ...place,
    path,
  })
}

const points: readonly [Omit<DeathPoint, 'nth'>, ...Omit<DeathPoint, 'nth'>[]] = [
  { when: 'before', what: 'statement', pattern: 'insert into attempts' },
  { when: 'after', what: 'statement', pattern: 'insert into attempts' },
  { when: 'before', what: 'statement', pattern: '^commit: .*insert into attempts' },
  { when: 'after', what: 'statement', pattern: '^commit: .*insert into attempts' },
  { when: 'before', what: 'request', pattern: '^POST .*/pay' },
  { when: 'sent', what: 'request', pattern: '^POST .*/pay' },
  { when: 'after', what: 'request', pattern: '^POST .*/pay' },
  { when: 'after', what: 'request', pattern: '^GET .*/invoices/' },
  { when: 'before', what: 'statement', pattern: '^(commit: .*)?update attempts' },
  { when: 'after', what: 'statement', pattern: '^(commit: .*)?update attempts' },
  { when: 'before', what: 'statement', pattern: '^commit: .*update attempts' },
  { when: 'after', what: 'statement', pattern: '^(commit: .*)?update invoices' },
  { when: 'before', what: 'statement', pattern: 'insert into outbox' },
  { when: 'before', what: 'statement', pattern: 'insert into stripe_events' },
  { when: 'after', what: 'webhook', pattern: '.' },
  { when: 'after', what: 'request', pattern: '^POST .*/detach' },
  { when: 'before', what: 'request', pattern: '^POST /v1/customers/' },
  { when: 'before', what: 'statement', pattern: '.' },
  { when: 'after', what: 'statement', pattern: '.' },
]

export function deathPoint(random: Random): DeathPoint {
  const point = random.pick(points)
  return { ...point, nth: point.pattern === '.' ? random.between(1, 400) : random.between(1, 3) }
}

export async function appointedDeath({ fleet, random }: Scene): Promise<void> {
  await fleet.orderOne(random.between(0, 7), { death: deathPoint(random) })
}

export async function suddenDeath({ fleet, random }: Scene): Promise<void> {
  await random.any(fleet.alive())?.kill()
}

export async function disorder({ sandbox, random }: Scene): Promise<void> {
  const order = {
    seed: random.between(1, 10 ** 6),
    lose: random.pick([0, 10, 30]),
    repeat: random.pick([0, 20]),
  }
  await sandbox.control('POST', '/disorder', { ...order, delayMs: random.pick([0, 100, 600]) })
}

export async function eventsAgain({ sandbox, gate, random }: Scene): Promise<void> {
  const known = random.any(gate.delivered)
  if (known) await sandbox.control('POST', `/events/${known.event}/redeliver`)
}

const hour = 60 * 60_000

/** The servers' clock alone, for a while. */
export async function clockJump({ fleet, clock, random, notes }: Scene): Promise<void> {
  notes.jumped = true
  const by = random.pick([-48, 48, -2, 2, 25]) * hour
  if (by > 23 * hour) notes.longSilence = true
  await fleet.order({ ahead: clock.ahead() + by })
}

export async function clockBack({ fleet, clock }: Scene): Promise<void> {
  await fleet.order({ ahead: clock.ahead() })
}

export async function timePasses({ clock, random, notes }: Scene): Promise<void> {
  const by = random.pick([5_000, 30_000, 60_000, 120_000, hour, 6 * hour, 24 * hour, 72 * hour])
  if (by > 20 * hour) notes.longSilence = true
  await clock.pass(by)
}
