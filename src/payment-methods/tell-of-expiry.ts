// Whose cards expire soon is told so, once Stripe was asked: networks renew cards without a word.

import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import { expiryNews, longestNotice } from './expiring.ts'
import { refreshWallet } from './refresh-wallet.ts'

/** `enough`: asked before each company, so that nobody has to wait for all of them. */
export async function tellOfExpiry(
  ports: Ports,
  report: (error: unknown) => void,
  enough: () => boolean = () => false,
): Promise<void> {
  const now = ports.clock.now()
  for (const companyId of await ports.store.wallets.expiringBetween(now, now + longestNotice)) {
    if (enough()) return
    try {
      await tell(ports, companyId)
    } catch (error) {
      // What was not told is found again the next time.
      report(error)
      if (error instanceof GatewayUnavailable && !error.answered) return
    }
  }
}

async function tell(ports: Ports, companyId: string): Promise<void> {
  const { store, clock } = ports
  const untold = async () =>
    store.outbox.unwritten(expiryNews(companyId, await store.wallets.of(companyId), clock.now()))
  if ((await untold()).length === 0) return
  const company = await store.companies.byId(companyId)
  if (company) await refreshWallet(ports, company)
  await store.outbox.write(await untold(), clock.now())
}
