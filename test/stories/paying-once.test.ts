// However often it is pressed, in how many windows and by how many people: one charge in Stripe's ledger.
import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, fromUs, send } from '../support/by-hand.ts'
import { numberFor, paymentsSent, startUnpaid, takenFor } from '../support/unpaid.ts'

it('a double click on “Pay” is one charge, though Stripe is slow', async () => {
  const { desk, alice, id, first, behave, pay } = await startUnpaid()
  behave(first, 'succeeds')
  const number = await numberFor(alice, id)
  desk.sandbox.log.clear()
  desk.sandbox.faults.order({ kind: 'delay', method: 'POST', ms: 300 })
  const answers = await Promise.all([1, 2, 3, 4].map(() => pay(first, { number })))
  expect(answers.map(({ headers }) => headers.location)).toEqual(Array(4).fill(paths.invoice(id)))
  expect(paymentsSent(desk)).toHaveLength(1)
  expect(takenFor(desk, id)).toBe(1)
})

it('two windows with another card in each are one charge', async () => {
  const { desk, alice, id, first, second, behave, pay } = await startUnpaid()
  behave(first, 'succeeds')
  behave(second, 'succeeds')
  const number = await numberFor(alice, id)
  desk.sandbox.faults.order({ kind: 'delay', method: 'POST', ms: 300 })
  await Promise.all([pay(first, { number }), pay(second, { number })])
  expect(takenFor(desk, id)).toBe(1)
})

it('Alice and Bob at the same moment are one charge', async () => {
  const { desk, alice, id, first, second, behave, pay } = await startUnpaid()
  behave(first, 'succeeds')
  behave(second, 'succeeds')
  const bob = await desk.signedIn('bob')
  const number = await numberFor(alice, id)
  desk.sandbox.faults.order({ kind: 'delay', method: 'POST', ms: 300 })
  const answers = await Promise.all([pay(first, { number }), pay(second, { number, visitor: bob })])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(takenFor(desk, id)).toBe(1)
})

it('the back button and the form sent again are shown what came of it, and charge nothing', async () => {
  const { desk, alice, id, first, behave, pay } = await startUnpaid()
  const number = await numberFor(alice, id)
  expect((await pay(first, { number })).status).toBe(422)
  behave(first, 'succeeds')
  desk.sandbox.log.clear()
  expect((await pay(first, { number })).status).toBe(422)
  expect(paymentsSent(desk)).toEqual([])
  expect(takenFor(desk, id)).toBe(0)
})

it('a form of before another attempt shows that one first', async () => {
  const { desk, alice, id, first, second, behave, pay } = await startUnpaid()
  const number = await numberFor(alice, id)
  await pay(second, { number })
  behave(first, 'succeeds')
  const answer = await pay(first, { number: String(Number(number) + 5) })
  expect(answer.status).toBe(409)
  expect(takenFor(desk, id)).toBe(0)
})

it('a member at the very moment of the fallback’s next run is one charge', async () => {
  const { desk, alice, id, first, second, behave, pay } = await startUnpaid()
  behave(first, 'succeeds')
  behave(second, 'succeeds')
  const number = await numberFor(alice, id)
  await desk.database.run('update invoices set next_run_at = 0 where id = $1', [id])
  await Promise.all([pay(second, { number }), desk.settled()])
  await desk.settled()
  expect(takenFor(desk, id)).toBe(1)
})

it('who leaves before the answer is charged once, and finds it paid when they come back', async () => {
  const { desk, alice, id, first, behave, billing } = await startUnpaid()
  behave(first, 'succeeds')
  const number = await numberFor(alice, id)
  const cookie = await cookieOf(desk)
  desk.sandbox.faults.order({ kind: 'delay', method: 'POST', ms: 200, times: 1 })
  const body = new URLSearchParams({ card: first, number }).toString()
  const leaving = fetch(desk.url + paths.payment(id), {
    method: 'POST',
    headers: { ...asForm, Cookie: cookie },
    body,
    signal: AbortSignal.timeout(100),
  })
  await expect(leaving).rejects.toThrow()
  await expect.poll(() => billing.told(id)).toContain('4242: paid')
  const page = await send(desk, paths.invoice(id), { headers: { ...fromUs, Cookie: cookie } })
  expect(page.status).toBe(200)
  expect(takenFor(desk, id)).toBe(1)
})
