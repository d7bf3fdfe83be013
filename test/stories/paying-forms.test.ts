// What no form of ours sends, sent to pay.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { billingOf } from '../support/billing.ts'
import { asForm, cookieOf, type Got, send } from '../support/by-hand.ts'
import { type Desk, openDesk } from '../support/running-desk.ts'
import { atStripe } from '../support/story.ts'
import { paymentsSent, takenFor } from '../support/unpaid.ts'

let desk: Desk
let cookie: string
let id: string
let card: string
let theirs: string

beforeAll(async () => {
  desk = await openDesk()
  desk.sandbox.control.changeRetries([])
  const billing = await billingOf(desk)
  const { ids, defaultId } = await atStripe(desk)
  for (const each of ids) desk.sandbox.control.changeBehaviour(each, 'insufficient_funds_when_charged')
  id = await billing.bill()
  await desk.settled()
  card = defaultId ?? ''
  theirs = await (await billingOf(desk, 'Brasserie du Port')).addCard('pm_card_visa')
  for (const each of ids) desk.sandbox.control.changeBehaviour(each, 'succeeds')
  cookie = await cookieOf(desk)
  desk.sandbox.log.clear()
})
afterAll(() => desk.close())

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Got> {
  return send(desk, path, { method: 'POST', headers: { ...asForm, Cookie: cookie, ...headers }, body })
}

function expectNothingPaid(): void {
  expect(paymentsSent(desk)).toEqual([])
  expect(takenFor(desk, id)).toBe(0)
}

const bodies: readonly [string, (card: string) => string][] = [
  ['nothing', () => ''],
  ['no number', (of) => `card=${of}`],
  ['no card', () => 'number=3'],
  ['the number twice', (of) => `card=${of}&number=3&number=3`],
  ['the card twice', (of) => `card=${of}&card=${of}&number=3`],
  ['arrays', (of) => `card[]=${of}&number[]=3`],
  ['nested parameters', (of) => `card[id]=${of}&number[x]=3`],
  ['__proto__', (of) => `__proto__[card]=${of}&__proto__[number]=3&card=__proto__&number=3`],
  ['constructor', () => 'card=constructor&number=3'],
  ['a number that is none', (of) => `card=${of}&number=three`],
  ['a number of none', (of) => `card=${of}&number=0`],
  ['a number below none', (of) => `card=${of}&number=-3`],
  ['half a number', (of) => `card=${of}&number=2.5`],
  ['a number beyond all', (of) => `card=${of}&number=1e3`],
  ['a number in words of machines', (of) => `card=${of}&number=Infinity`],
  ['SQL', (of) => `card=${of}'--&number=3`],
  ['NUL bytes', () => 'card=%00&number=%00'],
  ['malformed percents', () => 'card=%&number=%E0%A4%A'],
]

it.each(bodies)('a form with %s is refused with a page, and charges nothing', async (_what, body) => {
  const answer = await post(paths.payment(id), body(card))
  expect([400, 409, 422]).toContain(answer.status)
  expect(answer.text).toContain('<h1>')
  expectNothingPaid()
})

it.each(bodies)('a form with %s for all that is open pays nothing', async (_what, body) => {
  const answer = await post(paths.payments, `${body(card)}&__proto__=3&in_=3&constructor=3`)
  expect(answer.status).toBeLessThan(500)
  expectNothingPaid()
})

it('another company’s card, and one that nobody has, are answered alike, and not charged', async () => {
  const [other, none] = [theirs, 'pm_none'].map((which) => post(paths.payment(id), `card=${which}&number=3`))
  const [first, second] = [await other, await none]
  expect([first?.status, first?.text]).toEqual([422, second?.text])
  expectNothingPaid()
  const several = await post(paths.payments, `card=${theirs}&${id}=3`)
  expect(several.status).toBeLessThan(500)
  expectNothingPaid()
})

it('another company’s invoice among those to be paid is none', async () => {
  const charlie = await cookieOf(desk, 'charlie@brasserie.example')
  const answer = await post(paths.payments, `card=${theirs}&${id}=3`, { Cookie: charlie })
  expect(answer.status).toBe(303)
  expectNothingPaid()
})

it('a form from another site is refused', async () => {
  const answer = await post(paths.payment(id), `card=${card}&number=3`, { 'Sec-Fetch-Site': 'cross-site' })
  expect(answer.status).toBe(403)
  expectNothingPaid()
})

it.each(['in_none', 'in_', 'x', '__proto__', 'in_%00', '..%2f..', `in_${'a'.repeat(300)}`, "in_1'--"])(
  'an invoice “%s” is not found, to read or to pay',
  async (which) => {
    const headers = { Cookie: cookie }
    for (const path of [paths.invoice(which), paths.payment(which), paths.confirmation(which)])
      expect((await send(desk, path, { headers })).status).toBe(404)
    expect((await post(paths.payment(which), `card=${card}&number=3`)).status).toBe(404)
    expectNothingPaid()
  },
)

it('no page changes anything by being looked at', async () => {
  const before = await desk.ports.store.invoices.attempts('', id)
  for (const path of [paths.invoices, paths.invoice(id), paths.payment(id), paths.paymentsWith(card)])
    expect((await send(desk, path, { headers: { Cookie: cookie } })).status).toBe(200)
  expect(await desk.ports.store.invoices.attempts('', id)).toEqual(before)
  expectNothingPaid()
})
