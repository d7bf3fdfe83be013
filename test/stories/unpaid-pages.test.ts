// What the list and an invoice's own page say in each of its states, in both languages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InvoiceFacts, Rest } from '../../src/invoices/invoice.ts'
import { paths } from '../../src/web/paths.ts'
import { type Words, words } from '../../src/words/words.ts'
import { billingOf } from '../support/billing.ts'
import { day, invoiceAtStripe, noon, paidFacts, someInvoiceFacts } from '../support/builders.ts'
import { type Desk, openDesk, type Visitor } from '../support/running-desk.ts'
import { textOf } from '../support/story.ts'

type Said = (invoices: Words['invoices']) => string
type State = readonly [string, Partial<InvoiceFacts>, Rest | null, Said, Said | null, boolean]

const rest = { kind: null, until: noon + 900 * day }
// What is shown of it on the list, what its page says is next, and whether it can be paid by hand.
const states: readonly State[] = [
  ['paid', paidFacts(), null, (t) => t.states.paid, null, false],
  ['void', { status: 'void' }, null, (t) => t.states.void, null, false],
  ['uncollectible', { status: 'uncollectible' }, null, (t) => t.states.uncollectible, null, false],
  [
    'sent to be paid',
    { isAutomatic: false, wasAttempted: false },
    null,
    (t) => t.states.open,
    (t) => t.sent,
    true,
  ],
  ['not charged yet', { wasAttempted: false }, null, (t) => t.states.open, (t) => t.first, true],
  [
    'at the bank',
    { payment: 'processing' },
    'processing',
    (t) => t.states.uncertain,
    (t) => t.uncertain,
    false,
  ],
  ['given up for now', {}, 'stopped', (t) => t.states.unpaid, (t) => t.stopped, true],
  ['looked into', {}, 'review', (t) => t.states.review, (t) => t.review, false],
  ['waiting for its cardholder', {}, 'cardholder', (t) => t.states.cardholder, null, true],
  ['waiting for its next run', {}, 'next run', (t) => t.states.unpaid, null, true],
]

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  // Stripe knows none of these: who looks there in the background would find them gone.
  await desk.background.stop()
  const { companyId } = await billingOf(desk)
  const { invoices } = desk.ports.store
  for (const [index, [, changes, kind]] of states.entries()) {
    const facts = someInvoiceFacts({ ...changes, id: `in_${index}`, number: `LUM-${index}` })
    await invoices.mirror(companyId, invoiceAtStripe({ facts }), Date.now(), Date.now())
    const until = kind === 'next run' || kind === 'cardholder' ? rest.until : null
    if (kind) await invoices.rest(companyId, facts.id, { kind, why: null, run: 1, until }, [], Date.now())
  }
})
afterAll(() => desk.close())

describe.each(['en', 'fr'] as const)('In %s,', (language) => {
  const t = words[language].invoices
  let alice: Visitor
  beforeAll(async () => {
    alice = await desk.signedIn('alice', language)
  })

  it('the list shows each of them with its state, those that are open first', async () => {
    const { text } = await alice.get(paths.invoices)
    const table = text.slice(text.indexOf('<tbody>'))
    const rows = [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => textOf(row))
    expect(rows).toHaveLength(states.length)
    for (const [index, [, , , state]] of states.entries()) {
      const row = rows.find((each) => each.includes(`LUM-${index} `)) ?? ''
      expect(row).toContain(state(t))
      expect(row).toMatch(/49[.,]00/)
    }
    const isOpen = states.map(([, { status = 'open' }]) => status === 'open')
    const order = rows.map((row) => isOpen[Number(/LUM-(\d+)/.exec(row)?.[1])])
    expect(order).toEqual([...order].sort((one, other) => Number(other) - Number(one)))
  })

  it.each(states.map((state, index) => [state[0], index, state] as const))(
    'the page of one that is %s says so, what is next, and whether it can be paid now',
    async (_name, index, [, , , state, next, isPayable]) => {
      const page = await alice.get(paths.invoice(`in_${index}`))
      expect(page.status).toBe(200)
      const text = textOf(page.text)
      expect(text).toContain(state(t))
      expect(text).toContain(t.one(`LUM-${index}`))
      if (next) expect(text).toContain(textOf(next(t)))
      expect(page.text.includes(`"${paths.payment(`in_${index}`)}"`)).toBe(isPayable)
      const form = await alice.get(paths.payment(`in_${index}`))
      expect([form.status, form.headers.location]).toEqual(
        isPayable ? [200, undefined] : [303, paths.invoice(`in_${index}`)],
      )
    },
  )

  it('the page of one that is not known looks again by itself, and not for ever', async () => {
    const index = states.findIndex(([name]) => name === 'at the bank')
    const looked = async (look: string) =>
      (await alice.get(`${paths.invoice(`in_${index}`)}${look}`, { 'HX-Request': 'true' })).text
    expect(await looked('?look=1')).toContain(`${paths.invoice(`in_${index}`)}?look=2`)
    expect(await looked('?look=10')).not.toContain('data-hx-get')
    for (const nonsense of ['?look=x', '?look=-1', '?look=1.5', '?look=1&look=2'])
      expect(await looked(nonsense)).toContain('?look=1"')
  })
})
