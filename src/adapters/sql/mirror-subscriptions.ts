import type { SubscriptionFacts } from '../../payment-methods/subscription.ts'
import type { Queries } from './database.ts'

// Later than any reading takes: it was written before the clock went back.
const hour = 60 * 60_000

/** False, and nothing done, where a later reading is here already. */
export async function mirrorSubscriptions(
  queries: Queries,
  company: { readonly id: string; readonly customerId: string },
  atStripe: readonly SubscriptionFacts[],
  readAt: number,
): Promise<boolean> {
  const isNews = await queries.run(
    `update companies set subscriptions_read_at = $3
     where id = $1 and stripe_customer_id = $2 and erasing_at is null and (
       subscriptions_read_at is null or subscriptions_read_at <= $3 or subscriptions_read_at > $4)`,
    [company.id, company.customerId, readAt, readAt + hour],
  )
  if (isNews === 0) return false
  await removeAllBut(queries, company.id, new Set(atStripe.map(({ id }) => id)))
  for (const facts of atStripe) await keep(queries, company.id, facts, readAt)
  return true
}

async function removeAllBut(queries: Queries, companyId: string, there: ReadonlySet<string>): Promise<void> {
  const kept = await queries.all<{ id: string }>('select id from subscriptions where company_id = $1', [
    companyId,
  ])
  for (const { id } of kept) {
    if (!there.has(id))
      await queries.run('delete from subscriptions where company_id = $1 and id = $2', [companyId, id])
  }
}

// Where it names no card any more, or another one than when it was asked to follow, the wish is over.
async function keep(
  queries: Queries,
  companyId: string,
  facts: SubscriptionFacts,
  readAt: number,
): Promise<void> {
  await queries.run(
    `insert into subscriptions (id, company_id, name, status, default_payment_method_id, amount, currency,
       interval_unit, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update set
       company_id = excluded.company_id, name = excluded.name, status = excluded.status,
       default_payment_method_id = excluded.default_payment_method_id, amount = excluded.amount,
       currency = excluded.currency, interval_unit = excluded.interval_unit, updated_at = excluded.updated_at,
       follow_wanted_at = case
         when subscriptions.default_payment_method_id = excluded.default_payment_method_id
           then subscriptions.follow_wanted_at
         else null end`,
    [
      facts.id,
      companyId,
      facts.name,
      facts.status,
      facts.paymentMethodId,
      facts.price?.amount ?? null,
      facts.price?.currency ?? null,
      facts.price?.interval ?? null,
      readAt,
    ],
  )
}
