import { describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { addCard, atStripe, bannerOf, companyNamed, rowsOf, textOf } from '../support/story.ts'
import { ownCardOf, stripeSide, subscribe } from '../support/subscriptions.ts'
import { bothSay, expectEachKeyToBeOneAct, inTrouble } from '../support/trouble.ts'

interface Scene {
  desk: Desk
  alice: Visitor
  /** Visa 4242, the default; Mastercard 4444; Visa 0003. */
  first: string
  second: string
  third: string
}

async function scene(language: 'en' | 'fr' = 'en'): Promise<Scene> {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice', language)
  const ids = rowsOf(await addCard(alice, '4000 0025 0000 0003')).map(({ id }) => id)
  await desk.settled()
  const [first = '', second = '', third = ''] = ids
  return { desk, alice, first, second, third }
}

async function listOf(visitor: Visitor): Promise<string> {
  return (await visitor.get(paths.paymentMethods)).text
}

/** What the browser sends with the form of the page that asks; `ticked` unless somebody unticks the box. */
async function answerOn(visitor: Visitor, page: string, ticked = true): Promise<Record<string, string>> {
  const { text } = await visitor.get(page)
  const question = /name="subscriptions" value="([^"]+)"/.exec(text)?.[1]
  return { ...(question && { subscriptions: question }), ...(ticked && { follow: 'yes' }) }
}

function changesAt({ sandbox }: Desk): string[] {
  return sandbox.log.entries.filter(({ method }) => method === 'POST').map(({ path }) => path)
}

describe('Another default', () => {
  it.each([
    [
      'en',
      'Make Mastercard ending in 4444 your default card?',
      'Studio €49.00 a month Visa ending in •••• 0003',
      'Charge this subscription to the new default card too',
      'Mastercard ending in 4444 is now your default card. 1 subscription follows it.',
      'Charged for: Studio',
    ],
    [
      'fr',
      'Définir Mastercard se terminant par 4444 comme carte par défaut\u202f?',
      'Studio 49,00\u00a0€ par mois Visa se terminant par •••• 0003',
      'Débiter aussi cet abonnement sur la nouvelle carte par défaut',
      'Mastercard se terminant par 4444 est maintenant votre carte par défaut. 1 abonnement la suit.',
      'Débitée pour\u00a0: Studio',
    ],
  ] as const)(
    'in %s, asks about the subscriptions with a card of their own, and takes them along',
    async (language, heading, listed, label, said, charged) => {
      const { desk, alice, second, third } = await scene(language)
      const studio = await subscribe(desk, 'Studio', third)
      expect(rowsOf(await listOf(alice)).map(({ text }) => text.includes(charged))).toEqual([
        false,
        false,
        true,
      ])

      const asked = await alice.post(paths.default(second))
      expect([asked.status, asked.headers.location]).toEqual([303, paths.default(second)])
      expect((await atStripe(desk)).defaultId).not.toBe(second)
      const page = (await alice.get(paths.default(second))).text
      for (const words of [heading, listed, label])
        expect(textOf(page).replace(/(\s*&nbsp;\s*)/g, ' ')).toContain(words)
      expect(page).toMatch(/<input type="checkbox" name="follow" value="yes" checked>/)

      const answer = await alice.post(paths.default(second), await answerOn(alice, paths.default(second)))
      expect([answer.status, answer.headers.location]).toEqual([303, paths.paymentMethods])
      const list = await listOf(alice)
      expect(bannerOf(list)).toBe(said)
      expect(textOf(list)).not.toContain(charged)
      expect([(await atStripe(desk)).defaultId, ownCardOf(desk, studio)]).toEqual([second, null])
      await desk.settled()
      expect(textOf(await listOf(alice))).not.toContain(charged)
    },
  )

  it('leaves them with their cards when the box is unticked', async () => {
    const { desk, alice, second, third } = await scene()
    const [studio, archive] = [
      await subscribe(desk, 'Studio', third),
      await subscribe(desk, 'Archive', third),
    ]
    await alice.post(paths.default(second), await answerOn(alice, paths.default(second), false))
    expect(bannerOf(await listOf(alice))).toBe(
      'Mastercard ending in 4444 is now your default card. 2 subscriptions keep their own cards.',
    )
    await desk.settled()
    expect([studio, archive].map((id) => ownCardOf(desk, id))).toEqual([third, third])
    expect(textOf(await listOf(alice))).toContain('Charged for: Archive, Studio')
  })

  it('is one click where no subscription names another card', async () => {
    const { desk, alice, second } = await scene()
    await subscribe(desk, 'Studio', second)
    await subscribe(desk, 'Archive', null)
    await alice.post(paths.default(second))
    expect(bannerOf(await listOf(alice))).toBe('Mastercard ending in 4444 is now your default card.')
    const question = await alice.get(paths.default(second))
    expect([question.status, question.headers.location]).toEqual([303, paths.paymentMethods])
  })

  it('is asked about on a page of its own with htmx, too', async () => {
    const { desk, alice, second, third } = await scene()
    await subscribe(desk, 'Studio', third)
    const asked = await alice.post(paths.default(second), {}, { 'HX-Request': 'true' })
    expect([asked.status, asked.headers['hx-redirect'], asked.text]).toEqual([200, paths.default(second), ''])
  })

  it('is asked about again when other subscriptions have come meanwhile, and GET changes nothing', async () => {
    const { desk, alice, second, third } = await scene()
    await subscribe(desk, 'Studio', third)
    const early = await answerOn(alice, paths.default(second))
    const archive = await subscribe(desk, 'Archive', third)
    desk.sandbox.log.clear()
    const answer = await alice.post(paths.default(second), early)
    expect(answer.headers.location).toBe(paths.default(second))
    expect((await alice.get(paths.default(second))).text).toContain('Archive')
    expect([changesAt(desk), ownCardOf(desk, archive)]).toEqual([[], third])
  })

  it('pressed twice asks Stripe once for each', async () => {
    const { desk, alice, second, third } = await scene()
    const studio = await subscribe(desk, 'Studio', third)
    const form = await answerOn(alice, paths.default(second))
    desk.sandbox.log.clear()
    desk.sandbox.faults.order({ kind: 'delay', method: 'POST', ms: 100 })
    const answers = await Promise.all([1, 2, 3].map(() => alice.post(paths.default(second), form)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const { customerId } = await atStripe(desk)
    expect(changesAt(desk)).toEqual([`/v1/customers/${customerId}`, `/v1/subscriptions/${studio}`])
  })
})

describe('A removal', () => {
  it('says which subscriptions use the card and what is charged instead, and takes them along', async () => {
    const { desk, alice, second } = await scene()
    const studio = await subscribe(desk, 'Studio', second)
    const page = textOf((await alice.get(paths.removal(second))).text)
    expect(page).toContain(
      'One subscription is charged to this card: Studio €49.00 a month It will be charged to Visa ending in 4242 instead.',
    )
    await alice.post(paths.removal(second))
    expect(bannerOf(await listOf(alice))).toBe(
      'Mastercard ending in 4444 is removed. 1 subscription follows Visa ending in 4242.',
    )
    expect(ownCardOf(desk, studio)).toBeNull()
    const sent = changesAt(desk)
    expect(sent.indexOf(`/v1/subscriptions/${studio}`)).toBeLessThan(
      sent.indexOf(`/v1/payment_methods/${second}/detach`),
    )
  })

  it.each([
    [true, ' 2 subscriptions follow it.', null],
    [false, ' 1 subscription follows it. 1 subscription keeps its own card.', 'third'],
  ] as const)(
    'of the default asks about those with still another card; ticked: %s',
    async (ticked, said, kept) => {
      const { desk, alice, first, third } = await scene()
      const studio = await subscribe(desk, 'Studio', first)
      const archive = await subscribe(desk, 'Archive', third)
      const unasked = await alice.post(paths.removal(first))
      expect(unasked.headers.location).toBe(paths.removal(first))
      const form = await answerOn(alice, paths.removal(first), ticked)
      await alice.post(paths.removal(first), form)
      expect(bannerOf(await listOf(alice))).toBe(
        `Visa ending in 4242 is removed. Mastercard ending in 4444 is now your default card.${said}`,
      )
      expect(ownCardOf(desk, studio)).toBeNull()
      expect(ownCardOf(desk, archive)).toBe(kept === 'third' ? third : null)
    },
  )

  it.each([
    [
      'en',
      '2 subscriptions are charged to this card:',
      'They cannot be charged until you add another card.',
      'Visa ending in 0003 is removed. 2 subscriptions cannot be charged until you add another card.',
    ],
    [
      'fr',
      '2 abonnements sont débités sur cette carte\u00a0:',
      'Ils ne pourront pas être débités tant que vous n’aurez pas ajouté une autre carte.',
      'Visa se terminant par 0003 est retirée. 2 abonnements ne peuvent pas être débités tant que vous n’ajoutez pas une autre carte.',
    ],
  ] as const)(
    'in %s, of the last card says what cannot be charged',
    async (language, used, instead, said) => {
      const { desk, alice, first, second, third } = await scene(language)
      for (const name of ['Studio', 'Archive']) await subscribe(desk, name, third)
      for (const id of [first, second])
        await alice.post(paths.removal(id), await answerOn(alice, paths.removal(id), false))
      const page = textOf((await alice.get(paths.removal(third))).text)
      expect(page).toContain(used)
      expect(page).toContain(instead)
      await alice.post(paths.removal(third))
      expect(bannerOf(await listOf(alice))).toBe(said)
    },
  )
})

describe('Subscriptions of somebody else', () => {
  it('are neither shown nor touched', async () => {
    const { desk, alice, second } = await scene()
    const stripe = stripeSide(desk)
    const { id: customer } = await stripe.customers.create({ name: 'Nobody of ours' })
    const { id: card } = await stripe.paymentMethods.attach('pm_card_amex', { customer })
    const foreign = await subscribe(desk, 'Somebody’s', card, customer)
    const { customerId } = await companyNamed(desk, 'Brasserie du Port')
    const { id: charlies } = await stripe.paymentMethods.attach('pm_card_visa', {
      customer: customerId ?? '',
    })
    await desk.settled()
    const theirs = await subscribe(desk, 'Secret', charlies, customerId ?? '')
    expect((await alice.get(paths.removal(charlies))).status).toBe(404)
    expect((await alice.get(paths.default(charlies))).status).toBe(404)
    await alice.post(paths.default(second))
    const list = await listOf(alice)
    expect(bannerOf(list)).toBe('Mastercard ending in 4444 is now your default card.')
    expect(list).not.toMatch(/Secret|Somebody/)
    expect([ownCardOf(desk, foreign), ownCardOf(desk, theirs)]).toEqual([card, charlies])
    const charlie = await desk.signedIn('charlie')
    expect(textOf(await listOf(charlie))).toContain('Charged for: Secret')
  })
})

describe('At Stripe’s side', () => {
  it('a subscription that is made, changed or ended is so in the list', async () => {
    const { desk, alice, second, third } = await scene()
    const stripe = stripeSide(desk)
    const studio = await subscribe(desk, 'Studio', third)
    const textsOf = async () =>
      rowsOf(await listOf(alice)).map(({ text }) => /Charged for: \S+/.exec(text)?.[0])
    expect(await textsOf()).toEqual([undefined, undefined, 'Charged for: Studio'])
    await stripe.subscriptions.update(studio, { default_payment_method: second })
    await desk.settled()
    expect(await textsOf()).toEqual([undefined, 'Charged for: Studio', undefined])
    await stripe.subscriptions.cancel(studio)
    await desk.settled()
    expect(await textsOf()).toEqual([undefined, undefined, undefined])
  })
})

const differing = ['500-before', '500-after', 'reset-after', 'hang', '409'] as const

describe.concurrent.each(differing)('While Stripe answers with %s,', (kind) => {
  it('the subscriptions alone follow later, and it is said', async (test) => {
    const trouble = await inTrouble(test)
    const { desk, alice, first, second } = trouble
    const studio = await subscribe(desk, 'Studio', first)
    const form = await answerOn(alice, paths.default(second))
    desk.sandbox.log.clear()
    desk.sandbox.faults.order({ kind, method: 'POST', path: `/v1/subscriptions/${studio}`, ms: 10_000 })
    await alice.post(paths.default(second), form)
    expect(bannerOf(await listOf(alice))).toMatch(
      /^Mastercard ending in 4444 is now your default card\. (1 subscription follows it\.|Stripe has not confirmed yet that 1 subscription follows it\. We keep trying\.)$/,
    )
    await trouble.mended()
    await trouble.mended()
    expect(ownCardOf(desk, studio)).toBeNull()
    expect((await bothSay(trouble)).default).toBe(second)
    expectEachKeyToBeOneAct(desk)
    expect(await listOf(alice)).not.toMatch(/moving|Charged for/)
  })
})

// Every kind of trouble with a default and with a removal is changes-in-trouble's; these are the ones that differ in
// what was done before the answer was lost.
describe.concurrent.each(differing)('While all changes at Stripe end in %s,', (kind) => {
  it('a default and those that shall follow it end in one state', async (test) => {
    const trouble = await inTrouble(test)
    const { desk, alice, first, second } = trouble
    const studio = await subscribe(desk, 'Studio', first)
    const form = await answerOn(alice, paths.default(second))
    desk.sandbox.log.clear()
    trouble.order(kind)
    await alice.post(paths.default(second), form)
    await trouble.mended()
    await trouble.mended()
    const isDefault = (await bothSay(trouble)).default === second
    expect(ownCardOf(desk, studio)).toBe(isDefault ? null : first)
    expectEachKeyToBeOneAct(desk)
    expect(await listOf(alice)).not.toContain('moving')
  })

  it('a removal takes its subscriptions along all the same', async (test) => {
    const trouble = await inTrouble(test)
    const { desk, alice, first, second } = trouble
    const studio = await subscribe(desk, 'Studio', second)
    desk.sandbox.log.clear()
    trouble.order(kind)
    await alice.post(paths.removal(second))
    await trouble.mended()
    await trouble.mended()
    expect(await bothSay(trouble)).toEqual({ default: first, ids: [first] })
    expect(ownCardOf(desk, studio)).toBeNull()
    expectEachKeyToBeOneAct(desk)
  })
})
