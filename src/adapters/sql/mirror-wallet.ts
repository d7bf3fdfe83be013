import type { CardFacts } from '../../payment-methods/payment-method.ts'
import type { WalletAtStripe } from '../../ports/payment-gateway.ts'
import type { Queries } from './database.ts'
import { tellingChanges } from './read-wallet.ts'

/** Makes our copy say what Stripe says. False, and nothing done, where the copy has moved on meanwhile,
 * or the company is being erased. */
export async function mirrorWallet(
  queries: Queries,
  companyId: string,
  version: number,
  atStripe: WalletAtStripe,
  now: number,
): Promise<boolean> {
  const unchanged = await queries.run(
    `update companies set wallet_version = wallet_version + 1
     where id = $1 and wallet_version = $2 and erasing_at is null`,
    [companyId, version],
  )
  if (unchanged === 0) return false
  await tellingChanges(queries, companyId, now, () => takeOver(queries, companyId, atStripe, now))
  return true
}

async function takeOver(
  queries: Queries,
  companyId: string,
  atStripe: WalletAtStripe,
  now: number,
): Promise<void> {
  await removeAllBut(queries, companyId, atStripe, now)
  // First nobody is the default, then one is: the index forbids two even for a moment.
  await queries.run('update payment_methods set is_default = 0 where company_id = $1 and is_default = 1', [
    companyId,
  ])
  for (const facts of atStripe.methods) await keep(queries, companyId, facts, facts.id === atStripe.defaultId)
}

async function removeAllBut(
  queries: Queries,
  companyId: string,
  { methods }: WalletAtStripe,
  now: number,
): Promise<void> {
  const kept = await queries.all<{ id: string }>(
    'select id from payment_methods where company_id = $1 and removed_at is null',
    [companyId],
  )
  const there = new Set(methods.map((method) => method.id))
  for (const { id } of kept) {
    if (there.has(id)) continue
    await queries.run(
      'update payment_methods set removed_at = $3, is_default = 0 where company_id = $1 and id = $2',
      [companyId, id, now],
    )
  }
}

// A new one goes to the end. One that was removed and is attached all the same comes back to its place.
async function keep(
  queries: Queries,
  companyId: string,
  facts: CardFacts,
  isDefault: boolean,
): Promise<void> {
  await queries.run(
    `insert into payment_methods (id, company_id, type, brand, networks, last4, exp_month, exp_year, funding,
       country, fingerprint, is_default, added_at, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
       (select coalesce(max(position), -1) + 1 from payment_methods where company_id = $2))
     on conflict (id) do update set
       company_id = excluded.company_id, type = excluded.type, brand = excluded.brand,
       networks = excluded.networks, last4 = excluded.last4, exp_month = excluded.exp_month,
       exp_year = excluded.exp_year, funding = excluded.funding, country = excluded.country,
       fingerprint = excluded.fingerprint, is_default = excluded.is_default, removed_at = null`,
    [
      facts.id,
      companyId,
      facts.type,
      facts.brand,
      JSON.stringify(facts.networks),
      facts.last4,
      facts.expiry?.month ?? null,
      facts.expiry?.year ?? null,
      facts.funding,
      facts.country,
      facts.fingerprint,
      isDefault ? 1 : 0,
      facts.createdAt,
    ],
  )
}
