import { type Invoice, isOwed } from '../../invoices/invoice.ts'
import type { Invoices } from '../../ports/invoices.ts'
import { beginAttempt, postponeAttempt, settleAttempt, takeUpAttempt } from './attempts.ts'
import type { Database } from './database.ts'
import { notErasing } from './erase-company.ts'
import {
  type AttemptRow,
  attemptColumns,
  type InvoiceRow,
  invoiceColumns,
  toAttempt,
  toInvoice,
} from './invoice-row.ts'
import { mirrorInvoice } from './mirror-invoice.ts'
import { writeMails } from './outbox-rows.ts'

// A lease that ends later than any lease does was taken before the clock went back.
const free = '(leased_until <= $1 or leased_until > $2)'

/** Where a person has to look. */
export const forPeople =
  "rest in ('review', 'stopped') and (status = 'open' or (rest = 'review' and rest_why = 'unexpected amount'))"

export function sqlInvoices(database: Database): Invoices {
  const select = async (condition: string, values: readonly (string | number)[]): Promise<Invoice[]> => {
    const rows = await database.all<InvoiceRow>(
      `select ${invoiceColumns} from invoices where ${condition}`,
      values,
    )
    return rows.map(toInvoice)
  }

  return {
    async list(companyId, { skip, limit }) {
      // Several may be of one second: their numbers say which came first.
      const order = `case status when 'open' then 0 else 1 end, created_at desc, coalesce(number, '') desc, id desc`
      return select(`company_id = $1 and status <> 'draft' order by ${order} limit $2 offset $3`, [
        companyId,
        limit,
        skip,
      ])
    },

    async byId(companyId, invoiceId) {
      return (await select('company_id = $1 and id = $2', [companyId, invoiceId]))[0] ?? null
    },

    async unpaid(companyId) {
      const open = await select(
        `company_id = $1 and status = 'open' and automatic = 1 and attempted = 1 and ${notErasing('$1')}`,
        [companyId],
      )
      return open.filter(isOwed).sort((one, other) => one.createdAt - other.createdAt)
    },

    async open() {
      const rows = await database.all<{ id: string; company_id: string }>(
        `select id, company_id from invoices where status = 'open' and ${notErasing('invoices.company_id')}`,
      )
      return rows.map((row) => ({ id: row.id, companyId: row.company_id }))
    },

    async attempts(companyId, invoiceId) {
      const sql = `select ${attemptColumns} from attempts where company_id = $1 and invoice_id = $2 order by number`
      return (await database.all<AttemptRow>(sql, [companyId, invoiceId])).map(toAttempt)
    },

    async declined(companyId) {
      const sql = `select ${attemptColumns} from attempts
        where company_id = $1 and (outcome in ('declined', 'needs cardholder') or settled_at is null)
        order by started_at, number`
      return (await database.all<AttemptRow>(sql, [companyId])).map(toAttempt)
    },

    mirror: (companyId, atStripe, readAt, now) =>
      database.transaction((queries) => mirrorInvoice(queries, companyId, atStripe, readAt, now)),

    async forget(companyId, invoiceId) {
      await database.transaction(async (queries) => {
        const values = [companyId, invoiceId]
        const given = 'where company_id = $1 and id = $2'
        await queries.run(`delete from invoices ${given} and status = 'draft'`, values)
        await queries.run(`update invoices set status = 'void' ${given} and status = 'open'`, values)
      })
    },

    begin: (attempt, leaseUntil) => beginAttempt(database, attempt, leaseUntil),
    settle: (attemptId, settlement, now) =>
      database.transaction((queries) => settleAttempt(queries, attemptId, settlement, now)),
    postpone: (attemptId, outcome, nextTryAt) => postponeAttempt(database, attemptId, outcome, nextTryAt),
    takeUp: (now, leaseUntil) => takeUpAttempt(database, now, leaseUntil),

    async rest(companyId, invoiceId, { kind, why, run, until }, mails, now) {
      await database.transaction(async (queries) => {
        const rested = await queries.run(
          `update invoices set rest = $3, rest_why = $4, run = $5, next_run_at = $6, leased_until = 0
           where company_id = $1 and id = $2 and status = 'open' and (rest is null or rest <> 'review')`,
          [companyId, invoiceId, kind, why, run, until],
        )
        if (rested > 0) await writeMails(queries, mails, now)
      })
    },

    // The claim is repeated outside the subquery because PostgreSQL looks there once more at a row that another
    // claim has just changed.
    async due(now, leaseUntil, limit) {
      const rows = await database.all<{ id: string; company_id: string }>(
        `update invoices set leased_until = $2
         where ${free} and id in (
           select id from (
             select id, created_at, row_number() over (partition by company_id order by created_at, id) as turn
             from invoices
             where status = 'open' and automatic = 1 and attempted = 1 and ${free}
               and (rest is null or (rest in ('next run', 'cardholder') and next_run_at <= $1))
               and not exists (select 1 from attempts a where a.invoice_id = invoices.id and a.settled_at is null)
               and ${notErasing('invoices.company_id')}
           ) waiting
           where turn = 1 order by created_at limit $3)
         returning id, company_id`,
        [now, leaseUntil, limit],
      )
      return rows.map((row) => ({ invoiceId: row.id, companyId: row.company_id }))
    },

    async release(invoiceId, from) {
      await database.run('update invoices set leased_until = $2 where id = $1', [invoiceId, from])
    },

    // What was paid otherwise than it was asked for is no less a person's for being paid.
    inReview: () => select(`${forPeople} order by created_at`, []),

    async reviewed(invoiceId) {
      const looked = await database.run(
        `update invoices set rest = null, rest_why = null, next_run_at = null,
           reviewed_to = coalesce((select max(number) from attempts where invoice_id = $1), 0)
         where id = $1 and rest in ('review', 'stopped') and rest_why not in ('runs spent', 'payment canceled')`,
        [invoiceId],
      )
      return looked === 1
    },
  }
}
