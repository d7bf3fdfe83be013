// What the log keeps: where people really were, nothing that names them, and all of it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { makePasswordLink } from '../../src/sign-in/password-link.ts'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { entriesOf, logOf } from '../support/activity.ts'
import { codeAt, enrol } from '../support/authenticator.ts'
import { send } from '../support/by-hand.ts'
import { idOf, invited } from '../support/invitations.ts'
import { startDesk } from '../support/running-desk.ts'
import { addCard, goodDetails, mastercard, movableClock, rowsOf, textOf, visa } from '../support/story.ts'
import { startUnpaid } from '../support/unpaid.ts'

const forwarded = { 'X-Forwarded-For': '203.0.113.9, 198.51.100.2' }

it.each([
  ['without a proxy that is trusted it is the connection’s', {}, '127.0.0.1'],
  ['with one proxy it is what that one says', { TRUST_PROXY: '1' }, '198.51.100.2'],
  ['with two, what the outer one says', { TRUST_PROXY: '2' }, '203.0.113.9'],
  [
    'with another proxy than the one that asks, the connection’s',
    { TRUST_PROXY: '192.0.2.0/24' },
    '127.0.0.1',
  ],
])('where a request comes from: %s', async (_what, environment, address) => {
  const desk = await startDesk({ environment })
  const visitor = await desk.signedIn('alice')
  await visitor.post(paths.billingDetails, goodDetails, forwarded)
  expect((await logOf(desk)).at(-1)).toBe(`Alice: billing details changed, done, ${address}`)
})

it('a socket of both families enters addresses of the older one as everybody writes them', async () => {
  const desk = await startDesk({ environment: { TRUST_PROXY: '1' } })
  const alice = await desk.signedIn('alice')
  await alice.post(paths.signOut, {}, { 'X-Forwarded-For': '::ffff:192.0.2.5' })
  expect((await logOf(desk)).at(-1)).toBe('Alice: signed out, done, 192.0.2.5')
})

it('so it is where somebody is not signed in yet, and on the page of their sessions', async () => {
  const desk = await startDesk({ environment: { TRUST_PROXY: '1' } })
  const from = { 'X-Forwarded-For': '::ffff:192.0.2.5' }
  const bob = desk.visitor()
  const right = { email: 'bob@atelier.example', password: trialPassword }
  await bob.post(paths.signIn, right, from)
  expect(textOf((await bob.get(paths.account)).text)).toContain('192.0.2.5')
  expect((await bob.get(paths.account)).text).not.toContain('::ffff:')
  const { key } = await enrol(bob, Date.now())
  await bob.post(paths.signOut, {}, from)
  await bob.post(paths.signIn, right, from)
  await bob.post(paths.signInCode, { code: 'wrong' }, from)
  await bob.post(paths.signInCode, { code: codeAt(key, Date.now() + 30_000) }, from)
  await bob.post(paths.forgotten, { email: right.email }, from)
  const token = await makePasswordLink(
    desk.ports.store.passwordLinks,
    await idOf(desk, right.email),
    Date.now(),
  )
  const password = 'ocean ladder violin seven'
  await bob.post(paths.password(token), { password }, from)
  const alice = await desk.signedIn('alice')
  const link = await invited(desk, alice)
  await desk.visitor().post(link, { name: 'Erin Le Gall', password }, from)
  await vi.waitFor(async () => {
    const lines = (await logOf(desk)).filter((line) => line.endsWith('192.0.2.5'))
    expect(lines.map((line) => line.split(',')[0])).toEqual(
      expect.arrayContaining([
        'Bob: signed in',
        'Bob: sign-in failed',
        'Bob: password reset asked',
        'Bob: password set',
        'Erin: member joined',
      ]),
    )
  })
  const addresses = (await entriesOf(desk)).map(({ address }) => address)
  expect(addresses.filter((address) => address?.includes(':'))).toEqual([])
})

it('no name, no e-mail address, no card number and nothing that was typed is in an entry’s facts', async () => {
  const { desk, alice, first, pay } = await startUnpaid()
  await pay(first)
  for (const number of [mastercard, visa]) await addCard(alice, number)
  const rows = rowsOf((await alice.get(paths.paymentMethods)).text)
  await alice.post(paths.order(rows[3]?.id ?? ''), { direction: 'up' })
  await alice.post(paths.default(rows[1]?.id ?? ''))
  await alice.post(paths.removal(rows[2]?.id ?? ''))
  await alice.post(paths.billingDetails, goodDetails)
  await alice.post(paths.billingDetails, { ...goodDetails, taxId: 'FR1' })
  await desk.visitor().post(paths.signIn, { email: 'bob@atelier.example', password: 'not that one' })
  await desk.settled()
  const entries = await entriesOf(desk)
  expect(new Set(entries.map(({ action }) => action)).size).toBeGreaterThan(7)
  const facts = entries.map((entry) => JSON.stringify(entry.facts)).join('\n')
  const typed = [...Object.values(goodDetails).filter((value) => value.length > 2), 'not that one']
  const people = ['Alice', 'Bob', 'Martin', 'Leroy', 'atelier.example', '@']
  const numbers = [visa, mastercard].map((number) => number.replaceAll(' ', ''))
  for (const secret of [...typed, ...people, ...numbers]) expect(facts).not.toContain(secret)
  expect(facts).not.toMatch(/\d{12}|pm_|seti_|secret/)
})

it('the sweeper lets go of what is older than ACTIVITY_DAYS, and of nothing else', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock, environment: { ACTIVITY_DAYS: '30' } })
  const [old] = await entriesOf(desk)
  if (!old) throw new Error('cards were added')
  clock.pass(29 * 24 * 60 * 60_000)
  const alice = await desk.signedIn('alice')
  await desk.settled()
  expect((await entriesOf(desk)).length).toBeGreaterThan(1)
  clock.pass(1.1 * 24 * 60 * 60_000)
  await desk.settled()
  expect(await logOf(desk)).toEqual(['Alice: signed in, done, 127.0.0.1'])
  expect(await desk.ports.store.marks.read('activity kept since')).toBeLessThanOrEqual(
    clock.now() - 30 * 24 * 60 * 60_000,
  )
  expect((await alice.get(paths.activity)).status).not.toBe(500)
})

it('there is no way through the app to change an entry or to lose one', async () => {
  const desk = await startDesk()
  await desk.signedIn('alice')
  const before = await entriesOf(desk)
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    for (const path of [paths.activity, paths.activityCsv, `${paths.activity}/${before[0]?.id}`]) {
      const { status } = await send(desk, path, { method, headers: { 'Sec-Fetch-Site': 'same-origin' } })
      expect([method, path, status]).toEqual([method, path, 404])
    }
  expect(await entriesOf(desk)).toEqual(before)
})

it('one statement of the whole program takes entries away, and none changes them', () => {
  const source = fileURLToPath(new URL('../../src', import.meta.url))
  const touching = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('sandbox'))
    .flatMap(
      (file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(/(update|delete from|truncate|drop table|alter table)\s+activity\b/gi)]
        .map(([statement]) => `${file.replaceAll('\\', '/')}: ${statement}`), // biome-ignore format: one thought
    )
  expect(touching).toEqual(['adapters/sql/prune-entries.ts: delete from activity'])
})
