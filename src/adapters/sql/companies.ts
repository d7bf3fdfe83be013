import { type BillingDetails, noBillingDetails } from '../../company/billing-details.ts'
import type { Company } from '../../company/company.ts'
import type { Companies } from '../../ports/store.ts'
import { writeEntries } from './activity.ts'
import type { Database, Queries } from './database.ts'
import { type MemberRow, memberColumns, toMember } from './members.ts'
import { tellingChanges } from './read-wallet.ts'

interface CompanyRow {
  id: string
  name: string
  stripe_customer_id: string | null
}

const columns = 'id, name, stripe_customer_id'
// One that is being erased is nobody's any more: what Stripe tells of its customer is heard and left alone.
const present = 'erasing_at is null'

export function sqlCompanies(database: Database): Companies {
  return {
    async add(company, details, now) {
      await database.run(
        `insert into companies (id, name, stripe_customer_id, billing_details, created_at)
         values ($1, $2, $3, $4, $5)`,
        [company.id, company.name, company.stripeCustomerId, JSON.stringify(details), now],
      )
    },

    async byCustomer(stripeCustomerId) {
      const sql = `select ${columns} from companies where stripe_customer_id = $1 and ${present}`
      return toCompany(await database.get<CompanyRow>(sql, [stripeCustomerId]))
    },

    async byId(companyId) {
      return toCompany(
        await database.get<CompanyRow>(`select ${columns} from companies where id = $1 and ${present}`, [
          companyId,
        ]),
      )
    },

    async billingDetails(companyId) {
      const sql = 'select billing_details from companies where id = $1'
      const row = await database.get<{ billing_details: string }>(sql, [companyId])
      const kept: Partial<BillingDetails> = row ? JSON.parse(row.billing_details) : {}
      return { ...noBillingDetails, ...kept }
    },

    async detailsVersion(companyId) {
      const sql = 'select details_version from companies where id = $1'
      return (await database.get<{ details_version: number }>(sql, [companyId]))?.details_version ?? 0
    },

    async saveBillingDetails(companyId, details, entries, now) {
      await database.transaction(async (queries) => {
        const saved = await queries.run(
          `update companies set billing_details = $2, name = $3,
             details_version = details_version + case when billing_details = $2 then 0 else 1 end
           where id = $1 and ${present}`,
          [companyId, JSON.stringify(details), details.name],
        )
        if (saved > 0) await writeEntries(queries, entries, now)
      })
    },

    async adoptCustomer(companyId, stripeCustomerId) {
      // Made a moment ago, it has no subscriptions to be read.
      const sql = `update companies set stripe_customer_id = $2, subscriptions_read_at = 0
        where id = $1 and stripe_customer_id is null and ${present}`
      return (await database.run(sql, [companyId, stripeCustomerId])) === 1
    },

    async forgetCustomer(companyId, stripeCustomerId, now) {
      await database.transaction(async (queries) => {
        const forgotten = await queries.run(
          `update companies set stripe_customer_id = null, invoices_read_at = null, wallet_version = wallet_version + 1
           where id = $1 and stripe_customer_id = $2`,
          [companyId, stripeCustomerId],
        )
        if (forgotten === 0) return
        // Its invoices can be paid by nobody any more.
        await queries.run(
          `update invoices set status = 'uncollectible', rest = null, next_run_at = null
           where company_id = $1 and status = 'open'`,
          [companyId],
        )
        await queries.run('delete from subscriptions where company_id = $1', [companyId])
        await tellingChanges(queries, companyId, now, () => removeAllCards(queries, companyId, now))
      })
    },

    async withUnreadInvoices(limit) {
      const sql = `select ${columns} from companies
        where stripe_customer_id is not null and invoices_read_at is null and ${present} limit $1`
      return (await database.all<CompanyRow>(sql, [limit])).map(companyOf)
    },

    async invoicesRead(companyId, now) {
      await database.run('update companies set invoices_read_at = $2 where id = $1', [companyId, now])
    },

    async owner(companyId) {
      const row = await database.get<MemberRow>(
        `select ${memberColumns} from members m join memberships s on s.member_id = m.id
         where s.company_id = $1 and s.role = 'owner'`,
        [companyId],
      )
      return row ? toMember(row) : null
    },

    async secondFactors(companyId) {
      const rows = await database.all<{ required: number; on_since: number | null }>(
        `select c.requires_second_factor as required, f.on_since
         from companies c join memberships s on s.company_id = c.id
         left join second_factors f on f.member_id = s.member_id
         where c.id = $1`,
        [companyId],
      )
      const without = rows.filter((row) => row.on_since === null).length
      return { required: rows[0]?.required === 1, people: rows.length, without }
    },

    requireSecondFactor: (companyId, required, entries, now) =>
      database.transaction(async (queries) => {
        const changed = await queries.run(
          'update companies set requires_second_factor = $2 where id = $1 and requires_second_factor <> $2',
          [companyId, required ? 1 : 0],
        )
        if (changed === 0) return false
        await writeEntries(queries, entries, now)
        return true
      }),
  }
}

async function removeAllCards(queries: Queries, companyId: string, now: number): Promise<void> {
  await queries.run(
    `update payment_methods set removed_at = $2, is_default = 0
     where company_id = $1 and removed_at is null`,
    [companyId, now],
  )
}

function toCompany(row: CompanyRow | undefined): Company | null {
  return row ? companyOf(row) : null
}

function companyOf(row: CompanyRow): Company {
  return { id: row.id, name: row.name, stripeCustomerId: row.stripe_customer_id }
}
