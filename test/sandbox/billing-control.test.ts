import { expect, test } from 'vitest'
import type { InvoiceAccount } from '../../src/sandbox/judge/accounts.ts'
import { billed, draftFor, openFor } from './billed.ts'
import { jsonOf, refusalOf, start } from './start.ts'

function controlAt(url: string) {
  return async <Value>(path: string, body?: object) => {
    const response = await fetch(`${url}/sandbox/control${path}`, {
      headers: { 'Content-Type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await jsonOf<Value>(response) }
  }
}

test('the clock is read and moved from outside, forward only', async () => {
  const { url } = await start({ clock: () => 1_000_000 })
  const control = controlAt(url)
  expect((await control('/clock')).body).toEqual({ now: 1000 })
  expect((await control('/clock', { seconds: 500 })).body).toEqual({ now: 1500 })
  expect((await control('/clock', { seconds: -1 })).status).toBe(400)
  expect((await control('/tick', {})).body).toEqual({ now: 1500 })
})

test('retries and slow banks are ordered from outside', async () => {
  const started = await start()
  const control = controlAt(started.url)
  const paymentProcessing = { times: 1, outcome: 'succeed' }
  const { body } = await control('/settings', { retries: [1, 1], paymentProcessing })
  expect(body).toMatchObject({ retries: [1, 1], paymentProcessing })
  const { customer } = await billed(started)
  const id = await openFor(started, customer)
  await started.stripe.invoices.pay(id)
  const { body: before } = await control<InvoiceAccount>(`/invoices/${id}`)
  expect(before).toMatchObject({ charges: [], attempts: [{ result: 'processing' }] })
  const intent = before.attempts[0]?.paymentIntent
  expect((await control(`/payment-intents/${intent}/settle`, {})).body).toMatchObject({
    status: 'succeeded',
  })
  expect((await control(`/payment-intents/${intent}/settle`, {})).status).toBe(409)
})

test('a cardholder answers from outside, and the books tell of it', async () => {
  const started = await start()
  const control = controlAt(started.url)
  const { customer, card } = await billed(started, 'asks_always')
  const id = await draftFor(started, customer)
  await refusalOf(started.stripe.invoices.pay(id, {}, { idempotencyKey: 'k' }))
  const { body: books } = await control<InvoiceAccount[]>('/invoices')
  const intent = books[0]?.attempts[0]?.paymentIntent
  await control(`/payment-intents/${intent}/authenticate`, { answer: 'passed' })
  const { body } = await control<InvoiceAccount>(`/invoices/${id}`)
  expect(body).toMatchObject({
    status: 'paid',
    amountPaid: 4900,
    charges: [{ amount: 4900, currency: 'eur', customer, paymentMethod: card }],
    attempts: [
      { result: 'requires_action', idempotencyKey: 'k' },
      { result: 'succeeded', idempotencyKey: null },
    ],
  })
  expect((await control('/invoices/in_none')).status).toBe(404)
})

test('a lock that times out is a 429 that may be tried again with the same key', async () => {
  const started = await start()
  const { customer } = await billed(started)
  const id = await openFor(started, customer)
  started.sandbox.faults.order({ kind: 'lock_timeout', path: `/v1/invoices/${id}/pay`, times: 1 })
  const pay = () => started.stripe.invoices.pay(id, {}, { idempotencyKey: 'k' })
  expect(await refusalOf(pay())).toMatchObject({ statusCode: 429, code: 'lock_timeout' })
  expect((await pay()).status).toBe('paid')
})

test('a judge sees each request before anything is done about it, and when it was over', async () => {
  const seen: string[] = []
  const started = await start({
    onRequest: ({ method, path, idempotencyKey }) => {
      const paid = started.sandbox.control.book().some(({ status }) => status === 'paid')
      if (path.endsWith('/pay')) seen.push(`${method} ${idempotencyKey} paid: ${paid}`)
    },
  })
  const { customer } = await billed(started)
  const id = await openFor(started, customer)
  await started.stripe.invoices.pay(id, {}, { idempotencyKey: 'k' })
  expect(seen).toEqual(['POST k paid: false'])
  await expect.poll(() => started.sandbox.log.entries.at(-1)?.ended).toEqual(expect.any(Number))
})
