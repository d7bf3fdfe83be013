import type Stripe from 'stripe'
import { type BillingDetails, taxIdType } from '../../company/billing-details.ts'
import { GatewayUnavailable, type PaymentGateway } from '../../ports/payment-gateway.ts'
import { answerOf, isMissing, isRefused, nothingExpected, whenMissing } from './failures.ts'
import { toBillingDetails } from './translate.ts'

type CustomerCalls = Pick<PaymentGateway, 'createCustomer' | 'billingDetails' | 'saveBillingDetails'>

export function stripeCustomers(stripe: Stripe): CustomerCalls {
  return {
    async createCustomer(company, key) {
      const customer = await answerOf<Stripe.Customer>(
        stripe.customers.create(
          { name: company.name, email: company.email, metadata: { guichet_company: company.id } },
          { idempotencyKey: key },
        ),
        'customer',
        nothingExpected,
      )
      return customer.id
    },

    async billingDetails(customerId) {
      const customer = await read(stripe, customerId)
      return customer === 'gone' ? 'gone' : toBillingDetails(customer)
    },

    // The tax id first: it is the one that Stripe may refuse, and then nothing else has changed.
    async saveBillingDetails(customerId, details) {
      const customer = await read(stripe, customerId)
      if (customer === 'gone') return 'gone'
      const taxId = await saveTaxId(stripe, customer, details)
      if (taxId !== 'saved') return taxId
      const saved = await answerOf(
        stripe.customers.update(customerId, toParams(details)),
        'customer',
        (error) => {
          if (isMissing(error)) return 'gone' as const
          return isRefused(error) ? ('refused' as const) : undefined
        },
      )
      return typeof saved === 'string' ? saved : 'saved'
    },
  }
}

async function read(stripe: Stripe, customerId: string): Promise<Stripe.Customer | 'gone'> {
  const customer = await answerOf(
    stripe.customers.retrieve(customerId, { expand: ['tax_ids'] }),
    'customer',
    whenMissing('gone' as const),
  )
  return customer === 'gone' || customer.deleted ? 'gone' : customer
}

// Stripe's tax ids cannot be edited: the new one is added, and only then the old one goes.
async function saveTaxId(
  stripe: Stripe,
  customer: Stripe.Customer,
  { taxId, country }: BillingDetails,
): Promise<'saved' | 'tax id refused'> {
  const kept = customer.tax_ids?.data ?? []
  const type = taxIdType(country)
  const wanted = taxId !== '' && type !== undefined
  const same = kept.find((one) => wanted && one.value === taxId && one.type === type)
  if (wanted && !same) {
    // Pressing twice adds one: the key is made of what is there and what shall be.
    const key = ['tax-id', customer.id, type, taxId, ...kept.map((one) => one.id)].join('/').slice(0, 255)
    const added = await addOnce(stripe, customer.id, { type, value: taxId }, key)
    if (added === 'tax id refused') return added
    // A number that was taken away and comes again within a day meets its old answer, and is not there.
    if (!(await hasTaxId(stripe, customer.id, added.id)))
      await addTaxId(stripe, customer.id, { type, value: taxId })
  }
  // Only the one that we show is ours to take away; the host product may keep others.
  const shown = kept[0]
  if (shown && shown !== same) {
    await answerOf(
      stripe.customers.deleteTaxId(customer.id, shown.id),
      'tax_id',
      whenMissing('gone' as const),
    )
  }
  return 'saved'
}

// A failure that Stripe answered stays under its key for a day, and may have come after the number was added.
async function addOnce(
  stripe: Stripe,
  customerId: string,
  params: Stripe.CustomerCreateTaxIdParams,
  key: string,
): Promise<Stripe.TaxId | 'tax id refused'> {
  try {
    return await addTaxId(stripe, customerId, params, { idempotencyKey: key })
  } catch (error) {
    if (!(error instanceof GatewayUnavailable && error.answered)) throw error
    const customer = await read(stripe, customerId)
    const there = customer === 'gone' ? undefined : customer.tax_ids?.data.find(isAs(params))
    return there ?? addTaxId(stripe, customerId, params)
  }
}

function isAs({ type, value }: Stripe.CustomerCreateTaxIdParams): (taxId: Stripe.TaxId) => boolean {
  return (taxId) => taxId.type === type && taxId.value === value
}

function addTaxId(
  stripe: Stripe,
  customerId: string,
  params: Stripe.CustomerCreateTaxIdParams,
  options: Stripe.RequestOptions = {},
): Promise<Stripe.TaxId | 'tax id refused'> {
  return answerOf<Stripe.TaxId, 'tax id refused'>(
    stripe.customers.createTaxId(customerId, params, options),
    'tax_id',
    (error) => (isRefused(error) ? 'tax id refused' : undefined),
  )
}

async function hasTaxId(stripe: Stripe, customerId: string, id: string): Promise<boolean> {
  const found = await answerOf(
    stripe.customers.retrieveTaxId(customerId, id),
    'tax_id',
    whenMissing('missing' as const),
  )
  return found !== 'missing'
}

function toParams(details: BillingDetails): Stripe.CustomerUpdateParams {
  return {
    name: details.name,
    email: details.email,
    address: {
      line1: details.line1,
      line2: details.line2,
      postal_code: details.postalCode,
      city: details.city,
      state: details.state,
      country: details.country,
    },
  }
}
