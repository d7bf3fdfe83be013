// 10: exactly one default whenever there is a card, the same at Stripe and here; and the same cards.
import type { CardRow } from '../books/ours.ts'
import type { WalletThere } from '../processes/sandbox.ts'
import type { Law } from './evidence.ts'

export const oneDefault: Law = ({ companies, wallets, ours }) =>
  companies.flatMap(({ id, customer }) => {
    const there = wallets.find((wallet) => wallet.customer === customer)
    const here = ours.cards.filter((card) => card.company_id === id && card.removed_at === null)
    if (!there) return []
    return faults(there, here).map((what) => ({ invariant: 10, of: customer, what }))
  })

function faults({ chosen, cards }: WalletThere, here: readonly CardRow[]): string[] {
  const defaults = here.filter(({ is_default }) => is_default === 1).map(({ id }) => id)
  const ids = here.map(({ id }) => id)
  const told: string[] = []
  if (cards.toSorted().join() !== ids.toSorted().join())
    told.push(`cards: ${cards.join()} at Stripe, ${ids.join()} here`)
  if (cards.length > 0 && (chosen === null || !cards.includes(chosen)))
    told.push(`no default at Stripe: ${chosen}`)
  if (cards.length > 0 && defaults.join() !== chosen)
    told.push(`default: ${chosen} at Stripe, ${defaults.join()} here`)
  return told
}
