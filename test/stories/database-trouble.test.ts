import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { deliver, eventBody } from '../support/signed-events.ts'
import {
  atStripe,
  backFromHostedPage,
  bannerOf,
  movableClock,
  rowsOf,
  textOf,
  titleOf,
} from '../support/story.ts'

interface Locked {
  readonly desk: Desk
  readonly clock: ReturnType<typeof movableClock>
  readonly alice: Visitor
  readonly second: string
  /** Another process holds the database from now on, until it lets go. */
  hold(): void
  letGo(): void
}

async function lockable(patience = 60): Promise<Locked> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-locked-'))
  const path = join(folder, 'guichet.db')
  const clock = movableClock()
  const desk = await startDesk({ databaseUrl: `file:${path}`, patience, clock })
  const other = new Sqlite(path)
  onTestFinished(async () => {
    other.close()
    await rm(folder, { recursive: true })
  })
  const alice = await desk.signedIn('alice', 'fr')
  await desk.settled()
  const second = rowsOf((await alice.get(paths.paymentMethods)).text)[1]?.id ?? ''
  return {
    desk,
    clock,
    alice,
    second,
    hold: () => void other.exec('begin immediate'),
    letGo: () => void other.exec('rollback'),
  }
}

it('while another process holds the database, each change is a 503 in words, and nothing reaches Stripe', async () => {
  const { desk, alice, second, hold, letGo } = await lockable()
  const before = await atStripe(desk)
  hold()
  desk.sandbox.log.clear()
  const changes: readonly [string, Record<string, string>][] = [
    [paths.default(second), {}],
    [paths.removal(second), {}],
    [paths.backup(second), {}],
    [paths.duplicate(second), {}],
    [paths.paymentMethods, { attempt: crypto.randomUUID() }],
    [paths.signOut, {}],
  ]
  for (const [path, form] of changes) {
    const answer = await alice.post(path, form)
    expect([path, answer.status, answer.headers['retry-after']]).toEqual([path, 503, '60'])
    expect(titleOf(answer.text)).toBe('Erreur\u00a0: Indisponible pour le moment – Guichet')
    expect(textOf(answer.text)).toContain(
      'Nous ne pouvons rien enregistrer pour l’instant. Rien n’a été modifié',
    )
    const fragment = await alice.post(path, form, { 'HX-Request': 'true' })
    expect([path, fragment.status, fragment.headers['hx-retarget']]).toEqual([path, 503, '#banner'])
  }
  const signIn = await desk
    .visitor()
    .post(paths.signIn, { email: 'bob@atelier.example', password: trialPassword })
  expect(signIn.status).toBe(503)
  expect(desk.sandbox.log.entries.filter(({ method }) => method === 'POST')).toEqual([])
  letGo()
  await desk.settled()
  expect(await atStripe(desk)).toEqual(before)
  expect((await alice.post(paths.default(second))).status).toBe(303)
})

it('the list can still be read, at once and whole, also by who has not looked at it for a while', async () => {
  const { clock, alice, hold, letGo } = await lockable(2_000)
  hold()
  for (const minutes of [0, 6, 12]) {
    clock.pass(minutes * 60_000)
    for (const path of [
      paths.paymentMethods,
      paths.billingDetails,
      paths.newPaymentMethod,
      paths.help.abroad,
    ]) {
      const started = performance.now()
      const { status, text } = await alice.get(path)
      expect([path, minutes, status]).toEqual([path, minutes, 200])
      expect(text.trimEnd().endsWith('</html>')).toBe(true)
      expect(performance.now() - started).toBeLessThan(1_000)
    }
  }
  letGo()
})

it('what is to be said once is said beside the list, and again when that could not be noted', async () => {
  const { alice, second, hold, letGo } = await lockable()
  await alice.post(paths.default(second))
  hold()
  const held = await alice.get(paths.paymentMethods)
  expect([held.status, rowsOf(held.text).length]).toEqual([200, 2])
  letGo()
  const said = bannerOf((await alice.get(paths.paymentMethods)).text)
  expect([bannerOf(held.text), said]).toEqual([
    said,
    'Mastercard se terminant par 4444 est maintenant votre carte par défaut.',
  ])
  expect(bannerOf((await alice.get(paths.paymentMethods)).text)).toBe('')
})

it('an event that cannot be kept is not answered with 2xx, and is taken when it comes again', async () => {
  const { desk, hold, letGo } = await lockable()
  const body = eventBody()
  hold()
  expect((await deliver(desk, body)).status).toBe(503)
  letGo()
  expect((await deliver(desk, body)).status).toBe(200)
})

it('who comes back from Stripe’s page meanwhile is told so, and their card appears', async () => {
  const { desk, alice, hold, letGo } = await lockable()
  const back = await backFromHostedPage(alice)
  hold()
  const answer = await alice.get(back)
  expect(answer.status).toBe(503)
  letGo()
  await desk.settled()
  expect(rowsOf((await alice.get(paths.paymentMethods)).text)).toHaveLength(3)
})
