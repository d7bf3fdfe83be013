import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { deliver, eventBody, now } from '../support/signed-events.ts'
import { addCard, atStripe, companyNamed, movableClock, rowsOf, visa } from '../support/story.ts'

/** Done at Stripe's side, by somebody else. */
async function stripe(
  desk: Desk,
  method: string,
  path: string,
  form: Record<string, string> = {},
): Promise<void> {
  const headers = { Authorization: `Bearer ${desk.keys.secretKey}` }
  const body = method === 'POST' ? { body: new URLSearchParams(form) } : {}
  const answer = await fetch(`${desk.sandboxUrl}/v1${path}`, { method, headers, ...body })
  if (!answer.ok) throw new Error(await answer.text())
}

async function rows(visitor: Visitor) {
  return rowsOf((await visitor.get(paths.paymentMethods)).text)
}

it('a card attached at Stripe’s side shows up, and is a backup only when its company agrees', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const { customerId } = await atStripe(desk)
  await stripe(desk, 'POST', '/payment_methods/pm_card_amex/attach', { customer: customerId })
  await desk.settled()
  const attached = (await rows(alice))[2]
  expect(attached).toMatchObject({ badge: 'Not a backup', actions: ['default', 'backup', 'removal'] })
  expect(attached?.text).toContain('American Express')
  expect((await alice.get(paths.backup(attached?.id ?? ''))).text).toContain(
    'Use American Express ending in 0005 as a backup?',
  )
  await alice.post(paths.backup(attached?.id ?? ''))
  expect((await rows(alice))[2]).toMatchObject({ badge: 'Backup 2' })
})

it('a card that is updated, automatically updated or detached at Stripe’s side is so in the list', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const [first = '', second = ''] = (await rows(alice)).map(({ id }) => id)
  await stripe(desk, 'POST', `/payment_methods/${first}`, {
    'card[exp_month]': '7',
    'card[exp_year]': '2041',
  })
  desk.sandbox.control.changeByNetwork(second, { last4: '9999', exp_month: 3, exp_year: 2042 })
  await desk.settled()
  const changed = await rows(alice)
  expect(changed[0]?.text).toContain('Expires 07/2041')
  expect(changed[1]?.text).toMatch(/Mastercard ending in .*9999.*Expires 03\/2042/)
  await stripe(desk, 'POST', `/payment_methods/${first}/detach`)
  await desk.settled()
  expect((await rows(alice)).map(({ id, badge }) => [id, badge])).toEqual([[second, 'Default']])
  expect((await atStripe(desk)).defaultId).toBe(second)
})

it('a default that is changed at Stripe’s side is the default in the list', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const second = (await rows(alice))[1]?.id ?? ''
  const { customerId } = await atStripe(desk)
  await stripe(desk, 'POST', `/customers/${customerId}`, {
    'invoice_settings[default_payment_method]': second,
  })
  await desk.settled()
  expect((await rows(alice)).map(({ badge }) => badge)).toEqual(['Backup 1', 'Default'])
})

it('two events of the same second in reverse order, and of another company’s customer, end in the truth', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const [first = '', second = ''] = (await rows(alice)).map(({ id }) => id)
  const { customerId } = await atStripe(desk)
  const method = (customer: string | null) => ({ object: { id: second, object: 'payment_method', customer } })
  const created = now()
  const detached = {
    created,
    type: 'payment_method.detached',
    data: { ...method(null), previous_attributes: { customer: customerId } },
  }
  const attached = { created, type: 'payment_method.attached', data: method(customerId) }
  for (const changes of [detached, attached, detached])
    expect((await deliver(desk, eventBody(changes))).status).toBe(200)
  expect((await deliver(desk, eventBody({ type: 'customer.deleted' }, customerId))).status).toBe(200)
  expect((await deliver(desk, eventBody({ type: 'customer.deleted' }, 'cus_of_nobody'))).status).toBe(200)
  await desk.settled()
  expect((await rows(alice)).map(({ id }) => id)).toEqual([first, second])
})

it('a deleted customer leaves no card and no address lost, and adding again makes a new customer', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const before = await atStripe(desk)
  await stripe(desk, 'DELETE', `/customers/${before.customerId}`)
  await desk.settled()
  expect(await rows(alice)).toEqual([])
  expect((await companyNamed(desk, 'Atelier Lumière')).customerId).toBe(null)

  await addCard(alice, visa)
  await desk.settled()
  const after = await atStripe(desk)
  expect(after.customerId).not.toBe(before.customerId)
  expect(await rows(alice)).toMatchObject([{ id: after.defaultId, badge: 'Default' }])
  const details = (await alice.get(paths.billingDetails)).text
  const kept = ['12 rue des Lices', '35000', 'Rennes', 'factures@atelier.example']
  expect(kept.filter((value) => !details.includes(`value="${value}"`))).toEqual([])
})

it('a customer deleted without an event that arrived is noticed when a card is begun', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  desk.sandbox.webhooks.remove(`${desk.url}${paths.webhook}`)
  await stripe(desk, 'DELETE', `/customers/${(await atStripe(desk)).customerId}`)
  expect(rowsOf(await addCard(alice, visa))).toMatchObject([{ badge: 'Default' }])
})

it('an event is kept though its reaction fails, and done later', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock, stripeTimeout: 200 })
  const alice = await desk.signedIn('alice')
  const second = (await rows(alice))[1]?.id ?? ''
  const { customerId } = await atStripe(desk)
  await desk.settled()
  await stripe(desk, 'POST', `/customers/${customerId}`, {
    'invoice_settings[default_payment_method]': second,
  })
  desk.sandbox.faults.order({ kind: '500-before', method: 'GET' })
  await desk.settled()
  const waiting = await desk.database.all<{ last_error: string | null }>(
    'select last_error from stripe_events where done_at is null',
  )
  expect(waiting).not.toEqual([])
  expect((await rows(alice)).map(({ badge }) => badge)).toEqual(['Default', 'Backup 1'])
  desk.sandbox.faults.clear()
  clock.pass(5_000)
  await desk.settled()
  expect((await rows(alice)).map(({ badge }) => badge)).toEqual(['Backup 1', 'Default'])
  expect(await desk.database.all('select id from stripe_events where done_at is null')).toEqual([])
})
