import type { FollowWish, Subscriptions } from '../../ports/subscriptions.ts'
import type { Database, Queries } from './database.ts'
import { mirrorSubscriptions } from './mirror-subscriptions.ts'
import {
  type SubscriptionRow,
  subscriptionColumns,
  toSubscription,
  toWish,
  type WishRow,
  wantedAt,
  wishColumns,
} from './subscription-row.ts'

// Longer than any call to Stripe takes: whoever was at it has died meanwhile.
const lease = 60_000
const longestGap = 5 * 60_000
// Later than any pause: it was written before the clock went back.
const due = '(follow_next_try_at <= $1 or follow_next_try_at > $1 + 600000)'
const ofWish = 'id = $1 and company_id = $2 and follow_wanted_at = $3'

export function sqlSubscriptions(database: Database): Subscriptions {
  return {
    async of(companyId) {
      const rows = await database.all<SubscriptionRow>(
        `select ${subscriptionColumns} from subscriptions where company_id = $1`,
        [companyId],
      )
      return rows.map(toSubscription).sort(byName)
    },

    mirror: (company, atStripe, readAt) =>
      database.transaction((queries) => mirrorSubscriptions(queries, company, atStripe, readAt)),

    async unread(limit) {
      const sql = `select id from companies
        where stripe_customer_id is not null and subscriptions_read_at is null and erasing_at is null limit $1`
      return (await database.all<{ id: string }>(sql, [limit])).map(({ id }) => id)
    },

    want: (companyId, ids, defaultId, now) =>
      database.transaction(async (queries) => {
        const wishes: FollowWish[] = []
        for (const id of ids) wishes.push(...(await want(queries, companyId, id, defaultId, now)))
        return wishes
      }),

    // The condition is repeated outside the subquery: PostgreSQL looks only there once more at a row that another
    // process has just taken up.
    async takeUp(now) {
      const row = await database.get<WishRow>(
        `update subscriptions set follow_next_try_at = $2
         where follow_wanted_at is not null and ${due} and id = (
           select id from subscriptions where follow_wanted_at is not null and ${due}
           order by follow_next_try_at limit 1)
         returning ${wishColumns}`,
        [now, now + lease],
      )
      return row ? toWish(row) : null
    },

    // What was read of Stripe before it confirmed is overtaken.
    followed: (wish, now) =>
      database.transaction(async (queries) => {
        await queries.run(
          `update subscriptions set default_payment_method_id = null, follow_wanted_at = null, updated_at = $4
           where ${ofWish}`,
          [wish.subscriptionId, wish.companyId, wantedAt(wish), now],
        )
        await queries.run(
          'update companies set subscriptions_read_at = $2 where id = $1 and subscriptions_read_at < $2',
          [wish.companyId, now],
        )
      }),

    async postpone(wish, answered, now) {
      await database.run(
        `update subscriptions set follow_next_try_at = $4 + follow_gap, follow_attempt = follow_attempt + $5,
           follow_gap = case when follow_gap * 2 < $6 then follow_gap * 2 else $6 end
         where ${ofWish}`,
        [wish.subscriptionId, wish.companyId, wantedAt(wish), now, answered ? 1 : 0, longestGap],
      )
    },

    async forget(wish) {
      await database.run(`update subscriptions set follow_wanted_at = null where ${ofWish}`, [
        wish.subscriptionId,
        wish.companyId,
        wantedAt(wish),
      ])
    },
  }
}

async function want(
  queries: Queries,
  companyId: string,
  id: string,
  defaultId: string | null,
  now: number,
): Promise<FollowWish[]> {
  const rows = await queries.all<WishRow>(
    `update subscriptions set follow_default_id = $4, follow_next_try_at = $5,
       follow_gap = case when follow_wanted_at is null then 2000 else follow_gap end,
       follow_wanted_at = coalesce(follow_wanted_at, $1)
     where company_id = $2 and id = $3 and default_payment_method_id is not null
       and (follow_wanted_at is null or ${due})
     returning ${wishColumns}`,
    [now, companyId, id, defaultId, now + lease],
  )
  return rows.map(toWish)
}

function byName(one: { name: string; id: string }, other: { name: string; id: string }): number {
  return one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1)
}
