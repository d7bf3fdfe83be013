import { expect, it } from 'vitest'
import { atelier, invoiceAtStripe, minute, noon } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

eachStore('Readings of one invoice', (fresh) => {
  const open = invoiceAtStripe({ facts: { status: 'open' } })
  const paid = invoiceAtStripe({ facts: { status: 'paid' } })

  async function statusAfter(firstAt: number, secondAt: number, now = secondAt): Promise<string | undefined> {
    const { invoices } = await fresh()
    await invoices.mirror(atelier.id, open, firstAt, firstAt)
    await invoices.mirror(atelier.id, paid, secondAt, now)
    return (await invoices.byId(atelier.id, open.facts.id))?.status
  }

  it('follow one another', async () => {
    expect(await statusAfter(noon, noon + minute)).toBe('paid')
  })

  it('do not overwrite a newer one when they come late', async () => {
    expect(await statusAfter(noon + minute, noon, noon + minute)).toBe('open')
  })
})
