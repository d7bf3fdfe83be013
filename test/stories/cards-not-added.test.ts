import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { begin, comeBack, confirm } from '../support/coming-back.ts'
import { startDesk } from '../support/running-desk.ts'
import {
  addCard,
  atStripe,
  backFromHostedPage,
  mastercard,
  rowsOf,
  textOf,
  toHostedPage,
} from '../support/story.ts'

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
    expect(waiting).toContain('data-hx-get="/settings/payment-methods?look=1&amp;verifying=yes"')
    expect((await alice.get(paths.wallet(10, true))).text).toContain('Stripe is still verifying a new card.')

    const [intent] = [...desk.sandbox.ledger.setupIntents.newestFirst((await atStripe(desk)).customerId)]
    desk.sandbox.control.settleProcessing(intent?.id ?? '')
    await desk.settled()
    const { text } = await alice.get(paths.paymentMethods)
    expect(text).not.toContain('being verified')
    expect(rowsOf(text)).toHaveLength(3)
  },
)

it('of a card that fails after it was being verified, the list says so until another one is saved', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  desk.sandbox.control.orderProcessing({ times: 1, outcome: 'fail' })
  const begun = await begin(alice)
  confirm(desk, begun, mastercard)
  await comeBack(alice, `?setup_intent=${begun.setupIntentId}`)
  expect((await alice.get(paths.paymentMethods)).text).toContain('A new card is being verified.')
  desk.sandbox.control.settleProcessing(begun.setupIntentId)
  await desk.settled()
  const { text } = await alice.get(paths.paymentMethods)
  expect(text).not.toContain('being verified')
  expect(textOf(text)).toMatch(/The card that you began to add on \d+ \w+ \d{4} could not be verified/)
  expect(rowsOf(text)).toHaveLength(2)
  expect(await addCard(alice)).not.toContain('could not be verified')
})
