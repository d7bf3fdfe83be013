import { expect, it } from 'vitest'
import { changeBillingDetails } from '../../src/company/change-billing-details.ts'
import { asAlice, asCharlie, atelier, noon, someDetails } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'

const details = someDetails({ name: 'Lumière & Fils', city: 'Lyon', taxId: 'FR1' })

atDesk('Billing details', (fresh) => {
  it('are saved at Stripe, then here, and in no other company', async () => {
    const desk = await fresh()
    expect(await changeBillingDetails(desk, asAlice, details)).toBe('saved')
    expect(desk.gateway.customers.get('cus_atelier')?.details).toEqual(details)
    expect(await desk.store.companies.billingDetails('atelier')).toEqual(details)
    expect((await desk.store.companies.billingDetails('brasserie')).city).toBe('Paris')
  })

  it('are shown as Stripe wrote them', async () => {
    const desk = await fresh()
    desk.gateway.meanwhile('saveBillingDetails', () => {
      const customer = desk.gateway.customers.get('cus_brasserie')
      if (customer) customer.details = { ...details, taxId: 'FR 1' }
    })
    await changeBillingDetails(desk, asCharlie, details)
    expect((await desk.store.companies.billingDetails('brasserie')).taxId).toBe('FR 1')
  })

  it('stay as they were while Stripe does not answer', async () => {
    const desk = await fresh()
    const before = await desk.store.companies.billingDetails('atelier')
    desk.gateway.willFail('saveBillingDetails', 'request lost')
    expect(await changeBillingDetails(desk, asAlice, details)).toBe('unanswered')
    expect(await desk.store.companies.billingDetails('atelier')).toEqual(before)
  })

  it('make their company a customer where it is none', async () => {
    const desk = await fresh()
    await desk.store.companies.forgetCustomer('atelier', 'cus_atelier', noon)
    const newcomer = { ...asAlice, company: { ...atelier, stripeCustomerId: null } }
    expect(await changeBillingDetails(desk, newcomer, details)).toBe('saved')
    const customer = (await desk.store.companies.byId('atelier'))?.stripeCustomerId ?? ''
    expect(desk.gateway.customers.get(customer)?.details).toEqual(details)
  })

  it('go to a new customer where the old one was deleted and we had not heard', async () => {
    const desk = await fresh()
    desk.gateway.customers.delete('cus_atelier')
    expect(await changeBillingDetails(desk, asAlice, details)).toBe('saved')
    const company = await desk.store.companies.byId('atelier')
    expect(company?.stripeCustomerId).not.toBe('cus_atelier')
    expect((await desk.store.companies.billingDetails('atelier')).city).toBe(details.city)
  })
})
