import { expect, it } from 'vitest'
import { consentIn } from '../../src/payment-methods/consent.ts'
import { paths } from '../../src/web/paths.ts'
import { startDesk } from '../support/running-desk.ts'
import {
  addCard,
  atStripe,
  backFromHostedPage,
  bannerOf,
  companyNamed,
  mastercard,
  rowsOf,
  titleOf,
  toHostedPage,
  typeCard,
  visa,
} from '../support/story.ts'

it('Charlie adds a first card without JavaScript: it is his default, here and at Stripe', async () => {
  const desk = await startDesk()
  const charlie = await desk.signedIn('charlie', 'fr')
  const hosted = await toHostedPage(charlie)
  expect(hosted.startsWith(`${desk.sandboxUrl}/c/pay/cs_test_`)).toBe(true)
  expect(await (await fetch(hosted)).text()).toContain('<html lang="fr"')
  const saved = await typeCard(hosted, visa)
  expect(saved.status).toBe(303)
  const back = new URL(saved.headers.get('Location') ?? '')
  expect(back.pathname).toBe(paths.returnFromStripe)
  const returned = await charlie.get(back.pathname + back.search)
  expect([returned.status, returned.headers.location]).toEqual([303, paths.paymentMethods])
  const { text: html } = await charlie.get(paths.paymentMethods)
  const said = 'Visa se terminant par 4242 est ajoutée. C’est votre carte par défaut.'
  expect(bannerOf(html)).toBe(said)
  expect(titleOf(html)).toMatch(said)
  const [row] = rowsOf(html)
  expect(row).toMatchObject({ badge: 'Par défaut' })
  expect(await atStripe(desk, 'Brasserie du Port')).toMatchObject({ defaultId: row?.id, ids: [row?.id] })
  await desk.settled()
  expect(rowsOf((await charlie.get(paths.paymentMethods)).text)).toHaveLength(1)
})

it('a card whose visitor never comes back appears by its event, as a default and with its consent', async () => {
  const desk = await startDesk()
  const charlie = await desk.signedIn('charlie')
  await backFromHostedPage(charlie)
  await desk.settled()
  const [row] = rowsOf((await charlie.get(paths.paymentMethods)).text)
  expect(row).toMatchObject({ badge: 'Default' })
  expect((await atStripe(desk, 'Brasserie du Port')).defaultId).toBe(row?.id)
  expect(
    await desk.database.all('select payment_method_id from consents where payment_method_id = $1', [
      row?.id ?? '',
    ]),
  ).toHaveLength(1)
})

it.each(['fr', 'en'] as const)(
  'consent in %s is kept with its version, wording, member and time',
  async (language) => {
    const desk = await startDesk()
    const bob = await desk.signedIn('bob', language)
    const begun = Date.now()
    const added = rowsOf(await addCard(bob, mastercard)).at(-1)
    const kept = await desk.database.get<{ agreed_at: number }>(
      `select a.version, a.language, a.wording, a.company_id, m.email, a.agreed_at
     from consents a join members m on m.id = a.member_id where a.payment_method_id = $1`,
      [added?.id ?? ''],
    )
    expect(kept).toEqual({
      ...consentIn(language),
      company_id: (await companyNamed(desk, 'Atelier Lumière')).id,
      email: 'bob@atelier.example',
      agreed_at: expect.any(Number),
    })
    expect(kept?.agreed_at).toBeGreaterThanOrEqual(begun)
  },
)

it('the same card added twice is said to be there already, and both are kept when Alice says so', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const twin = rowsOf(await addCard(alice, visa)).find(({ actions }) => actions.includes('duplicate'))
  expect(twin?.text).toMatch(/The same card is already here, added on \d+ \w+ \d{4} ?\. Keep both/)
  await alice.post(paths.duplicate(twin?.id ?? ''))
  const { text: html } = await alice.get(paths.paymentMethods)
  expect(bannerOf(html)).toBe('Both cards are kept.')
  expect(html).not.toContain('already here')
  expect(rowsOf(html)).toHaveLength(3)
})

it('a co-branded card shows its brand in words, and a declined one stays on Stripe’s page', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice', 'fr')
  expect(rowsOf(await addCard(alice, '4000 0025 0000 1001')).at(-1)?.text).toMatch(
    /Cartes Bancaires se terminant par|Visa se terminant par/,
  )
  const declined = await typeCard(await toHostedPage(alice), '4000 0000 0000 0002')
  expect(declined.status).toBe(422)
  expect((await atStripe(desk)).ids).toHaveLength(3)
})

it('pressing the button twice leads to one page of Stripe’s', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const { text } = await alice.get(paths.newPaymentMethod)
  const attempt = /name="attempt" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const first = await alice.post(paths.paymentMethods, { attempt })
  const second = await alice.post(paths.paymentMethods, { attempt })
  expect(second.headers.location).toBe(first.headers.location)
  const both = await Promise.all(
    [1, 2].map(() => alice.post(paths.paymentMethods, { attempt: crypto.randomUUID() })),
  )
  expect(both.map(({ status }) => status)).toEqual([303, 303])
})
