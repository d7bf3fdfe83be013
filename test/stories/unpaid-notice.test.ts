// What stands on every settings page while an invoice is unpaid, and goes when it is paid.
import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { addCard, mastercard, textOf, toHostedPage, typeCard } from '../support/story.ts'
import { startUnpaid, takenFor } from '../support/unpaid.ts'

function noticeOn(html: string): string {
  return textOf(/<section class="notice"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '')
}

const pages = [paths.paymentMethods, paths.billingDetails, paths.invoices, paths.newPaymentMethod]

it('every settings page says which invoice is not paid and why, in both languages, until it is', async () => {
  const { desk, alice, id, first, behave, pay } = await startUnpaid()
  const bob = await desk.signedIn('bob', 'fr')
  for (const path of pages) {
    expect(noticeOn((await alice.get(path)).text)).toMatch(
      /is not paid.*There was not enough money on the card/,
    )
    expect(noticeOn((await bob.get(path)).text)).not.toBe('')
  }
  expect(noticeOn((await alice.get(paths.invoice(id))).text)).toBe('')
  behave(first, 'succeeds')
  await pay(first)
  for (const path of pages) expect(noticeOn((await alice.get(path)).text)).toBe('')
})

it('nobody of another company, and nobody who does not manage billing, reads of it', async () => {
  const { desk } = await startUnpaid()
  for (const persona of ['charlie', 'dan'] as const) {
    const visitor = await desk.signedIn(persona)
    for (const path of pages) expect((await visitor.get(path)).text).not.toMatch(/class="notice"|49\.00/)
  }
})

it('two that are not paid are one notice, which counts the other', async () => {
  const { desk, alice, billing } = await startUnpaid()
  await billing.bill({}, 9900)
  await desk.settled()
  expect(noticeOn((await alice.get(paths.paymentMethods)).text)).toContain('One more invoice is not paid.')
})

it('what is not known yet offers no second payment', async () => {
  const { desk, alice, id, first, pay } = await startUnpaid({ stripeTimeout: 200 })
  desk.sandbox.faults.order({ kind: 'hang', method: 'POST', path: `/v1/invoices/${id}/pay` })
  await pay(first)
  const { text } = await alice.get(paths.paymentMethods)
  expect(noticeOn(text)).toContain(
    'We do not know yet whether this invoice is paid. You will not be charged twice.',
  )
  expect(text).not.toContain(paths.payment(id))
})

it('who adds a card while invoices are unpaid is offered to pay them with it, each once', async () => {
  const { desk, alice, billing, id } = await startUnpaid()
  const other = await billing.bill({}, 9900)
  await desk.settled()
  const saved = await typeCard(await toHostedPage(alice), mastercard)
  const back = new URL(saved.headers.get('Location') ?? '')
  const answer = await alice.get(back.pathname + back.search)
  expect(answer.headers.location).toMatch(new RegExp(`^${paths.payments}\\?card=pm_`))
  const page = await alice.get(answer.headers.location ?? '')
  expect(textOf(page.text)).toMatch(/4444 is ready.*€49\.00.*€99\.00|4444 is ready.*€99\.00.*€49\.00/)
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.text)?.[1] ?? ''
  const form = { card: field('card'), [id]: field(id), [other]: field(other) }
  const answers = await Promise.all([alice.post(paths.payments, form), alice.post(paths.payments, form)])
  expect(answers.map(({ headers }) => headers.location)).toEqual([paths.invoices, paths.invoices])
  expect([takenFor(desk, id), takenFor(desk, other)]).toEqual([1, 1])
  expect((await alice.get(paths.paymentsWith(field('card')))).headers.location).toBe(paths.invoices)
})

it('who adds a card while nothing is unpaid is offered nothing', async () => {
  const { alice, first, behave, pay } = await startUnpaid()
  behave(first, 'succeeds')
  await pay(first)
  expect(await addCard(alice, mastercard)).not.toContain(paths.payments)
})
