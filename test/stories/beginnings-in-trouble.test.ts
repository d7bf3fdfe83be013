import { describe, expect, it } from 'vitest'
import { faultKinds as faults } from '../../src/sandbox/api/faults.ts'
import { paths } from '../../src/web/paths.ts'
import { atStripe, bannerOf, hastyClock } from '../support/story.ts'
import { expectEachKeyToBeOneAct, inTrouble, type Trouble } from '../support/trouble.ts'

const typed = { name: 'Atelier Clair', email: 'clair@atelier.example', country: 'FR', taxId: 'FR12345678901' }
const json = { Accept: 'application/json' }

async function expectWords({ alice }: Trouble, attempt: string): Promise<void> {
  const [hosted, field, details] = await Promise.all([
    alice.post(paths.paymentMethods, { attempt: crypto.randomUUID() }),
    alice.post(paths.paymentMethods, { attempt }, json),
    alice.post(paths.billingDetails, typed),
  ])
  expect([hosted.status, field.status, details.status]).toEqual([502, 502, 502])
  const said = 'Stripe did not answer. Nothing was saved; please try again in a moment.'
  expect(bannerOf(hosted.text)).toBe(`There is a problem ${said}`)
  expect(hosted.text).toContain('<h1>Add a payment method</h1>')
  expect(field.body).toEqual({ message: said })
  expect(bannerOf(details.text)).toMatch(/Stripe did not answer\. Your changes may not be saved/)
  for (const value of Object.values(typed)) expect(details.text).toContain(`value="${value}"`)
}

// What is under way elsewhere is waited for by a clock that nobody waits for.
describe.concurrent.each(faults)('While Stripe answers with %s,', (kind) => {
  it('what is begun and not saved is said in words, keeps what was typed, and works when tried again', async (test) => {
    const trouble = await inTrouble(test, hastyClock())
    const { desk, alice } = trouble
    const attempt = crypto.randomUUID()
    trouble.order(kind)
    await expectWords(trouble, attempt)
    expectEachKeyToBeOneAct(desk)
    await trouble.mended()
    expect((await alice.post(paths.paymentMethods, { attempt: crypto.randomUUID() })).status).toBe(303)
    expect((await alice.post(paths.paymentMethods, { attempt }, json)).status).toBe(200)
    expect((await alice.post(paths.billingDetails, typed)).status).toBe(303)
    await desk.settled()
    const { text } = await alice.get(paths.billingDetails)
    for (const value of Object.values(typed)) expect(text).toContain(`value="${value}"`)
    const { customerId } = await atStripe(desk, typed.name)
    expect([...desk.sandbox.ledger.taxIds.oldestFirst(customerId)]).toHaveLength(1)
    expectEachKeyToBeOneAct(desk)
  })
})
