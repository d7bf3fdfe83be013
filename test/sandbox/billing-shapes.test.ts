// Every object has the fields of Stripe's answers, the empty ones too, and no others.
import { expect, test } from 'vitest'
import { billed, draftFor } from './billed.ts'
import { start } from './start.ts'

const invoiceFields = `
  account_country account_name account_tax_ids amount_due amount_overpaid amount_paid
  amount_remaining amount_shipping application attempt_count attempted auto_advance automatic_tax
  automatically_finalizes_at billing_reason collection_method created currency custom_fields customer
  customer_account customer_address customer_email customer_name customer_phone customer_shipping
  customer_tax_exempt customer_tax_ids default_payment_method default_source default_tax_rates
  description discounts due_date effective_at ending_balance footer from_invoice hosted_invoice_url id
  invoice_pdf issuer last_finalization_error latest_revision lines livemode metadata
  next_payment_attempt number object on_behalf_of parent payment_settings period_end period_start
  post_payment_credit_notes_amount pre_payment_credit_notes_amount receipt_number rendering
  shipping_cost shipping_details starting_balance statement_descriptor status status_transitions
  subtotal subtotal_excluding_tax test_clock total total_discount_amounts total_excluding_tax
  total_pretax_credit_amounts total_taxes webhooks_delivered_at
`

const lineFields = `
  amount currency description discount_amounts discountable discounts id invoice livemode metadata
  object parent period pretax_credit_amounts pricing quantity quantity_decimal subscription subtotal
  taxes
`

const itemFields = `
  amount currency customer customer_account date description discountable discounts id invoice
  livemode metadata object parent period pricing proration quantity quantity_decimal tax_rates
  test_clock
`

const paymentFields = `
  amount_paid amount_requested created currency id invoice is_default livemode object payment status
  status_transitions
`

test('invoices, their lines, items and payments are whole', async () => {
  const started = await start()
  const { stripe } = started
  const { customer } = await billed(started)
  const invoice = await stripe.invoices.pay(await draftFor(started, customer))
  const [item] = (await stripe.invoiceItems.list({ customer })).data
  const [payment] = (await stripe.invoicePayments.list({ invoice: invoice.id })).data
  expect(fieldsOf(invoice)).toEqual(listed(invoiceFields))
  expect(fieldsOf(invoice.lines.data[0])).toEqual(listed(lineFields))
  expect(fieldsOf(item)).toEqual(listed(itemFields))
  expect(fieldsOf(payment)).toEqual(listed(paymentFields))
})

function fieldsOf(object: object | null | undefined): string[] {
  return Object.keys(object ?? {}).sort()
}

function listed(fields: string): string[] {
  return fields.trim().split(/\s+/).sort()
}
