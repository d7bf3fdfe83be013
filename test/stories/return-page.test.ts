import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { begin, comeBack, confirm } from '../support/coming-back.ts'
import { startDesk } from '../support/running-desk.ts'
import { backFromHostedPage, mastercard, rowsOf } from '../support/story.ts'

const notKnown = {
  to: paths.newPaymentMethod,
  said: 'There is a problem We do not know this card. You can start again.',
  rows: 0,
}

it('another company’s setup or session is as unknown as one that never was, or as none', async () => {
  const desk = await startDesk()
  const [alice, charlie] = [await desk.signedIn('alice'), await desk.signedIn('charlie')]
  const hers = await begin(alice)
  confirm(desk, hers)
  const back = await backFromHostedPage(alice, mastercard)
  const session = new URL(back, desk.url).search
  for (const query of [
    `?setup_intent=${hers.setupIntentId}`,
    session,
    '?setup_intent=seti_none',
    '?session=cs_test_none',
    '',
  ]) {
    expect(await comeBack(charlie, query), query).toEqual(notKnown)
  }
  await desk.settled()
  expect(rowsOf((await charlie.get(paths.paymentMethods)).text)).toEqual([])
  expect((await charlie.get(paths.refusal(hers.setupIntentId))).text).not.toContain('M4B')
})

it('garbage in the query is an unknown card too, and Stripe is not asked for it', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  await desk.settled()
  desk.sandbox.log.clear()
  const garbage = [
    '?session=',
    '?session=.',
    '?session=..%2F..%2Fcustomers',
    '?session=%00',
    '?session=%7BCHECKOUT_SESSION_ID%7D',
    `?session=${'x'.repeat(5000)}`,
    '?session=a&session=b',
    '?setup_intent=',
    '?setup_intent=seti_%0d%0aX:1',
    '?setup_intent[]=seti_1',
    '?setup_intent=<script>',
    '?__proto__=1',
    '?%E0%A4%A=1',
  ]
  for (const query of garbage) expect(await comeBack(alice, query), query).toEqual(notKnown)
  expect(desk.sandbox.log.entries.map(({ path }) => path)).toEqual([])
})

it('opened twice it says the same, and there is one card', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const back = (await backFromHostedPage(alice, mastercard)).slice(paths.returnFromStripe.length)
  const first = await comeBack(alice, back)
  expect(first).toEqual({ to: paths.paymentMethods, said: 'Mastercard ending in 4444 is added.', rows: 3 })
  expect(await comeBack(alice, back)).toEqual(first)
  await desk.settled()
  expect(await comeBack(alice, back)).toEqual(first)
})

it('of a card that was removed since, it says so', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const back = (await backFromHostedPage(alice, mastercard)).slice(paths.returnFromStripe.length)
  await comeBack(alice, back)
  const added = rowsOf((await alice.get(paths.paymentMethods)).text).at(-1)
  await alice.post(paths.removal(added?.id ?? ''))
  await alice.get(paths.paymentMethods)
  expect(await comeBack(alice, back)).toEqual({
    to: paths.paymentMethods,
    said: 'There is a problem This card has been removed since.',
    rows: 2,
  })
})
