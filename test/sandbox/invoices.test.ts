import { expect, test } from 'vitest'
import { billed, draftFor, openFor, typesOfEvents } from './billed.ts'
import { refusalOf, start } from './start.ts'

test('pending items come onto a draft that asks for them, and add up', async () => {
  const started = await start()
  const { stripe } = started
  const { customer } = await billed(started, null)
  const first = await stripe.invoiceItems.create({ customer, amount: 1900, currency: 'EUR' })
  await stripe.invoiceItems.create({ customer, amount: 500, currency: 'usd' })
  expect((await stripe.invoices.create({ customer })).lines.data).toEqual([])
  const id = await draftFor(started, customer, { currency: 'eur', metadata: { order: '7' } })
  const draft = await stripe.invoices.retrieve(id)
  expect(draft).toMatchObject({
    status: 'draft',
    number: null,
    auto_advance: false,
    billing_reason: 'manual',
    total: 6800,
    amount_due: 6800,
    amount_remaining: 6800,
    metadata: { order: '7' },
    hosted_invoice_url: null,
  })
  expect(draft.lines.data.map(({ amount }) => amount)).toEqual([4900, 1900])
  expect((await stripe.invoices.listLineItems(id, { limit: 1 })).data).toHaveLength(1)
  expect((await stripe.invoiceItems.retrieve(first.id)).invoice).toBe(id)
  const refusal = await refusalOf(stripe.invoiceItems.del(first.id))
  expect(refusal.statusCode).toBe(400)
  const [pending] = (await stripe.invoiceItems.list({ customer, pending: true })).data
  expect(await stripe.invoiceItems.del(pending?.id ?? '')).toMatchObject({ deleted: true })
})

test('an item may be put on a draft, and not on an open invoice', async () => {
  const started = await start()
  const { stripe } = started
  const { customer } = await billed(started, null)
  const { id } = await stripe.invoices.create({ customer, currency: 'eur' })
  await stripe.invoiceItems.create({ customer, invoice: id, amount: 300, quantity: 2 })
  expect((await stripe.invoices.retrieve(id)).total).toBe(600)
  await stripe.invoices.finalizeInvoice(id)
  const late = stripe.invoiceItems.create({ customer, invoice: id, amount: 300 })
  expect(await refusalOf(late)).toMatchObject({ statusCode: 400, code: 'invoice_not_editable' })
})

test('finalizing gives a number, a page and a payment to confirm, and charges nothing', async () => {
  const started = await start()
  const { stripe, url } = started
  const { customer } = await billed(started)
  const invoice = await stripe.invoices.finalizeInvoice(await draftFor(started, customer))
  expect(invoice).toMatchObject({
    status: 'open',
    attempted: false,
    attempt_count: 0,
    hosted_invoice_url: `${url}/i/${invoice.id}`,
    invoice_pdf: `${url}/i/${invoice.id}/pdf`,
  })
  expect(invoice.number).toMatch(/^\w{8}-0001$/)
  expect(invoice.confirmation_secret).toBeUndefined()
  const whole = await stripe.invoices.retrieve(invoice.id, {
    expand: ['confirmation_secret', 'payments.data.payment.payment_intent', 'customer'],
  })
  const payment = whole.payments?.data[0]
  const intent = payment?.payment.payment_intent
  expect(payment).toMatchObject({ status: 'open', amount_requested: 4900, is_default: true })
  expect(intent).toMatchObject({ amount: 4900, currency: 'eur', customer, status: 'requires_payment_method' })
  expect(whole.confirmation_secret).toEqual({
    type: 'payment_intent',
    client_secret: typeof intent === 'object' ? intent.client_secret : '',
  })
  const again = await refusalOf(stripe.invoices.finalizeInvoice(invoice.id))
  expect(again.message).toContain("can't re-finalize a non-draft invoice")
  expect((await stripe.invoices.retrieve(await openFor(started, customer))).number).toMatch(/-0002$/)
})

test('what is due nothing is paid at once', async () => {
  const started = await start()
  const { customer } = await billed(started, null)
  const draft = await started.stripe.invoices.create({ customer, currency: 'eur' })
  expect(await started.stripe.invoices.finalizeInvoice(draft.id)).toMatchObject({
    status: 'paid',
    attempted: true,
    attempt_count: 0,
  })
  expect(await refusalOf(started.stripe.invoices.pay(draft.id))).toMatchObject({
    statusCode: 400,
    type: 'StripeInvalidRequestError',
    message: 'Invoice is already paid',
  })
})

test('an invoice is voided, or given up and still paid', async () => {
  const started = await start()
  const { stripe } = started
  const { customer, card } = await billed(started)
  const voided = await openFor(started, customer)
  expect(await stripe.invoices.voidInvoice(voided)).toMatchObject({
    status: 'void',
    status_transitions: { voided_at: expect.any(Number) },
  })
  const [payment] = (await stripe.invoicePayments.list({ invoice: voided })).data
  expect(payment?.status).toBe('canceled')
  const pi = String(payment?.payment.payment_intent)
  expect((await refusalOf(stripe.paymentIntents.confirm(pi, { payment_method: card }))).code).toBe(
    'payment_intent_unexpected_state',
  )
  expect((await refusalOf(stripe.invoices.pay(voided))).statusCode).toBe(400)

  const givenUp = await openFor(started, customer)
  expect((await stripe.invoices.markUncollectible(givenUp)).status).toBe('uncollectible')
  expect((await refusalOf(stripe.invoices.voidInvoice(givenUp))).message).toContain("isn't open")
  expect((await stripe.invoices.pay(givenUp)).status).toBe('paid')
  expect((await refusalOf(stripe.invoices.voidInvoice(givenUp))).message).toContain('`paid` payments')
  expect((await refusalOf(stripe.invoices.markUncollectible(givenUp))).statusCode).toBe(400)
  expect(await typesOfEvents(started)).toEqual(
    expect.arrayContaining(['invoice.voided', 'invoice.marked_uncollectible', 'payment_intent.canceled']),
  )
})

test('an invoice paid out of band is paid without an attempt', async () => {
  const started = await start()
  const { customer } = await billed(started)
  const id = await openFor(started, customer)
  const paid = await started.stripe.invoices.pay(id, { paid_out_of_band: true })
  expect(paid).toMatchObject({ status: 'paid', amount_paid: 4900, attempted: false })
  const types = await typesOfEvents(started)
  expect(types).toContain('invoice.paid')
  expect(types).not.toContain('invoice.payment_succeeded')
  expect(started.sandbox.control.book(id)[0]?.charges).toEqual([])
})

test('a draft may be changed and deleted; an open invoice keeps what it says', async () => {
  const started = await start()
  const { stripe } = started
  const { customer, card } = await billed(started)
  const draft = await draftFor(started, customer)
  expect(await stripe.invoices.update(draft, { description: 'Spring' })).toMatchObject({
    description: 'Spring',
  })
  await stripe.invoices.finalizeInvoice(draft)
  expect(await refusalOf(stripe.invoices.update(draft, { description: 'Summer' }))).toMatchObject({
    message: "Finalized invoices can't be updated in this way",
    param: 'description',
  })
  const changed = await stripe.invoices.update(draft, {
    metadata: { a: 'b' },
    default_payment_method: card,
  })
  expect(changed).toMatchObject({ metadata: { a: 'b' }, default_payment_method: card })
  expect((await refusalOf(stripe.invoices.del(draft))).message).toBe('You can only delete draft invoices.')
  const other = await draftFor(started, customer)
  expect(await stripe.invoices.del(other)).toMatchObject({ deleted: true })
  expect((await refusalOf(stripe.invoices.retrieve(other))).statusCode).toBe(404)
})

test('sent invoices need a due date, others may have none', async () => {
  const started = await start()
  const { customer } = await billed(started)
  const { stripe } = started
  const sent = { customer, collection_method: 'send_invoice' as const }
  expect((await refusalOf(stripe.invoices.create(sent))).message).toContain('you must specify')
  expect((await refusalOf(stripe.invoices.create({ customer, days_until_due: 3 }))).message).toContain(
    'You can only specify',
  )
  const { created, due_date } = await stripe.invoices.create({ ...sent, days_until_due: 3 })
  expect(due_date).toBe(created + 3 * 86_400)
})

test('invoices are listed by customer, status and how they are collected', async () => {
  const started = await start()
  const { stripe } = started
  const [one, two] = [await billed(started), await billed(started)]
  const open = await openFor(started, one.customer)
  const draft = await draftFor(started, one.customer)
  await openFor(started, two.customer)
  const listed = async (filter: object) => (await stripe.invoices.list(filter)).data.map(({ id }) => id)
  expect(await listed({ customer: one.customer })).toEqual([draft, open])
  expect(await listed({ customer: one.customer, status: 'open' })).toEqual([open])
  expect(await listed({ status: 'draft', collection_method: 'charge_automatically' })).toEqual([draft])
  expect(await listed({ created: { gt: 4_000_000_000 } })).toEqual([])
  const wrong = await refusalOf(stripe.invoices.list({ status: 'lost' }))
  expect(wrong.message).toBe('Invalid status: must be one of draft, open, void, paid, or uncollectible')
})
