import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { startDesk, type Visitor } from '../support/running-desk.ts'
import { addCard, atStripe, bannerOf, mastercard, rowsOf, textOf, titleOf } from '../support/story.ts'

async function listOf(visitor: Visitor): Promise<string> {
  return (await visitor.get(paths.paymentMethods)).text
}

it('setting the default answers 303, then says so first in main, focused and in the title, and only once', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice', 'fr')
  const before = rowsOf(await listOf(alice))
  const second = before[1]?.id ?? ''
  const answer = await alice.post(paths.default(second))
  expect([answer.status, answer.headers.location]).toEqual([303, paths.paymentMethods])

  const html = await listOf(alice)
  const said = 'Mastercard se terminant par 4444 est maintenant votre carte par défaut.'
  expect(html).toMatch(
    new RegExp(
      `<main[^>]*>\\s*<div id="banner">\\s*<div class="banner done" tabindex="-1" autofocus[^>]*><p>${said}`,
    ),
  )
  expect(html.match(/ autofocus/g)).toHaveLength(1)
  expect(titleOf(html)).toBe(`${said} – Moyens de paiement – Guichet`)
  const rows = rowsOf(html)
  expect(rows.map(({ badge }) => badge)).toEqual(['Secours 1', 'Par défaut'])
  expect(rows.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect((await atStripe(desk)).defaultId).toBe(second)

  const reloaded = await listOf(alice)
  expect(bannerOf(reloaded)).toBe('')
  expect(titleOf(reloaded)).toBe('Moyens de paiement – Guichet')
  await desk.settled()
  expect(rowsOf(await listOf(alice)).map(({ badge }) => badge)).toEqual(['Secours 1', 'Par défaut'])
})

it('backups move up and down, and who is at the end stays there', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const [visa, mastercard4444, third] = rowsOf(await addCard(alice, '4000 0025 0000 0003')).map(
    ({ id }) => id,
  )
  const move = async (id: string | undefined, direction: string) => {
    const answer = await alice.post(paths.order(id ?? ''), { direction })
    const html = (await alice.get(answer.headers.location ?? '')).text
    return { said: bannerOf(html), order: rowsOf(html).map((row) => row.id) }
  }
  expect(await move(third, 'up')).toEqual({
    said: 'Visa ending in 0003 is now backup 1.',
    order: [visa, third, mastercard4444],
  })
  expect(await move(third, 'up')).toEqual({
    said: 'Visa ending in 0003 keeps its place.',
    order: [visa, third, mastercard4444],
  })
  expect(await move(third, 'down')).toEqual({
    said: 'Visa ending in 0003 is now backup 2.',
    order: [visa, mastercard4444, third],
  })
  expect((await move(visa, 'down')).said).toBe('Visa ending in 4242 keeps its place.')
})

it('when the default is removed, the first backup becomes the default, at Stripe and here', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice', 'fr')
  const [first, , third] = rowsOf(await addCard(alice, mastercard)).map(({ id }) => id)
  await alice.post(paths.order(third ?? ''), { direction: 'up' })
  const answer = await alice.post(paths.removal(first ?? ''))
  expect([answer.status, answer.headers.location]).toEqual([303, paths.paymentMethods])
  const html = await listOf(alice)
  expect(bannerOf(html)).toBe(
    'Visa se terminant par 4242 est retirée. Mastercard se terminant par 4444 est maintenant votre carte par défaut.',
  )
  expect(rowsOf(html).map(({ id, badge }) => [id, badge])).toEqual([
    [third, 'Par défaut'],
    [expect.any(String), 'Secours 1'],
  ])
  await desk.settled()
  const stripe = await atStripe(desk)
  expect(stripe.defaultId).toBe(third)
  expect(stripe.ids).not.toContain(first)
  const again = await alice.post(paths.removal(first ?? ''))
  expect(again.status).toBe(303)
})

it.each([
  [
    'fr',
    'C’est votre seule carte\u00a0: vos prochaines factures ne pourront pas être payées',
    'Vous n’avez pas encore de moyen de paiement.',
  ],
  ['en', 'It is your only card: your next invoices cannot be paid', 'You have no payment method yet.'],
] as const)(
  'in %s, removing the last card is asked with its consequence and leaves the empty state',
  async (language, consequence, empty) => {
    const desk = await startDesk()
    const alice = await desk.signedIn('alice', language)
    const [first, second] = rowsOf(await listOf(alice)).map(({ id }) => id)
    await alice.post(paths.removal(second ?? ''))
    expect(textOf((await alice.get(paths.removal(first ?? ''))).text)).toContain(consequence)
    await alice.post(paths.removal(first ?? ''))
    const html = await listOf(alice)
    expect(rowsOf(html)).toEqual([])
    expect(textOf(html)).toContain(empty)
    await desk.settled()
    expect(await atStripe(desk)).toMatchObject({ defaultId: null, ids: [] })
  },
)

it('what is asked of a card that was removed in another window is answered with the list as it is', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const [, second] = rowsOf((await alice.get(paths.paymentMethods)).text)
  const id = second?.id ?? ''
  await alice.post(paths.removal(id))
  for (const ask of [() => alice.post(paths.default(id)), () => alice.get(paths.removal(id))]) {
    const answer = await ask()
    expect(answer.status).toBe(303)
    const { text } = await alice.get(answer.headers.location ?? '')
    expect(bannerOf(text)).toBe('There is a problem This card has been removed since.')
    expect(rowsOf(text)).toHaveLength(1)
  }
})
