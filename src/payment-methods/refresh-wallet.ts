// Our copy of a wallet made to say what Stripe says, and a default found where Stripe has cards but none.
// Whatever happened there, in whatever order we heard of it, this ends in the same state.

import type { Company } from '../company/company.ts'
import type { WalletAtStripe } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { CardFacts } from './payment-method.ts'
import { find, type Wallet } from './wallet.ts'
import { learnWhoBegan } from './who-began.ts'

const tries = 5

export async function refreshWallet(ports: Ports, company: Company): Promise<void> {
  const { store, gateway, clock } = ports
  const customerId = company.stripeCustomerId
  if (customerId === null) return
  const refused = new Set<string>()
  for (let attempt = 0; attempt < tries; attempt++) {
    // Its cards are leaving: none of them is made the default again.
    if (await store.privacy.isErasing(company.id)) return
    const wallet = await store.wallets.of(company.id)
    const atStripe = await gateway.wallet(customerId)
    if (atStripe === 'gone') return store.companies.forgetCustomer(company.id, customerId, clock.now())
    const added = atStripe.methods.filter((method) => !find(wallet, method.id))
    if (added.length > 0) await learnWhoBegan(ports, company, added)
    const settled = await withDefault(ports, customerId, wallet, atStripe, refused)
    if (settled && (await store.wallets.mirror(company.id, wallet.version, settled, clock.now()))) return
  }
  // Somebody changes this wallet faster than we can read it; their changes bring the next refresh.
}

// Undefined when the chosen card went away meanwhile, or Stripe will not have it as a default: read again.
async function withDefault(
  { gateway, clock }: Ports,
  customerId: string,
  wallet: Wallet,
  atStripe: WalletAtStripe,
  refused: Set<string>,
): Promise<WalletAtStripe | undefined> {
  if (atStripe.methods.some((method) => method.id === atStripe.defaultId)) return atStripe
  const methods = atStripe.methods.filter((method) => !refused.has(method.id))
  const chosen = firstToCharge(wallet, methods)
  if (chosen === undefined) return { ...atStripe, defaultId: null }
  // To choose twice does no harm, but an old answer would: of a failure, or of a choice that was undone since.
  const key = `default/${customerId}/${chosen}/v${wallet.version}/at/${clock.now()}`
  if ((await gateway.setDefault(customerId, chosen, key)) === 'set') return { ...atStripe, defaultId: chosen }
  refused.add(chosen)
  return undefined
}

// The people's own order comes first, then Stripe's, oldest first. One that is leaving is chosen last of all.
function firstToCharge(wallet: Wallet, methods: readonly CardFacts[]): string | undefined {
  const attached = new Set(methods.map((method) => method.id))
  const known = wallet.methods.filter((method) => attached.has(method.id))
  const leaving = new Set(known.filter((method) => method.isLeaving).map((method) => method.id))
  const staying = methods.filter((method) => !leaving.has(method.id))
  return known.find((method) => !method.isLeaving)?.id ?? staying[0]?.id ?? methods[0]?.id
}
