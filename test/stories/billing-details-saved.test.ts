import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type Desk, openDesk } from '../support/running-desk.ts'
import { atStripe, bannerOf, goodDetails as good, textOf } from '../support/story.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

it('what is saved stands at Stripe, here, and in a banner that is said once', async () => {
  const alice = await desk.signedIn('alice', 'fr')
  const answer = await alice.post(paths.billingDetails, { ...good, taxId: ' fr12345678901 ' })
  expect([answer.status, answer.headers.location]).toEqual([303, paths.billingDetails])
  const { text } = await alice.get(paths.billingDetails)
  expect(bannerOf(text)).toBe('Détails de facturation enregistrés.')
  for (const value of Object.values(good)) expect(text).toContain(`value="${value}"`)
  expect(bannerOf((await alice.get(paths.billingDetails)).text)).toBe('')
  const { customerId } = await atStripe(desk)
  expect(desk.sandbox.ledger.customers.get(customerId)).toMatchObject({
    name: good.name,
    email: good.email,
    address: { line1: good.line1, postal_code: good.postalCode, country: 'FR' },
  })
  await desk.settled()
  expect(textOf((await alice.get(paths.billingDetails)).text)).not.toContain('There is a problem')
})

it('a tax number that is taken away and comes again is there again', async () => {
  const alice = await desk.signedIn('alice')
  for (const taxId of ['FR12345678901', '', 'FR12345678901', 'FR99999999999', '', 'FR12345678901']) {
    expect((await alice.post(paths.billingDetails, { ...good, taxId })).status).toBe(303)
    await desk.settled()
    const { customerId } = await atStripe(desk)
    const there = [...desk.sandbox.ledger.taxIds.oldestFirst(customerId)].map((one) =>
      'value' in one ? one.value : '',
    )
    expect(there).toEqual(taxId === '' ? [] : [taxId])
    expect(
      /name="taxId" type="text" value="([^"]*)"/.exec((await alice.get(paths.billingDetails)).text)?.[1],
    ).toBe(taxId)
  }
})

it('a press of “Save” twice at once keeps one tax number', async () => {
  const alice = await desk.signedIn('alice')
  await Promise.all([1, 2].map(() => alice.post(paths.billingDetails, { ...good, taxId: 'FR55555555555' })))
  await desk.settled()
  const { customerId } = await atStripe(desk)
  expect([...desk.sandbox.ledger.taxIds.oldestFirst(customerId)]).toHaveLength(1)
})
