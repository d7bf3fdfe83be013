import { expect, it } from 'vitest'
import { sealWith } from '../../src/adapters/crypto/seal.ts'
import { otpauthCodes } from '../../src/adapters/otpauth/one-time-codes.ts'
import type { Passwords } from '../../src/ports/passwords.ts'
import type { Store } from '../../src/ports/store.ts'
import {
  beginFactor,
  digitsOf,
  type FactorPorts,
  renewRecoveryCodes,
  takeCode,
  takeRecoveryCode,
  turnOnFactor,
  waitingSecret,
} from '../../src/sign-in/second-factor.ts'
import { codeAt } from '../support/authenticator.ts'
import { alice, asAlice, asBob, hour, noon, second } from '../support/builders.ts'
import { sqliteStore } from '../support/stores.ts'
import { TestClock } from '../support/test-clock.ts'

// As slow as they ought to be they are in the stories.
const quickPasswords: Passwords = {
  hash: async (password) => `hash of ${password}`,
  verify: async (hash, password) => hash === `hash of ${password}`,
}
const [older, newer] = ['the secret of last year, long enough', 'the secret of this year, long enough']
const step = 30 * second

function portsOf(store: Store, secrets: readonly string[] = [newer], clock = new TestClock()): FactorPorts {
  return { store, passwords: quickPasswords, codes: otpauthCodes(), seal: sealWith(secrets), clock }
}

async function secretOf(ports: FactorPorts, now = noon): Promise<string> {
  return waitingSecret(ports, alice.id, await ports.store.secondFactors.of(alice.id), now) ?? ''
}

async function turnedOn(ports: FactorPorts): Promise<{ secret: string; codes: readonly string[] }> {
  await beginFactor(ports, alice.id, noon)
  const secret = await secretOf(ports)
  const codes = await turnOnFactor(ports, asAlice, codeAt(secret, noon), noon)
  if (typeof codes === 'string') throw new Error(codes)
  return { secret, codes }
}

sqliteStore('The second factor', (fresh, behind) => {
  it('is on once a right code was entered, and not before', async () => {
    const ports = portsOf(await fresh())
    expect(await turnOnFactor(ports, asAlice, '000000', noon)).toBe('not begun')
    await beginFactor(ports, alice.id, noon)
    const secret = await secretOf(ports)
    const wrong = codeAt(secret, noon + hour)
    expect(await turnOnFactor(ports, asAlice, wrong, noon)).toBe('refused')
    expect(await takeCode(ports, alice.id, codeAt(secret, noon), noon)).toBe(false)
    expect(await turnOnFactor(ports, asAlice, codeAt(secret, noon), noon)).toHaveLength(10)
    expect(await turnOnFactor(ports, asAlice, codeAt(secret, noon + step), noon)).toBe('not begun')
  })

  it('waits an hour to be confirmed', async () => {
    const ports = portsOf(await fresh())
    await beginFactor(ports, alice.id, noon)
    const late = noon + hour
    const secret = await secretOf(ports, late - 1)
    expect(secret).not.toBe('')
    expect(await secretOf(ports, late)).toBe('')
    expect(await turnOnFactor(ports, asAlice, codeAt(secret, late), late)).toBe('not begun')
  })

  it('begun again, has another secret, and once it is on is begun no more', async () => {
    const ports = portsOf(await fresh())
    await beginFactor(ports, alice.id, noon)
    const first = await secretOf(ports)
    const { secret } = await turnedOn(ports)
    expect(secret).not.toBe(first)
    expect(await beginFactor(ports, alice.id, noon)).toBe(false)
    expect(await takeCode(ports, alice.id, codeAt(secret, noon + step), noon)).toBe(true)
  })

  it('takes each code once, the one that turned it on included, and none before one that was taken', async () => {
    const ports = portsOf(await fresh())
    const { secret } = await turnedOn(ports)
    const take = (of: number, at: number) => takeCode(ports, alice.id, codeAt(secret, of), at)
    expect(await take(noon, noon)).toBe(false)
    expect(await take(noon + step, noon)).toBe(true)
    expect(await take(noon + step, noon + step)).toBe(false)
    expect(await take(noon, noon + step)).toBe(false)
    expect(await take(noon + 2 * step, noon + 2 * step)).toBe(true)
  })

  it('takes one step either side, and no further', async () => {
    const ports = portsOf(await fresh())
    const { secret } = await turnedOn(ports)
    const later = noon + hour
    const takes = (away: number) => takeCode(ports, alice.id, codeAt(secret, later + away * step), later)
    expect([await takes(-2), await takes(2), await takes(-1), await takes(0), await takes(1)]).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
  })

  it('is one person’s: another’s code is none', async () => {
    const ports = portsOf(await fresh())
    const { secret, codes } = await turnedOn(ports)
    expect(await takeCode(ports, 'bob', codeAt(secret, noon + hour), noon + hour)).toBe(false)
    expect(await takeRecoveryCode(ports, asBob, codes[0] ?? '')).toBe(false)
  })

  it('is sealed anew, on use, once SESSION_SECRET has rotated', async () => {
    const store = await fresh()
    const { secret } = await turnedOn(portsOf(store, [older]))
    const rotating = portsOf(store, [newer, older])
    expect(await takeCode(rotating, alice.id, codeAt(secret, noon + hour), noon + hour)).toBe(true)
    const later = noon + 2 * hour
    expect(await takeCode(portsOf(store, [newer]), alice.id, codeAt(secret, later), later)).toBe(true)
  })

  it('is not in the database in clear, and its codes are not either', async () => {
    const { secret, codes } = await turnedOn(portsOf(await fresh()))
    const kept = JSON.stringify([
      await behind().all('select * from second_factors'),
      await behind().all('select * from outbox'),
      await behind().all('select * from activity'),
    ])
    for (const hidden of [secret, ...codes]) expect(kept).not.toContain(hidden)
  })

  it('each recovery code lets in once, and others can be made', async () => {
    const ports = portsOf(await fresh())
    const { codes } = await turnedOn(ports)
    const [first = '', other = ''] = codes
    expect(await takeRecoveryCode(ports, asAlice, first.toUpperCase())).toBe(true)
    expect(await takeRecoveryCode(ports, asAlice, first)).toBe(false)
    expect(await ports.store.secondFactors.recoveryCodes(alice.id)).toHaveLength(9)
    const again = await renewRecoveryCodes(ports, asAlice)
    expect(again).toHaveLength(10)
    expect(await takeRecoveryCode(ports, asAlice, other)).toBe(false)
    expect(await takeRecoveryCode(ports, asAlice, again?.[9] ?? '')).toBe(true)
  })

  it('tells its owner by mail, and the company’s log, what was done with it', async () => {
    const clock = new TestClock()
    const ports = portsOf(await fresh(), [newer], clock)
    const { codes } = await turnedOn(ports)
    clock.pass(second)
    await takeRecoveryCode(ports, asAlice, codes[3] ?? '')
    clock.pass(second)
    await renewRecoveryCodes(ports, asAlice)
    const mails = await behind().all('select member_id, kind, facts from outbox order by created_at')
    expect(mails).toEqual([
      { member_id: 'alice', kind: 'second factor on', facts: '{}' },
      { member_id: 'alice', kind: 'recovery code used', facts: '{"left":9}' },
      { member_id: 'alice', kind: 'recovery codes made', facts: '{}' },
    ])
    const log = await behind().all('select company_id, member_id, action, result from activity order by at')
    expect(log).toEqual(
      ['second factor on', 'recovery code used', 'recovery codes made'].map((action) => ({
        company_id: 'atelier',
        member_id: 'alice',
        action,
        result: 'done',
      })),
    )
  })
})

it.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123\u202f456', '123456'],
  ['123-456', '123456'],
  ['１２３４５６', '123456'],
  ['12345', ''],
  ['1234567', ''],
  ['12345a', ''],
  ['', ''],
])('of %j the digits are %j', (typed, digits) => expect(digitsOf(typed)).toBe(digits))
