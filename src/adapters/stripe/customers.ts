import type Stripe from 'stripe'
import { type BillingDetails, taxIdType } from '../../company/billing-details.ts'
import type { PaymentGateway } from '../../ports/payment-gateway.ts'
import { answerOf, isMissing, nothingExpected, whenMissing } from './failures.ts'
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
          return error.statusCode === 400 ? ('refused' as const) : undefined
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

// Stripe's tax ids cannot be edited: the new one is added, and only then the old ones go.
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
    const added = await answerOf(
      stripe.customers.createTaxId(
        customer.id,
        { type, value: taxId },
        // Pressing twice adds one: the key is made of what is there and what shall be.
        {
          idempotencyKey: ['tax-id', customer.id, type, taxId, ...kept.map((one) => one.id)]
            .join('/')
            .slice(0, 255),
        },
      ),
      'tax_id',
      (error) => (error.statusCode === 400 ? ('tax id refused' as const) : undefined),
    )
    if (added === 'tax id refused') return added
  }
  for (const old of kept.filter((one) => one !== same)) {
    await answerOf(stripe.customers.deleteTaxId(customer.id, old.id), 'tax_id', whenMissing('gone' as const))
  }
  return 'saved'
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
