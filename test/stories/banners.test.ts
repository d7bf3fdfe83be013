import { expect, it } from 'vitest'
import { startDesk, type Visitor } from '../support/running-desk.ts'
import { movableClock } from '../support/story.ts'

const details = { name: 'Atelier Lumière', email: 'factures@atelier.example', country: 'FR' }

function save(visitor: Visitor, changes: object = {}) {
  return visitor.post('/settings', { ...details, ...changes })
}

async function banner(visitor: Visitor, path: string): Promise<string | undefined> {
  const { text } = await visitor.get(path)
  return /<div class="banner done"[^>]*><p>([^<]*)/.exec(text)?.[1]
}

it('two tabs of one session that were answered before either loaded its page each say it', async () => {
  const alice = await (await startDesk()).signedIn('alice')
  for (const { status } of await Promise.all([save(alice), save(alice)])) expect(status).toBe(303)
  const told = await Promise.all([banner(alice, '/settings'), banner(alice, '/settings')])
  expect(told).toEqual(['Billing details saved.', 'Billing details saved.'])
  expect(await banner(alice, '/settings')).toBeUndefined()
})

it('a page that another tab loads meanwhile does not take what it is not told', async () => {
  const alice = await (await startDesk()).signedIn('alice')
  await save(alice)
  expect(await banner(alice, '/settings/payment-methods')).toBeUndefined()
  expect(await banner(alice, '/settings')).toBe('Billing details saved.')
})

it('what was said to a page that never came is not said on one that comes much later', async () => {
  const clock = movableClock()
  const alice = await (await startDesk({ clock })).signedIn('alice')
  await save(alice)
  clock.pass(3 * 60_000)
  expect(await banner(alice, '/settings')).toBeUndefined()
})

it('somebody who is not signed in is told, too, in each of two tabs', async () => {
  const visitor = (await startDesk()).visitor()
  const ask = () => visitor.post('/sign-in/forgotten', { email: 'nobody@nowhere.example' })
  await ask()
  await ask()
  const told = [await banner(visitor, '/sign-in'), await banner(visitor, '/sign-in')]
  expect(told[0]).toMatch(/^If there is an account with this address/)
  expect(told[1]).toBe(told[0])
})
