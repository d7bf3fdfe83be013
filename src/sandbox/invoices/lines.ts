// What an invoice is for, line by line, and what the lines add up to.
import type Stripe from 'stripe'
import { lineItemId } from '../ledger/ids.ts'
import type { Ledger } from '../ledger/ledger.ts'

type Line = Stripe.InvoiceLineItem

/** Puts a pending item on a draft. */
export function addLine(ledger: Ledger, invoice: Stripe.Invoice, item: Stripe.InvoiceItem): Stripe.Invoice {
  ledger.invoiceItems.replace({ ...item, invoice: invoice.id })
  return ledger.invoices.replace(withLines(invoice, [lineFrom(item, invoice.id), ...invoice.lines.data]))
}

export function withLines(invoice: Stripe.Invoice, lines: Line[]): Stripe.Invoice {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  const due = Math.max(0, total)
  return {
    ...invoice,
    amount_due: due,
    amount_remaining: due,
    lines: linesOf(invoice.id, lines),
    subtotal: total,
    subtotal_excluding_tax: total,
    total,
    total_excluding_tax: total,
  }
}

export function linesOf(invoice: string, data: Line[]): Stripe.ApiList<Line> {
  const list = { object: 'list' as const, data, has_more: false, total_count: data.length }
  return { ...list, url: `/v1/invoices/${invoice}/lines` }
}

export function lineFrom(item: Stripe.InvoiceItem, invoice: string): Line {
  return {
    id: lineItemId(),
    object: 'line_item',
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discount_amounts: [],
    discountable: item.discountable,
    discounts: [],
    invoice,
    livemode: false,
    metadata: item.metadata ?? {},
    parent: {
      type: 'invoice_item_details',
      invoice_item_details: {
        invoice_item: item.id,
        proration: false,
        proration_details: { credited_items: null },
        subscription: null,
      },
      subscription_item_details: null,
    },
    period: item.period,
    pretax_credit_amounts: [],
    pricing: item.pricing,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription: null,
    subtotal: item.amount,
    taxes: [],
  }
}
