// Invariant 13: a database that takes nothing, and a Stripe that is away: nothing is charged, and that is said.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { words } from '../../src/words/words.ts'
import { movableClock, textOf } from '../support/story.ts'
import { numberFor, paymentsSent, startUnpaid, takenFor, type Unpaid } from '../support/unpaid.ts'

const day = 24 * 60 * 60_000

async function lockable(): Promise<
  Unpaid & { other: Sqlite.Database; clock: ReturnType<typeof movableClock> }
> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-locked-'))
  const path = join(folder, 'guichet.db')
  const clock = movableClock()
  const unpaid = await startUnpaid({ databaseUrl: `file:${path}`, patience: 60, clock })
  const other = new Sqlite(path)
  onTestFinished(async () => {
    other.close()
    await rm(folder, { recursive: true })
  })
  return { ...unpaid, other, clock }
}

it('while another process holds the database, to pay is a 503 in words, and nothing is charged', async () => {
  const { desk, alice, id, first, behave, pay, other } = await lockable()
  behave(first, 'succeeds')
  const number = await numberFor(alice, id)
  desk.sandbox.log.clear()
  other.exec('begin immediate')
  const answer = await pay(first, { number })
  const several = await alice.post(paths.payments, { card: first, [id]: number })
  other.exec('rollback')
  expect([answer.status, several.status]).toEqual([503, 503])
  expect(textOf(answer.text)).toContain('Nothing was changed')
  expect(paymentsSent(desk)).toEqual([])
  expect(takenFor(desk, id)).toBe(0)
  expect((await pay(first, { number })).status).toBe(303)
  expect(takenFor(desk, id)).toBe(1)
})

it('while another process holds the database, the fallback charges nothing, and goes on afterwards', async () => {
  const { desk, billing, id, first, behave, other, clock } = await lockable()
  behave(first, 'succeeds')
  desk.sandbox.log.clear()
  clock.pass(4 * day)
  other.exec('begin immediate')
  await desk.settled()
  other.exec('rollback')
  expect(paymentsSent(desk)).toEqual([])
  clock.pass(day)
  await desk.settled()
  expect((await billing.invoice(id)).status).toBe('paid')
  expect(takenFor(desk, id)).toBe(1)
})

it('a database that is full is a 503, and nothing is charged', async () => {
  const { desk, alice, id, first, behave, pay } = await startUnpaid()
  behave(first, 'succeeds')
  const number = await numberFor(alice, id)
  desk.sandbox.log.clear()
  const pages = await desk.database.get<{ page_count: number }>('pragma page_count')
  await desk.database.run(`pragma max_page_count = ${pages?.page_count ?? 1}`)
  // What is left of the last page is filled, so that no row fits any more.
  for (const size of [4_000, 500, 50, 5]) {
    const fill = `update attempts set body = coalesce(body, '') || $1 where number = 2`
    const more = () => desk.database.run(fill, ['x'.repeat(size)])
    await expect(Promise.all(Array.from({ length: 100 }, more))).rejects.toThrow()
  }
  const answer = await pay(first, { number })
  expect(answer.status).toBe(503)
  expect(paymentsSent(desk)).toEqual([])
  expect(takenFor(desk, id)).toBe(0)
})

it('while Stripe is away, to pay says that nothing was charged', async () => {
  const { desk, alice, id, first, behave, pay, billing } = await startUnpaid({ stripeTimeout: 200 })
  behave(first, 'succeeds')
  const number = await numberFor(alice, id)
  desk.sandbox.faults.order({ kind: 'reset-before' })
  const answer = await pay(first, { number })
  desk.sandbox.faults.clear()
  expect(answer.status).toBe(502)
  expect(textOf(answer.text)).toContain(words.en.invoices.payment.unanswered)
  expect(await billing.told(id)).toHaveLength(2)
  expect((await pay(first, { number })).status).toBe(303)
  expect(takenFor(desk, id)).toBe(1)
})
