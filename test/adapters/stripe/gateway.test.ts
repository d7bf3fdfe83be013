// The gateway, through the real SDK, on the sandbox.
import { describe, expect, it } from 'vitest'
import { stripeGateway } from '../../../src/adapters/stripe/gateway.ts'
import type { BillingDetails } from '../../../src/company/billing-details.ts'
import { GatewayUnavailable, type PaymentGateway } from '../../../src/ports/payment-gateway.ts'
import type { FaultKind } from '../../../src/sandbox/api/faults.ts'
import { confirmInBrowser, type Started, start } from '../../sandbox/start.ts'
import { atelier, idsOf, someDetails } from '../../support/builders.ts'

interface Connected extends Started {
  gateway: PaymentGateway
  customerId: string
}

async function connected(timeout = 5000): Promise<Connected> {
  const started = await start()
  const gateway = stripeGateway({ secretKey: 'sk_test_x', apiUrl: new URL(started.url), timeout })
  const customerId = await gateway.createCustomer({ ...atelier, email: 'alice@example.com' }, 'customer')
  return { ...started, gateway, customerId }
}

async function attached({ stripe, customerId }: Connected, token = 'pm_card_visa'): Promise<string> {
  return (await stripe.paymentMethods.attach(token, { customer: customerId })).id
}

describe('A customer at Stripe', () => {
  it('is made once, and knows whose it is', async () => {
    const { gateway, stripe, customerId } = await connected()
    const again = await gateway.createCustomer({ ...atelier, email: 'alice@example.com' }, 'customer')
    expect(again).toBe(customerId)
    const customer = await stripe.customers.retrieve(customerId)
    expect(customer).toMatchObject({ name: 'Atelier Lumière', metadata: { guichet_company: 'atelier' } })
  })

  it('keeps billing details, and forgets what is emptied', async () => {
    const { gateway, customerId } = await connected()
    const full: BillingDetails = {
      name: 'Lumière & Fils',
      line1: '1 rue Lepic',
      line2: 'Bât. B',
      postalCode: '75018',
      city: 'Paris',
      state: 'IDF',
      country: 'FR',
      taxId: 'FR12345678901',
      email: 'factures@example.com',
    }
    const little = { ...full, line2: '', state: '', taxId: '' }
    for (const details of [full, little, full]) {
      expect(await gateway.saveBillingDetails(customerId, details)).toBe('saved')
      expect(await gateway.billingDetails(customerId)).toEqual(details)
    }
  })

  it('has one tax number at a time', async () => {
    const { gateway, stripe, customerId } = await connected()
    const withTaxId = (taxId: string) => gateway.saveBillingDetails(customerId, someDetails({ taxId }))
    expect([await withTaxId('FR12345678901'), await withTaxId('FR12345678901')]).toEqual(['saved', 'saved'])
    await withTaxId('FR10987654321')
    const { data } = await stripe.customers.listTaxIds(customerId)
    expect(data.map(({ value }) => value)).toEqual(['FR10987654321'])
  })

  it('keeps its old details where the new tax number is refused', async () => {
    const { gateway, customerId } = await connected()
    const before = someDetails({ taxId: 'FR12345678901' })
    await gateway.saveBillingDetails(customerId, before)
    const refused = await gateway.saveBillingDetails(customerId, {
      ...before,
      city: 'Lyon',
      taxId: 'nonsense',
    })
    expect(refused).toBe('tax id refused')
    expect(await gateway.billingDetails(customerId)).toEqual(before)
  })

  it('that was deleted is gone for every call', async () => {
    const { gateway, stripe, customerId, ...rest } = await connected()
    const id = await attached({ gateway, stripe, customerId, ...rest })
    await stripe.customers.del(customerId)
    const page = {
      returnUrl: 'https://x.example/r',
      cancelUrl: 'https://x.example/c',
      language: 'fr',
    } as const
    for (const customer of [customerId, 'cus_unknown']) {
      expect(await gateway.wallet(customer)).toBe('gone')
      expect(await gateway.billingDetails(customer)).toBe('gone')
      expect(await gateway.saveBillingDetails(customer, someDetails())).toBe('gone')
      expect(await gateway.setDefault(customer, id, `default ${customer}`)).toBe('gone')
      expect(await gateway.beginSetup(customer, `setup ${customer}`)).toBe('gone')
      expect(await gateway.beginHostedSetup(customer, page, `hosted ${customer}`)).toBe('gone')
    }
  })
})

describe('A wallet at Stripe', () => {
  it('has every card, oldest first, and its default', async () => {
    const at = await connected()
    const first = await attached(at)
    const second = await attached(at, 'pm_card_mastercard')
    expect(await at.gateway.setDefault(at.customerId, second, 'key')).toBe('set')
    const wallet = await at.gateway.wallet(at.customerId)
    expect(wallet).toMatchObject({
      defaultId: second,
      methods: [
        { id: first, type: 'card', brand: 'visa', last4: '4242', funding: 'credit', country: 'US' },
        {
          id: second,
          brand: 'mastercard',
          last4: '4444',
          expiry: { month: expect.any(Number), year: expect.any(Number) },
        },
      ],
    })
  })

  it('is read whole, however many pages it has', async () => {
    const at = await connected()
    const ids: string[] = []
    for (let count = 0; count < 101; count++) ids.push(await attached(at))
    const wallet = await at.gateway.wallet(at.customerId)
    expect(wallet !== 'gone' && idsOf(wallet.methods)).toEqual(ids)
  })

  it('knows to whom a card belongs, and that it belongs to nobody', async () => {
    const at = await connected()
    const id = await attached(at)
    expect(await at.gateway.ownerOf(id)).toBe(at.customerId)
    expect(await at.gateway.detach(id, 'detach')).toBe('detached')
    expect(await at.gateway.ownerOf(id)).toBeNull()
    expect(await at.gateway.ownerOf('pm_unknown')).toBeNull()
  })

  it('lets a card go that went already', async () => {
    const at = await connected()
    const id = await attached(at)
    expect(await at.gateway.detach(id, 'one')).toBe('detached')
    expect(await at.gateway.detach(id, 'other')).toBe('detached')
    expect(await at.gateway.detach('pm_unknown', 'third')).toBe('detached')
    expect(await at.gateway.setDefault(at.customerId, id, 'default')).toBe('gone')
  })

  it("takes no other customer's card for its default", async () => {
    const at = await connected()
    const other = await at.gateway.createCustomer(
      { id: 'other', name: 'Other', email: 'o@example.com' },
      'other',
    )
    const id = await attached({ ...at, customerId: other })
    expect(await at.gateway.setDefault(at.customerId, id, 'key')).toBe('gone')
  })
})

describe('A setup at Stripe', () => {
  it('is open, then tells which postal code was refused, then has its card', async () => {
    const at = await connected()
    const begun = await at.gateway.beginSetup(at.customerId, 'setup')
    if (begun === 'gone') throw new Error('the customer is gone')
    expect(await at.gateway.beginSetup(at.customerId, 'setup')).toEqual(begun)
    const { setupIntentId: id } = begun
    const open = { id, customerId: at.customerId, status: 'open', paymentMethodId: null, failure: null }
    expect(await at.gateway.setup(id)).toEqual(open)
    const intent = await at.stripe.setupIntents.retrieve(id)
    at.sandbox.control.changeRadar({ postalCodeCheckFails: 'block' })
    await confirmInBrowser(at, intent, { number: '4000000000000036', postalCode: 'M4B 1B3' })
    expect(await at.gateway.setup(id)).toMatchObject({
      ...open,
      failure: { code: 'incorrect_zip', postalCode: 'M4B 1B3' },
    })
    await confirmInBrowser(at, intent, { number: '4242424242424242' })
    const done = await at.gateway.setup(id)
    expect(done).toMatchObject({ status: 'succeeded', failure: null })
    expect(done !== 'missing' && (await at.gateway.ownerOf(done.paymentMethodId ?? ''))).toBe(at.customerId)
  })

  it('on a hosted page has no setup until it is complete', async () => {
    const at = await connected()
    const page = {
      returnUrl: 'https://x.example/r',
      cancelUrl: 'https://x.example/c',
      language: 'fr',
    } as const
    const begun = await at.gateway.beginHostedSetup(at.customerId, page, 'hosted')
    if (begun === 'gone') throw new Error('the customer is gone')
    expect(begun.url).toMatch(/^http/)
    expect(await at.gateway.hostedSetup(begun.sessionId)).toEqual({
      customerId: at.customerId,
      setupIntentId: null,
    })
  })

  it('is cancelled while it is open, and not once it has its card', async () => {
    const at = await connected()
    const ids: string[] = []
    for (const key of ['first', 'second']) {
      const begun = await at.gateway.beginSetup(at.customerId, key)
      if (begun !== 'gone') ids.push(begun.setupIntentId)
    }
    const [unused = '', used = ''] = ids
    expect(await at.gateway.cancelSetup(unused, 'cancel')).toBe('canceled')
    expect(await at.gateway.setup(unused)).toMatchObject({ status: 'canceled' })
    expect(await at.gateway.cancelSetup(unused, 'cancel again')).toBe('not open')
    await confirmInBrowser(at, await at.stripe.setupIntents.retrieve(used), { number: '4242424242424242' })
    expect(await at.gateway.cancelSetup(used, 'cancel used')).toBe('not open')
    expect(await at.gateway.cancelSetup('seti_unknown', 'cancel unknown')).toBe('missing')
  })

  it('on a hosted page goes with its page', async () => {
    const at = await connected()
    const page = {
      returnUrl: 'https://x.example/r',
      cancelUrl: 'https://x.example/c',
      language: 'en',
    } as const
    const begun = await at.gateway.beginHostedSetup(at.customerId, page, 'hosted')
    if (begun === 'gone') throw new Error('the customer is gone')
    const intent = String((await at.stripe.checkout.sessions.retrieve(begun.sessionId)).setup_intent)
    expect(await at.gateway.cancelSetup(intent, 'cancel')).toBe('not open')
    expect(await at.gateway.expireHostedSetup(begun.sessionId, 'expire')).toBe('canceled')
    expect(await at.gateway.setup(intent)).toMatchObject({ status: 'canceled' })
    expect(await at.gateway.expireHostedSetup(begun.sessionId, 'expire again')).toBe('not open')
    expect(await at.gateway.expireHostedSetup('cs_test_unknown', 'expire unknown')).toBe('missing')
  })

  it('that is unknown is missing', async () => {
    const { gateway } = await connected()
    expect(await gateway.setup('seti_unknown')).toBe('missing')
    expect(await gateway.hostedSetup('cs_test_unknown')).toBe('missing')
    expect(await gateway.charge('ch_unknown')).toBe('missing')
  })
})

describe('What keeps Stripe from answering', () => {
  const faults: readonly [FaultKind, boolean][] = [
    ['500-before', true],
    ['500-after', true],
    ['502', false],
    ['reset-before', false],
    ['reset-after', false],
    ['truncate', false],
    ['hang', false],
    ['hang-after', false],
    ['409', false],
    ['429', false],
  ]
  it.each(faults)('%s is told as such, answered: %s', async (kind, answered) => {
    const at = await connected(kind.startsWith('hang') ? 200 : 5000)
    const id = await attached(at)
    at.sandbox.faults.order({ kind, path: '/v1/customers' })
    const failure = await at.gateway.setDefault(at.customerId, id, 'key').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(GatewayUnavailable)
    expect(failure).toMatchObject({ answered })
    at.sandbox.faults.clear()
  })

  it('once is not noticed', async () => {
    const at = await connected()
    const id = await attached(at)
    at.sandbox.faults.order({ kind: 'reset-after', path: '/v1/customers', times: 1 })
    expect(await at.gateway.setDefault(at.customerId, id, 'key')).toBe('set')
  })
})
