// Changes that Stripe has to hear of go one at a time for each company, and each is written down before it is
// sent: a double click finds the first one under way, waits, and then finds the work done.

import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { WalletChange } from '../ports/store.ts'
import type { Wallet } from './wallet.ts'

const longestWait = 30_000
const pause = 100

/**
 * `decide` looks at the wallet as it is when this change's turn has come and either ends the matter or says
 * what to send. 'unanswered': Stripe may or may not have done it; what it did is found out and shown.
 */
export async function changeWallet<R>(
  ports: Ports,
  change: WalletChange,
  decide: (wallet: Wallet) => { end: R } | { send: (key: string) => Promise<R> },
): Promise<R | 'unanswered'> {
  const { store, clock } = ports
  const until = clock.now() + longestWait
  for (;;) {
    const wallet = await store.wallets.of(change.companyId)
    const decision = decide(wallet)
    if ('end' in decision) return decision.end
    const begun = await store.changes.begin(change, wallet.version, clock.now())
    if (begun !== 'in flight') return send(ports, begun.key, decision.send)
    if (clock.now() >= until) return 'unanswered'
    await clock.pause(pause)
  }
}

async function send<R>(
  { store, clock }: Ports,
  key: string,
  work: (key: string) => Promise<R>,
): Promise<R | 'unanswered'> {
  try {
    const result = await work(key)
    await store.changes.finish(key)
    return result
  } catch (error) {
    await noteFailure({ store, clock }, key, error)
    if (error instanceof GatewayUnavailable) return 'unanswered'
    throw error
  }
}

export async function noteFailure(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  key: string,
  error: unknown,
): Promise<void> {
  const answered = error instanceof GatewayUnavailable && error.answered
  await store.changes.fail(key, answered, clock.now())
}
