import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { attachTrialCard } from '../../src/adapters/stripe/trial-cards.ts'
import { paths } from '../../src/web/paths.ts'
import { startMailServer } from '../support/mail-server.ts'
import { idsOn, openMailStage, sendingTo } from '../support/mail-stage.ts'
import { openDesk, startDesk } from '../support/running-desk.ts'
import { atStripe, movableClock } from '../support/story.ts'

const hour = 60 * 60_000

it.each(['busy', 'refusing'] as const)('a server that is %s delays mail, and loses none', async (manner) => {
  const clock = movableClock()
  const { desk, server, news } = await openMailStage({ clock })
  server.behave(manner)
  const [, second] = await idsOn(desk)
  const alice = await desk.signedIn('alice')
  expect((await alice.post(paths.default(second ?? ''))).status).toBe(303)
  expect(await news()).toEqual([])
  expect(desk.logged.join('\n')).not.toContain('@atelier.example')
  server.behave('taking')
  clock.pass(hour)
  expect(await news()).toHaveLength(2)
  clock.pass(hour)
  expect(await news()).toEqual([])
})

it('a server that is silent holds up nothing else, and what it did not take is sent after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-mail-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const server = await startMailServer()
  server.behave('silent')
  const there = {
    ...sendingTo(server),
    databaseUrl: `file:${join(folder, 'guichet.db')}`,
    mailPatience: hour,
  }
  const desk = await openDesk(there)
  const { customerId } = await atStripe(desk)
  await attachTrialCard({ ...desk.keys, timeout: 5_000 })('pm_card_amex', customerId)
  await vi.waitFor(async () => expect(await idsOn(desk)).toHaveLength(3), 10_000)
  await desk.close()
  expect(server.received).toEqual([])

  server.behave('taking')
  const clock = movableClock()
  clock.pass(hour)
  const again = await startDesk({ ...there, clock })
  await again.settled()
  // The sandbox of the second desk is another: there, the customers and their cards are gone.
  const added = server.received.filter(({ subject }) => subject.includes('was added'))
  expect(added.map(({ envelope, subject }) => `${envelope}: ${subject}`).sort()).toEqual(
    ['alice', 'bob'].flatMap((name) =>
      ['American Express ending in 0005', 'Mastercard ending in 4444', 'Visa ending in 4242'].map(
        (card) => `${name}@atelier.example: ${card} was added – Atelier Lumière`,
      ),
    ),
  )
})
