import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { begin, comeBack, confirm } from '../support/coming-back.ts'
import { startDesk } from '../support/running-desk.ts'
import { movableClock, toHostedPage } from '../support/story.ts'

const hour = 60 * 60_000

async function openStage() {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  return { clock, desk, alice: await desk.signedIn('alice') }
}

it('a card that was begun and never typed can be typed no more an hour later, in the field or on Stripe’s page', async () => {
  const { clock, desk, alice } = await openStage()
  const begun = await begin(alice)
  const page = await toHostedPage(alice)
  clock.pass(hour - 60_000)
  await desk.settled()
  expect(desk.sandbox.flow.setupIntent(begun.setupIntentId)?.status).toBe('requires_payment_method')
  clock.pass(60_000)
  await desk.settled()
  expect(desk.sandbox.flow.setupIntent(begun.setupIntentId)?.status).toBe('canceled')
  expect(confirm(desk, begun)).toMatchObject({ outcome: 'refused' })
  const session = /cs_\w+/.exec(page)?.[0] ?? ''
  expect(desk.sandbox.flow.checkoutSession(session)?.status).toBe('expired')
  const open = await desk.database.all("select id from setups where status in ('started', 'processing')")
  expect(open).toEqual([])
})

it('whoever comes back to it is told, and may start again', async () => {
  const { clock, desk, alice } = await openStage()
  const { setupIntentId } = await begin(alice)
  clock.pass(hour)
  await desk.settled()
  const later = await desk.signedIn('alice')
  const back = await comeBack(later, `?setup_intent=${setupIntentId}`)
  expect(back).toMatchObject({
    to: paths.newPaymentMethod,
    said: 'There is a problem Adding this card was cancelled. You can start again.',
  })
  const again = await begin(later)
  confirm(desk, again)
  expect(await comeBack(later, `?setup_intent=${again.setupIntentId}`)).toMatchObject({ rows: 3 })
})

it('a card that was saved in time stays', async () => {
  const { clock, desk, alice } = await openStage()
  confirm(desk, await begin(alice))
  await desk.settled()
  clock.pass(2 * hour)
  await desk.settled()
  const later = await desk.signedIn('alice')
  expect((await later.get(paths.paymentMethods)).text.match(/<li class="card"/g)).toHaveLength(3)
})
