import { expect, it } from 'vitest'
import { refreshInvoice } from '../../src/invoices/refresh-invoice.ts'
import { atelier, hour, invoiceAtStripe, paidFacts } from '../support/builders.ts'
import { atDesk } from '../support/desk.ts'

atDesk('A reading of an invoice', (fresh) => {
  it('is believed after the clock went back, for it began when the one before it was there', async () => {
    const desk = await fresh()
    const company = { ...atelier, stripeCustomerId: 'cus_atelier' }
    desk.gateway.invoices.set('in_1', invoiceAtStripe())
    await refreshInvoice(desk, company, 'in_1')
    desk.gateway.invoices.set('in_1', invoiceAtStripe({ facts: paidFacts() }))
    desk.clock.pass(-2 * hour)
    await refreshInvoice(desk, company, 'in_1')
    expect(await desk.store.invoices.byId(atelier.id, 'in_1')).toMatchObject({ status: 'paid' })
  })
})
