// Each thing that people, Guichet and Stripe do is in the log once: who, what, from where and with what result.
import { expect, it, vi } from 'vitest'
import { makePasswordLink } from '../../src/sign-in/password-link.ts'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { enteredBy, logOf } from '../support/activity.ts'
import { enrol } from '../support/authenticator.ts'
import { billingOf } from '../support/billing.ts'
import { idOf } from '../support/invitations.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { addCard, goodDetails, rowsOf, textOf } from '../support/story.ts'
import { startUnpaid } from '../support/unpaid.ts'

interface Scene {
  readonly desk: Desk
  readonly alice: Visitor
  readonly bob: Visitor
  /** Her cards: the default, 4242, and its backup, 4444. */
  readonly first: string
  readonly second: string
}

async function setScene(): Promise<Scene> {
  const desk = await startDesk()
  desk.sandbox.control.changeRetries([])
  const [alice, bob] = [await desk.signedIn('alice'), await desk.signedIn('bob')]
  const [first = '', second = ''] = rowsOf((await alice.get(paths.paymentMethods)).text).map(({ id }) => id)
  await desk.settled()
  return { desk, alice, bob, first, second }
}

const here = '127.0.0.1'

const acts: readonly {
  readonly what: string
  readonly act: (scene: Scene) => Promise<unknown>
  readonly entered: readonly string[]
  readonly en: readonly string[]
  readonly fr: readonly string[]
}[] = [
  {
    what: 'a sign-in',
    act: ({ desk }) => desk.signedIn('bob'),
    entered: [`Bob: signed in, done, ${here}`],
    en: [`Sign-in Bob Leroy from ${here} Done`],
    fr: [`Connexion Bob Leroy depuis ${here} Fait`],
  },
  {
    what: 'a wrong password for somebody’s account',
    act: ({ desk }) => fail(desk, ' Bob@Atelier.example '),
    entered: [`Bob: sign-in failed, refused, ${here}`],
    en: [`Sign-in attempt Bob Leroy from ${here} Refused`],
    fr: [`Tentative de connexion Bob Leroy depuis ${here} Refusé`],
  },
  {
    what: 'tries to sign in that are turned away after five that failed, once for as long as it lasts',
    act: async ({ desk }) => {
      const email = 'bob@atelier.example'
      for (let time = 0; time < 6; time++) await fail(desk, email)
      for (let time = 0; time < 3; time++) {
        const answer = await desk.visitor().post(paths.signIn, { email, password: trialPassword })
        expect(answer.status).toBe(429)
      }
    },
    entered: [
      ...Array<string>(5).fill(`Bob: sign-in failed, refused, ${here}`),
      `Bob: sign-in failed, why too often, refused, ${here}`,
    ],
    en: [`Sign-in attempt Too many tries had failed before. Bob Leroy from ${here} Refused`],
    fr: [`Tentative de connexion Trop d’essais avaient échoué auparavant. Bob Leroy depuis ${here} Refusé`],
  },
  {
    what: 'a right password with a wrong code, five times and once more',
    act: async ({ desk, bob }) => {
      await enrol(bob, Date.now())
      const other = await desk.signedIn('bob')
      for (let time = 0; time < 6; time++) await other.post(paths.signInCode, { code: 'wrong' })
    },
    entered: [
      `Bob: second factor on, done, ${here}`,
      ...Array<string>(5).fill(`Bob: sign-in failed, why code, refused, ${here}`),
      `Bob: sign-in failed, why too often, refused, ${here}`,
    ],
    en: [`Sign-in attempt The password was right, the code was not. Bob Leroy from ${here} Refused`],
    fr: [`Tentative de connexion Le mot de passe était le bon, pas le code. Bob Leroy depuis ${here} Refusé`],
  },
  {
    what: 'a password that is set by a link',
    act: async ({ desk }) => {
      const bob = await idOf(desk, 'bob@atelier.example')
      const token = await makePasswordLink(desk.ports.store.passwordLinks, bob, Date.now())
      await desk.visitor().post(paths.password(token), { password: 'ocean ladder violin seven' })
    },
    entered: [`Bob: password set, done, ${here}`],
    en: [`New password, by a link Bob Leroy from ${here} Done`],
    fr: [`Nouveau mot de passe, par un lien Bob Leroy depuis ${here} Fait`],
  },
  {
    what: 'a sign-out, though pressed twice',
    act: async ({ bob }) => {
      await bob.post(paths.signOut)
      await bob.post(paths.signOut)
    },
    entered: [`Bob: signed out, done, ${here}`],
    en: [`Sign-out Bob Leroy from ${here} Done`],
    fr: [`Déconnexion Bob Leroy depuis ${here} Fait`],
  },
  {
    what: 'a card that is added',
    act: ({ bob }) => addCard(bob, '4000 0025 0000 0003'),
    entered: [`Bob: card added, 0003, done, ${here}`],
    en: ['Addition of Visa ending in 0003 Bob Leroy'],
    fr: ['Ajout de Visa se terminant par 0003 Bob Leroy'],
  },
  {
    what: 'another default, though pressed twice at once',
    act: ({ bob, second }) => Promise.all([1, 2].map(() => bob.post(paths.default(second)))),
    entered: [`Bob: default changed, 4444, instead of 4242, done, ${here}`],
    en: ['Default card: Mastercard ending in 4444 instead of Visa ending in 4242'],
    fr: ['Carte par défaut\u00a0: Mastercard se terminant par 4444 au lieu de Visa se terminant par 4242'],
  },
  {
    what: 'a card that is removed, and with it the default',
    act: ({ alice, first }) => Promise.all([1, 2].map(() => alice.post(paths.removal(first)))),
    entered: [`Alice: card removed, 4242, default 4444, done, ${here}`],
    en: ['Removal of Visa ending in 4242; default card: Mastercard ending in 4444'],
    fr: [
      'Retrait de Visa se terminant par 4242\u202f; carte par défaut\u00a0: Mastercard se terminant par 4444',
    ],
  },
  {
    what: 'another order, and none where a card stays',
    act: async ({ alice }) => {
      const rows = rowsOf(await addCard(alice, '4000 0025 0000 0003'))
      for (const _ of [1, 2]) await alice.post(paths.order(rows[2]?.id ?? ''), { direction: 'up' })
    },
    entered: [`Alice: card added, 0003, done, ${here}`, `Alice: order changed, 0003, place 1, done, ${here}`],
    en: ['Move of Visa ending in 0003 to backup 1'],
    fr: ['Visa se terminant par 0003 déplacée en secours 1'],
  },
  {
    what: 'a card that was added elsewhere, and is agreed to as a backup, twice',
    act: async ({ desk, alice }) => {
      const { stripe, customerId } = await billingOf(desk)
      const { id } = await stripe.paymentMethods.attach('pm_card_amex', { customer: customerId })
      await desk.settled()
      for (const _ of [1, 2]) await alice.post(paths.backup(id))
    },
    entered: ['stripe: card added, 0005, done, nowhere', `Alice: backup agreed, 0005, done, ${here}`],
    en: [
      'Consent to American Express ending in 0005 as a backup',
      'Addition of American Express ending in 0005 Stripe',
    ],
    fr: ['Accord pour American Express se terminant par 0005 en secours'],
  },
  {
    what: 'other billing details, though pressed twice at once and once more',
    act: async ({ alice }) => {
      await Promise.all([1, 2].map(() => alice.post(paths.billingDetails, goodDetails)))
      await alice.post(paths.billingDetails, goodDetails)
    },
    entered: [`Alice: billing details changed, done, ${here}`],
    en: ['Change of the billing details'],
    fr: ['Changement des détails de facturation'],
  },
  {
    what: 'billing details that Stripe refuses',
    act: ({ alice }) => alice.post(paths.billingDetails, { ...goodDetails, taxId: 'FR1' }),
    entered: [`Alice: billing details changed, why tax id refused, refused, ${here}`],
    en: ['Change of the billing details Stripe did not accept the tax number.'],
    fr: ['Changement des détails de facturation Stripe n’a pas accepté le numéro fiscal.'],
  },
  {
    what: 'an invoice that Stripe pays with the default',
    act: async ({ desk }) => (await billingOf(desk)).bill(),
    entered: [
      'stripe: charged, 4242, 4900 eur, done, nowhere',
      'stripe: invoice paid, 4242, 4900 eur, done, nowhere',
    ],
    en: ['Charge of €49.00 to Visa ending in 4242 for invoice'],
    fr: ['Débit de 49,00\u00a0€ sur Visa se terminant par 4242 pour la facture'],
  },
  {
    what: 'an invoice that a backup pays, because the default declines',
    act: async ({ desk, first }) => {
      desk.sandbox.control.changeBehaviour(first, 'insufficient_funds_when_charged')
      await (await billingOf(desk)).bill()
    },
    entered: [
      'stripe: charged, 4242, 4900 eur, why insufficient_funds, refused, nowhere',
      'guichet: charged, 4444, 4900 eur, done, nowhere',
      'guichet: invoice paid, 4444, 4900 eur, done, nowhere',
    ],
    en: ['There was not enough money on the card. Stripe', 'with Mastercard ending in 4444 Guichet'],
    fr: [
      'Il n’y avait pas assez d’argent sur la carte. Stripe',
      'avec Mastercard se terminant par 4444 Guichet',
    ],
  },
  {
    what: 'an export of the log',
    act: ({ alice }) => alice.get(paths.activityCsv),
    entered: [`Alice: log exported, done, ${here}`],
    en: ['Export of the activity log'],
    fr: ['Export du journal d’activité'],
  },
]

// It is entered after the answer.
async function fail(desk: Desk, email: string, company?: string): Promise<void> {
  const before = (await logOf(desk, company)).length
  await desk.visitor().post(paths.signIn, { email, password: 'not that one' })
  await vi.waitFor(async () => expect((await logOf(desk, company)).length).toBeGreaterThan(before))
}

it.each(acts)('$what is entered, and read in both languages', async ({ act, entered, en, fr }) => {
  const scene = await setScene()
  expect(await enteredBy(scene.desk, () => act(scene))).toEqual(entered)
  // Nothing that Stripe says again enters it again.
  await redeliver(scene.desk)
  expect((await logOf(scene.desk)).slice(-entered.length)).toEqual(entered)
  for (const [language, texts] of [
    ['en', en],
    ['fr', fr],
  ] as const) {
    // biome-ignore format: a pair
    const reader = await scene.desk.signedIn('alice', language)
    const page = textOf((await reader.get(paths.activity)).text)
    for (const text of texts) expect(page).toContain(text)
  }
})

async function redeliver(desk: Desk): Promise<void> {
  await desk.database.run('update stripe_events set done_at = null, next_try_at = 0')
  desk.background.wake()
  await desk.settled()
}

it('an attempt with an address that nobody has is in no log', async () => {
  const desk = await startDesk()
  await desk.visitor().post(paths.signIn, { email: 'nobody@nowhere.example', password: trialPassword })
  await fail(desk, 'charlie@brasserie.example', 'Brasserie du Port')
  const all = [...(await logOf(desk)), ...(await logOf(desk, 'Brasserie du Port'))]
  expect(all.filter((line) => line.includes('sign-in'))).toEqual([
    `Charlie: sign-in failed, refused, ${here}`,
  ])
})

it('an attempt with an address of two companies is in the log of each', async () => {
  const desk = await startDesk()
  const bob = (await desk.ports.store.members.byEmail('bob@atelier.example'))?.member.id ?? ''
  const charlie = await desk.ports.store.members.byEmail('charlie@brasserie.example')
  const theirs = await desk.ports.store.members.actor(charlie?.member.id ?? '', null)
  await desk.ports.store.members.join(theirs?.company.id ?? '', bob, 'billing', Date.now())
  await fail(desk, 'bob@atelier.example')
  const logs = [await logOf(desk), await logOf(desk, 'Brasserie du Port')]
  for (const log of logs) expect(log.at(-1)).toBe(`Bob: sign-in failed, refused, ${here}`)
})

it('what a member pays by hand is entered as theirs, declined and paid', async () => {
  const { desk, first, behave, pay } = await startUnpaid()
  const entered = await enteredBy(desk, async () => {
    await pay(first)
    behave(first, 'succeeds')
    await Promise.all([pay(first, { number: '4' }), pay(first, { number: '4' })])
  })
  expect(entered).toEqual([
    `Alice: charged, 4242, 4900 eur, why insufficient_funds, refused, ${here}`,
    `Alice: charged, 4242, 4900 eur, done, ${here}`,
    `Alice: invoice paid, 4242, 4900 eur, done, ${here}`,
  ])
})

it('billing details that Stripe does not answer are entered as that', async () => {
  const { desk, alice } = await setScene()
  desk.sandbox.faults.order({ kind: '500-before', method: 'POST' })
  const entered = await enteredBy(desk, () => alice.post(paths.billingDetails, goodDetails))
  expect(entered).toEqual([`Alice: billing details changed, unanswered, ${here}`])
})
