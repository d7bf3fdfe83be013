// What the host product does: it bills.

import type { SandboxProcess } from '../processes/sandbox.ts'
import type { Random } from '../random.ts'
import type { Company } from './companies.ts'

type Way = 'automatic' | 'by hand' | 'sent' | 'voided'

export async function bill(sandbox: SandboxProcess, company: Company, random: Random): Promise<void> {
  const way: Way = random.pick([
    'automatic',
    'automatic',
    'automatic',
    'automatic',
    'automatic',
    'by hand',
    'sent',
    'voided',
  ])
  const id = await draft(sandbox, company.customer, random.between(100, 90_000), way)
  company.invoices.push(id)
  const auto_advance = String(way !== 'by hand')
  await sandbox.api(`/v1/invoices/${id}/finalize`, { auto_advance })
  if (way === 'voided') await sandbox.api(`/v1/invoices/${id}/void`, {})
}

async function draft(sandbox: SandboxProcess, customer: string, amount: number, way: Way): Promise<string> {
  const sent = way === 'sent' ? { collection_method: 'send_invoice', days_until_due: '30' } : {}
  await sandbox.api('/v1/invoiceitems', {
    customer,
    amount: String(amount),
    currency: 'eur',
    description: 'March',
  })
  const made = { customer, pending_invoice_items_behavior: 'include', auto_advance: 'false', ...sent }
  return (await sandbox.api<{ id: string }>('/v1/invoices', made)).id
}

export async function subscribe(sandbox: SandboxProcess, company: Company): Promise<void> {
  const made = await sandbox.api<{ id?: string }>('/v1/subscriptions', {
    customer: company.customer,
    off_session: 'true',
    'items[0][price_data][currency]': 'eur',
    'items[0][price_data][unit_amount]': '2900',
    'items[0][price_data][product]': 'prod_seats',
    'items[0][price_data][recurring][interval]': 'week',
  })
  company.subscription = made.id ?? null
}

/** So that the story comes to an end. */
export async function unsubscribe(sandbox: SandboxProcess, { subscription }: Company): Promise<void> {
  if (subscription !== null) {
    await sandbox.api(`/v1/subscriptions/${subscription}`, { cancel_at_period_end: 'true' })
  }
}
