// What Guichet's own books say at the end of a round.
import type { AttemptSeen, Peek } from './peek.ts'

export interface InvoiceRow {
  readonly id: string
  readonly company_id: string
  readonly customer: string | null
  readonly status: string
  readonly currency: string
  readonly amount_due: number
  readonly amount_paid: number
  readonly automatic: number
  readonly attempted: number
  readonly payment: string
  readonly run: number
  readonly rest: string | null
  readonly rest_why: string | null
  readonly next_run_at: number | null
  readonly read_at: number
}

export interface AttemptRow extends AttemptSeen {
  readonly invoice_id: string
  readonly company_id: string
}

export interface CardRow {
  readonly id: string
  readonly company_id: string
  readonly fingerprint: string | null
  readonly is_default: number
  readonly position: number
  readonly removing_at: number | null
  readonly removed_at: number | null
  readonly agreed: number
}

export interface EventRow {
  readonly id: string
  readonly type: string
  readonly done_at: number | null
  readonly last_error: string | null
}

export interface Ours {
  readonly invoices: readonly InvoiceRow[]
  readonly attempts: readonly AttemptRow[]
  readonly cards: readonly CardRow[]
  readonly events: ReadonlyMap<string, EventRow>
}

export async function readOurs(peek: Peek): Promise<Ours> {
  const events = await peek.all<EventRow>('select id, type, done_at, last_error from stripe_events')
  return {
    invoices: await peek.all<InvoiceRow>(
      'select i.*, c.stripe_customer_id as customer from invoices i join companies c on c.id = i.company_id',
    ),
    attempts: await peek.all<AttemptRow>('select * from attempts order by invoice_id, number'),
    cards: await peek.all<CardRow>(
      `select p.*, case when a.payment_method_id is null then 0 else 1 end as agreed
       from payment_methods p left join consents a on a.payment_method_id = p.id order by p.company_id, p.position`,
    ),
    events: new Map(events.map((event) => [event.id, event])),
  }
}
