// All that a use case needs, with Stripe in memory and time that stands still.
import type { CardFacts } from '../../src/payment-methods/payment-method.ts'
import { refreshWallet } from '../../src/payment-methods/refresh-wallet.ts'
import type { Wallet } from '../../src/payment-methods/wallet.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { Store } from '../../src/ports/store.ts'
import { anAgreement, atelier, brasserie, someDetails } from './builders.ts'
import { sqliteStore } from './stores.ts'
import { StripeFake } from './stripe-fake.ts'
import { TestClock } from './test-clock.ts'

export class Desk implements Ports {
  readonly store: Store
  readonly gateway = new StripeFake()
  readonly clock = new TestClock()

  constructor(store: Store) {
    this.store = store
    for (const company of [atelier, brasserie]) {
      this.gateway.newCustomer(company.stripeCustomerId ?? '', someDetails({ name: company.name }))
    }
  }

  /** Cards of Atelier Lumière, the first of them its default, the others its backups. */
  async withCards(...cards: readonly CardFacts[]): Promise<this> {
    this.gateway.attach('cus_atelier', ...cards)
    this.gateway.choose('cus_atelier', cards[0]?.id ?? null)
    await refreshWallet(this, atelier)
    for (const { id } of cards) await this.store.wallets.agree(anAgreement(id))
    this.gateway.calls.length = 0
    return this
  }

  wallet(): Promise<Wallet> {
    return this.store.wallets.of('atelier')
  }

  /** `[default]` first, then the others in their order: ours, and Stripe's beside it. */
  async bothWallets(): Promise<{ ours: string[]; stripes: string[] }> {
    const { methods } = await this.wallet()
    const { defaultId, methods: attached } = this.gateway.customers.get('cus_atelier') ?? {
      defaultId: null,
      methods: [],
    }
    const marked = methods.map(({ id, isDefault }) => (isDefault ? `[${id}]` : id))
    return {
      ours: marked.sort(),
      stripes: attached.map(({ id }) => (id === defaultId ? `[${id}]` : id)).sort(),
    }
  }
}

export function atDesk(name: string, define: (fresh: () => Promise<Desk>) => void): void {
  sqliteStore(name, (freshStore) => define(async () => new Desk(await freshStore())))
}
