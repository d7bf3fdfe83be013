// Who sees a company's invoices, and who may pay them.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { billingOf } from '../support/billing.ts'
import { type Desk, openDesk, type Visitor } from '../support/running-desk.ts'
import { atStripe, textOf } from '../support/story.ts'
import { takenFor } from '../support/unpaid.ts'

let desk: Desk
let id: string
let card: string

beforeAll(async () => {
  desk = await openDesk()
  desk.sandbox.control.changeRetries([])
  const billing = await billingOf(desk)
  const { ids, defaultId } = await atStripe(desk)
  for (const each of ids) desk.sandbox.control.changeBehaviour(each, 'do_not_honor_when_charged')
  id = await billing.bill()
  await desk.settled()
  for (const each of ids) desk.sandbox.control.changeBehaviour(each, 'succeeds')
  card = defaultId ?? ''
})
afterAll(() => desk.close())

const readings = (which: string) => [
  paths.invoice(which),
  paths.invoiceLook(which, 3),
  paths.payment(which),
  paths.confirmation(which),
]
const form = () => ({ card, number: '3' })

async function unpaid(work: () => Promise<void>): Promise<void> {
  const told = async () => (await billingOf(desk)).told(id)
  const before = await told()
  desk.sandbox.log.clear()
  await work()
  expect(await told()).toEqual(before)
  expect(desk.sandbox.log.entries.filter(({ method }) => method === 'POST')).toEqual([])
  expect(takenFor(desk, id)).toBe(0)
}

it('Dan, who develops, is told so on every page of invoices, and sees none', async () => {
  const dan = await desk.signedIn('dan')
  await unpaid(async () => {
    for (const path of [paths.invoices, paths.payments, paths.paymentsWith(card), ...readings(id)]) {
      const answer = await dan.get(path)
      expect([path, answer.status]).toEqual([path, 403])
      expect(textOf(answer.text)).toContain('Your role in this company does not include payments.')
      expect(answer.text).not.toMatch(/49[.,]00|4242|<nav/)
    }
    for (const path of [paths.payment(id), paths.payments])
      expect([path, (await dan.post(path, { ...form(), [id]: '3' })).status]).toEqual([path, 403])
  })
})

it('Bob, who does the billing, sees and may pay them', async () => {
  const bob = await desk.signedIn('bob')
  for (const path of [paths.invoices, ...readings(id).slice(0, 3)])
    expect([path, (await bob.get(path)).status]).toEqual([path, 200])
})

it('nobody who is not signed in gets further than the sign-in page', async () => {
  await unpaid(async () => {
    for (const path of [paths.invoices, paths.payments, ...readings(id)]) {
      const { status, headers } = await desk.visitor().get(path)
      expect([status, headers.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`])
    }
    for (const path of [paths.payment(id), paths.payments])
      expect((await desk.visitor().post(path, form())).headers.location).toMatch(/^\/sign-in/)
  })
})

async function bytesOf(visitor: Visitor, path: string, which: string, method: 'get' | 'post') {
  // Compressed, the same page is longer by how its own address spells.
  const headers = {
    'HX-Request': path.includes('look=') ? 'true' : 'false',
    'Accept-Encoding': 'identity',
  }
  const {
    status,
    text,
    headers: got,
  } = method === 'get' ? await visitor.get(path, headers) : await visitor.post(path, form(), headers)
  return {
    status,
    text: text.replaceAll(which, 'ID'),
    length: got['content-length'],
    type: got['content-type'],
  }
}

it('for Charlie, of another company, an invoice of Alice’s is as one that never was, to the byte', async () => {
  const charlie = await desk.signedIn('charlie')
  const missing = `in_${'0'.repeat(id.length - 3)}`
  await unpaid(async () => {
    for (const [at, path] of readings(id).entries()) {
      const hers = await bytesOf(charlie, path, id, 'get')
      expect(hers).toEqual(await bytesOf(charlie, readings(missing)[at] ?? '', missing, 'get'))
      expect(hers.status).toBe(404)
    }
    const hers = await bytesOf(charlie, paths.payment(id), id, 'post')
    expect(hers).toEqual(await bytesOf(charlie, paths.payment(missing), missing, 'post'))
    expect(hers.status).toBe(404)
    expect(textOf((await charlie.get(paths.invoices)).text)).not.toContain('49.00')
    expect((await charlie.get(paths.paymentsWith(card))).headers.location).toBe(paths.invoices)
  })
})
