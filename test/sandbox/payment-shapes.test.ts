// Every object has the fields of Stripe's answers, the empty ones too, and no others.
import { expect, test } from 'vitest'
import { start } from './start.ts'

const paymentIntentFields = `
  allowed_payment_method_types amount amount_capturable amount_details amount_received application
  application_fee_amount automatic_payment_methods canceled_at cancellation_reason capture_method
  client_secret confirmation_method created currency customer customer_account description
  excluded_payment_method_types id last_payment_error latest_charge livemode managed_payments
  metadata next_action object on_behalf_of payment_method payment_method_configuration_details
  payment_method_options payment_method_types payment_record processing receipt_email review
  setup_future_usage shipping source statement_descriptor statement_descriptor_suffix status
  transfer_data transfer_group
`

const chargeFields = `
  amount amount_captured amount_refunded application application_fee application_fee_amount
  balance_transaction billing_details calculated_statement_descriptor captured created currency
  customer description destination dispute disputed failure_balance_transaction failure_code
  failure_message fraud_details id livemode metadata object on_behalf_of order outcome paid
  payment_intent payment_method payment_method_details radar_options receipt_email receipt_number
  receipt_url refunded refunds review shipping source source_transfer statement_descriptor
  statement_descriptor_suffix status transfer_data transfer_group
`

const chargedCardFields = `
  amount_authorized authorization_code brand checks country electronic_commerce_indicator exp_month
  exp_year extended_authorization fingerprint funding incremental_authorization installments last4
  mandate multicapture network network_token network_transaction_id overcapture regulated_status
  three_d_secure transaction_link_id wallet
`

test('payments and charges are whole', async () => {
  const { stripe } = await start()
  const { id: customer } = await stripe.customers.create()
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const payment = {
    amount: 100,
    currency: 'eur',
    customer,
    payment_method: id,
    confirm: true,
    off_session: true,
  }
  const intent = await stripe.paymentIntents.create(payment)
  const charge = await stripe.charges.retrieve(String(intent.latest_charge))
  expect(fieldsOf(intent)).toEqual(listed(paymentIntentFields))
  expect(fieldsOf(charge)).toEqual(listed(chargeFields))
  expect(fieldsOf(charge.payment_method_details?.card)).toEqual(listed(chargedCardFields))
})

function fieldsOf(object: object | null | undefined): string[] {
  return Object.keys(object ?? {}).sort()
}

function listed(fields: string): string[] {
  return fields.trim().split(/\s+/).sort()
}
