import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import {
  addCard,
  atStripe,
  backFromHostedPage,
  bannerOf,
  mastercard,
  rowsOf,
  toHostedPage,
  visa,
} from '../support/story.ts'

interface Begun {
  readonly setupIntentId: string
  readonly clientSecret: string
}

/** As the script on the page begins, and Stripe's field confirms. */
async function begin(visitor: Visitor): Promise<Begun> {
  const form = { attempt: crypto.randomUUID() }
  return (await visitor.post(paths.paymentMethods, form, { Accept: 'application/json' })).body
}

function confirm({ sandbox }: Desk, { setupIntentId }: Begun, number = visa) {
  const card = { number: number.replaceAll(' ', ''), expMonth: 12, expYear: 2040, cvc: '123' }
  return sandbox.flow.confirmSetupIntent(setupIntentId, {
    card,
    billing: { country: 'CA', postalCode: 'M4B 1B3' },
  })
}

async function comeBack(
  visitor: Visitor,
  query: string,
): Promise<{ to: string; said: string; rows: number }> {
  const answer = await visitor.get(`${paths.returnFromStripe}${query}`)
  expect(answer.status).toBe(303)
  const to = answer.headers.location ?? ''
  const { text } = await visitor.get(to)
  return { to, said: bannerOf(text), rows: rowsOf(text).length }
}

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

it('of a card that was refused, it says why and keeps the postal code', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice', 'fr')
  const begun = await begin(alice)
  confirm(desk, begun, '4000 0000 0000 9995')
  const back = await comeBack(alice, `?setup_intent=${begun.setupIntentId}&redirect_status=failed`)
  expect(back).toMatchObject({ to: paths.refusal(begun.setupIntentId), rows: 0 })
  expect(back.said).toMatch(/^Il y a un problème .*provision/)
  expect((await alice.get(back.to)).text).toMatch(/<title>Erreur\u00a0: Ajouter un moyen de paiement/)
  confirm(desk, begun, '4000 0000 0000 0036')
  const postal = (await alice.get(paths.refusal(begun.setupIntentId))).text
  expect(postal).toMatch(/name="postal_code" type="text" value="M4B 1B3"[^>]* aria-invalid="true"/)
  expect(postal).toContain('data-postal-code="413"')
  expect(rowsOf(await addCard(alice, mastercard))).toHaveLength(3)
})

it('of a setup that was cancelled, or that waits for its card, it says so', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const begun = await begin(alice)
  const problem = 'There is a problem'
  expect((await comeBack(alice, `?setup_intent=${begun.setupIntentId}`)).said).toBe(
    `${problem} Your card was not added: Stripe still waits for it. You can start again.`,
  )
  const session = (await toHostedPage(alice)).split('/').at(-1)
  expect((await comeBack(alice, `?session=${session}`)).said).toMatch(/Stripe still waits for it/)
  const secret = { Authorization: `Bearer ${desk.keys.secretKey}` }
  await fetch(`${desk.sandboxUrl}/v1/setup_intents/${begun.setupIntentId}/cancel`, {
    method: 'POST',
    headers: secret,
  })
  expect((await comeBack(alice, `?setup_intent=${begun.setupIntentId}`)).said).toBe(
    `${problem} Adding this card was cancelled. You can start again.`,
  )
})

it.each(['Stripe’s field', 'Stripe’s page'])(
  'of a card that Stripe still verifies, begun in %s, a row says so until its event',
  async (where) => {
    const desk = await startDesk()
    const alice = await desk.signedIn('alice')
    desk.sandbox.control.orderProcessing({ times: 1, outcome: 'succeed' })
    const begun = where === 'Stripe’s field' ? await begin(alice) : undefined
    if (begun) confirm(desk, begun, mastercard)
    const query = begun
      ? `?setup_intent=${begun.setupIntentId}`
      : (await backFromHostedPage(alice, mastercard)).slice(paths.returnFromStripe.length)
    expect(await comeBack(alice, query)).toEqual({ to: paths.paymentMethods, said: '', rows: 2 })
    const waiting = (await alice.get(paths.paymentMethods)).text
    expect(waiting).toContain('A new card is being verified.')
    expect(waiting).toContain('data-hx-get="/settings/payment-methods?look=1"')
    expect((await alice.get(paths.wallet(10))).text).toContain('Stripe is still verifying this card.')

    const [intent] = [...desk.sandbox.ledger.setupIntents.newestFirst((await atStripe(desk)).customerId)]
    desk.sandbox.control.settleProcessing(intent?.id ?? '')
    await desk.settled()
    const { text } = await alice.get(paths.paymentMethods)
    expect(text).not.toContain('being verified')
    expect(rowsOf(text)).toHaveLength(3)
  },
)
