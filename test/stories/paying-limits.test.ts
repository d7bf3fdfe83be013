import { describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { bannerOf, movableClock, textOf, titleOf } from '../support/story.ts'
import { numberFor, paymentsSent, startUnpaid, type Unpaid } from '../support/unpaid.ts'

const hour = 60 * 60_000

/** Presses that no invoice stands for, which count all the same: whoever sends them by hand tries something. */
async function pressOften({ alice, id, first }: Unpaid, times: number, from = 100): Promise<number[]> {
  const statuses: number[] = []
  for (let at = 0; at < times; at++)
    statuses.push((await alice.post(paths.payment(id), { card: first, number: String(from + at) })).status)
  return statuses
}

const overtaken = (times: number) => Array<number>(times).fill(409)

describe.each([
  [
    'en',
    /^There is a problem Payments were tried too often in a short time\. Nothing was charged now\. Try again in (\d+ minutes|1 hour.*)\.$/,
  ],
  [
    'fr',
    /^Il y a un problème Des paiements ont été essayés trop souvent en peu de temps\. Rien n’a été débité cette fois\. Réessayez dans (\d+ minutes|1 heure.*)\.$/,
  ],
] as const)('In %s', (language, said) => {
  it('the eleventh time in an hour that a member presses to pay is refused, and their choice is kept', async () => {
    const stage = await startUnpaid({ clock: movableClock() })
    const { desk, id, second, behave } = stage
    expect(await pressOften(stage, 10)).toEqual(overtaken(10))
    behave(second, 'succeeds')
    const alice = await desk.signedIn('alice', language)
    const number = await numberFor(alice, id)
    desk.sandbox.log.clear()
    const answer = await alice.post(paths.payment(id), { card: second, number })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3500)
    expect(bannerOf(answer.text)).toMatch(said)
    expect(titleOf(answer.text)).toMatch(/^(Error: Pay invoice|Erreur\u00a0: Payer la facture)/)
    expect(answer.text).toMatch(new RegExp(`value="${second}"[^>]* checked`))
    expect(desk.sandbox.log.entries).toEqual([])
  })
})

it('the same form pressed three times at once is one press, also where it is the last one', async () => {
  const stage = await startUnpaid({ clock: movableClock() })
  const { alice, desk, id, second, behave } = stage
  expect(await pressOften(stage, 9)).toEqual(overtaken(9))
  behave(second, 'succeeds')
  const number = await numberFor(alice, id)
  const before = paymentsSent(desk).length
  const press = () => alice.post(paths.payment(id), { card: second, number })
  const answers = await Promise.all([press(), press(), press()])
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(paymentsSent(desk).length).toBe(before + 1)
})

it('an hour later they may go on, and others meanwhile, up to twenty of their company', async () => {
  const clock = movableClock()
  const stage = await startUnpaid({ clock })
  const { desk, first, id } = stage
  await pressOften(stage, 10)
  const bob = await desk.signedIn('bob')
  expect(await pressOften({ ...stage, alice: bob }, 11, 200)).toEqual([...overtaken(10), 429])
  clock.pass(hour)
  const again = await desk.signedIn('alice')
  expect((await again.post(paths.payment(id), { card: first, number: '300' })).status).not.toBe(429)
})

it('one network has forty an hour, whichever members and companies they are of', async () => {
  const stage = await startUnpaid({ clock: movableClock(), environment: { TRUST_PROXY: 'loopback' } })
  const { alice, desk, first, id } = stage
  for (const from of [100, 200, 300, 400]) {
    expect(await pressOften(stage, 10, from)).toEqual(overtaken(10))
    // As if others had pressed.
    await desk.database.run("delete from limits where key like 'pay/member/%' or key like 'pay/company/%'")
  }
  expect(await pressOften(stage, 1, 500)).toEqual([429])
  const elsewhere = { 'X-Forwarded-For': '192.0.2.9' }
  const press = { card: first, number: '501' }
  expect((await alice.post(paths.payment(id), press, elsewhere)).status).toBe(409)
})

it('all that is open is one press, and what was ticked stays ticked', async () => {
  const stage = await startUnpaid({ clock: movableClock() })
  const { alice, billing, desk, first, id } = stage
  const other = await billing.bill()
  await desk.settled()
  const pay = (number: string) => alice.post(paths.payments, { card: first, [id]: number, [other]: number })
  for (let at = 0; at < 10; at++) expect((await pay(String(100 + at))).status).toBe(303)
  const answer = await alice.post(paths.payments, { card: first, [other]: '120' })
  expect(answer.status).toBe(429)
  expect(textOf(answer.text)).toContain('Payments were tried too often')
  expect(answer.text).toMatch(new RegExp(`id="${other}"[^>]* checked`))
  expect(answer.text).not.toMatch(new RegExp(`id="${id}"[^>]* checked`))
})
