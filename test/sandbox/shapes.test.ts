// Every object has the fields of Stripe's answers, the empty ones too, and no others.
import { expect, test } from 'vitest'
import { start } from './start.ts'

const customerFields = `
  address balance created currency customer_account default_source delinquent description discount
  email id invoice_prefix invoice_settings livemode metadata name next_invoice_sequence object phone
  preferred_locales shipping tax_exempt test_clock
`

const paymentMethodFields = `
  allow_redisplay billing_details card created customer customer_account id livemode metadata object
  type
`

const cardFields = `
  brand checks country display_brand exp_month exp_year fingerprint funding generated_from last4
  networks regulated_status three_d_secure_usage wallet
`

const setupIntentFields = `
  allowed_payment_method_types application automatic_payment_methods cancellation_reason
  client_secret created customer customer_account description excluded_payment_method_types
  flow_directions id last_setup_error latest_attempt livemode managed_payments mandate metadata
  next_action object on_behalf_of payment_method payment_method_configuration_details
  payment_method_options payment_method_types single_use_mandate status usage
`

const sessionFields = `
  adaptive_pricing after_expiration allow_promotion_codes allowed_payment_method_types
  amount_subtotal amount_total automatic_tax billing_address_collection branding_settings cancel_url
  client_reference_id client_secret collected_information consent consent_collection created
  currency currency_conversion custom_fields custom_text customer customer_account customer_creation
  customer_details customer_email discounts expires_at id integration_identifier invoice
  invoice_creation livemode locale managed_payments metadata mode object origin_context
  payment_intent payment_link payment_method_collection payment_method_configuration_details
  payment_method_options payment_method_types payment_status permissions phone_number_collection
  recovered_from saved_payment_method_options setup_intent shipping_address_collection shipping_cost
  shipping_options status submit_type subscription success_url total_details ui_mode url
  wallet_options
`

const taxIdFields = `
  country created customer customer_account id livemode object owner type value verification
`

const eventFields = `
  api_version created data id livemode object pending_webhooks request type
`

test('customers, cards, setups, sessions, tax ids and events are whole', async () => {
  const { stripe } = await start()
  const customer = await stripe.customers.create()
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const success_url = 'http://localhost:3000/'
  const session = await stripe.checkout.sessions.create({ mode: 'setup', currency: 'eur', success_url })
  const taxId = await stripe.customers.createTaxId(customer.id, { type: 'eu_vat', value: 'DE123456789' })
  const [event] = (await stripe.events.list()).data

  expect(fieldsOf(customer)).toEqual(listed(customerFields))
  expect(fieldsOf(card)).toEqual(listed(paymentMethodFields))
  expect(fieldsOf(card.card)).toEqual(listed(cardFields))
  expect(fieldsOf(await stripe.setupIntents.create())).toEqual(listed(setupIntentFields))
  expect(fieldsOf(session)).toEqual(listed(sessionFields))
  expect(fieldsOf(taxId)).toEqual(listed(taxIdFields))
  expect(fieldsOf(event)).toEqual(listed(eventFields))
})

function fieldsOf(object: object | null | undefined): string[] {
  return Object.keys(object ?? {}).sort()
}

function listed(fields: string): string[] {
  return fields.trim().split(/\s+/).sort()
}
