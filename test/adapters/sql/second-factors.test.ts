import { expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.ts'
import { alice, asAlice, bob, hour, noon } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const silent = { entries: [] }
const entry = {
  companyId: 'atelier',
  memberId: alice.id,
  address: null,
  action: 'recovery code used',
  facts: {},
  result: 'done',
} as const

eachStore('The second factors of a store', (fresh) => {
  async function turnedOn(): Promise<Store> {
    const store = await fresh()
    await store.secondFactors.begin(alice.id, 'sealed', noon)
    expect(await store.secondFactors.turnOn(alice.id, 'sealed', 100, ['one', 'two'], silent, noon)).toBe(true)
    return store
  }

  it('wait, are on, and are gone', async () => {
    const { secondFactors } = await fresh()
    expect(await secondFactors.of(alice.id)).toBeNull()
    await secondFactors.begin(alice.id, 'sealed', noon)
    expect(await secondFactors.of(alice.id)).toEqual({ secret: 'sealed', begunAt: noon, onSince: null })
    expect(await secondFactors.turnOff(alice.id, silent, noon)).toBe(false)
    await secondFactors.turnOn(alice.id, 'sealed', 100, ['one'], silent, noon + hour)
    expect(await secondFactors.of(alice.id)).toEqual({
      secret: 'sealed',
      begunAt: noon,
      onSince: noon + hour,
    })
    expect(await secondFactors.turnOff(alice.id, silent, noon)).toBe(true)
    expect(await secondFactors.of(alice.id)).toBeNull()
    expect(await secondFactors.recoveryCodes(alice.id)).toEqual([])
  })

  it('are turned on by the secret that waits, and by no other', async () => {
    const { secondFactors } = await fresh()
    await secondFactors.begin(alice.id, 'first', noon)
    await secondFactors.begin(alice.id, 'second', noon)
    expect(await secondFactors.turnOn(alice.id, 'first', 100, ['one'], silent, noon)).toBe(false)
    expect(await secondFactors.recoveryCodes(alice.id)).toEqual([])
  })

  it('of two who turn it on at once, one has codes', async () => {
    const { secondFactors } = await fresh()
    await secondFactors.begin(alice.id, 'sealed', noon)
    const on = await Promise.all(
      ['one', 'two'].map((code) => secondFactors.turnOn(alice.id, 'sealed', 100, [code], silent, noon)),
    )
    expect(on.filter(Boolean)).toHaveLength(1)
    expect(await secondFactors.recoveryCodes(alice.id)).toEqual([['one', 'two'][on.indexOf(true)]])
  })

  it('of those who bring one code at once, one is let in', async () => {
    const { secondFactors } = await turnedOn()
    expect(await secondFactors.takeStep(alice.id, 100)).toBe(false)
    const taken = await Promise.all([1, 2, 3, 4].map(() => secondFactors.takeStep(alice.id, 101)))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await secondFactors.takeStep(bob.id, 101)).toBe(false)
  })

  it('of those who bring one recovery code at once, one is let in, and the log says so once', async () => {
    const store = await turnedOn()
    const used = await Promise.all(
      [1, 2, 3].map(() => store.secondFactors.useRecoveryCode(alice.id, 'one', { entries: [entry] }, noon)),
    )
    expect(used.filter(Boolean)).toHaveLength(1)
    expect(await store.secondFactors.recoveryCodes(alice.id)).toEqual(['two'])
    expect(await store.activity.list('atelier', 10)).toHaveLength(1)
    expect(await store.secondFactors.useRecoveryCode(bob.id, 'two', silent, noon)).toBe(false)
  })

  it('new recovery codes take the place of the others, also when made twice at once', async () => {
    const { secondFactors } = await turnedOn()
    const made = await Promise.all(
      ['three', 'four'].map((code) => secondFactors.replaceRecoveryCodes(alice.id, [code], silent, noon)),
    )
    expect(made).toEqual([true, true])
    expect(await secondFactors.recoveryCodes(alice.id)).toHaveLength(1)
    expect(await secondFactors.replaceRecoveryCodes(bob.id, ['five'], silent, noon)).toBe(false)
  })

  it('a company that requires one is owed it by those who have none', async () => {
    const store = await turnedOn()
    const required = { ...entry, action: 'second factor required' } as const
    expect(await store.companies.requireSecondFactor('atelier', true, [required], noon)).toBe(true)
    expect(await store.companies.requireSecondFactor('atelier', true, [required], noon)).toBe(false)
    expect(await store.activity.list('atelier', 10)).toHaveLength(1)
    const owing = async (memberId: string) =>
      (await store.members.actor(memberId, null))?.owesSecondFactor ?? false
    expect([await owing('alice'), await owing('bob'), await owing('charlie')]).toEqual([false, true, false])
    expect(await store.companies.secondFactors('atelier')).toEqual({ required: true, people: 3, without: 2 })
    expect(await store.companies.secondFactors('brasserie')).toMatchObject({ required: false })
  })
})

eachStore('The accounts of a store', (fresh, behind) => {
  const token = { kind: 'password reset', token: 'secret token', expiresAt: noon + hour } as const
  const news = { mail: { memberId: alice.id, message: token, once: 'reset/1' }, entries: [] }
  const facts = () => behind().get<{ facts: string }>('select facts from outbox')

  it('have a name, a language and a password of their own', async () => {
    const { accounts, members } = await fresh()
    await accounts.rename(alice.id, 'Alice Renamed', silent, noon)
    await accounts.speak(alice.id, 'fr', silent, noon)
    expect((await members.actor(alice.id, null))?.member).toEqual({
      ...asAlice.member,
      name: 'Alice Renamed',
      language: 'fr',
    })
    expect(await accounts.passwordHash(alice.id)).toBeNull()
    await accounts.changePassword(alice.id, 'hash', silent, noon)
    expect(await accounts.passwordHash(alice.id)).toBe('hash')
  })

  it('a new password ends their sessions and spends their links, and nobody else’s', async () => {
    const { accounts, sessions, passwordLinks } = await fresh()
    for (const { id } of [alice, bob]) {
      await sessions.add(`of ${id}`, id, '{}', noon + hour)
      await passwordLinks.add(`for ${id}`, id, noon + hour)
    }
    await accounts.changePassword(alice.id, 'hash', silent, noon)
    expect([await sessions.read('of alice', noon), await sessions.read('of bob', noon)]).toEqual([null, '{}'])
    expect([
      await passwordLinks.memberFor('for alice', noon),
      (await passwordLinks.memberFor('for bob', noon))?.id,
    ]).toEqual([null, 'bob'])
  })

  it('the token of a reset is wiped once the mail is taken', async () => {
    const { accounts, outbox, passwordLinks } = await fresh()
    await accounts.offerReset(alice.id, 'hash', noon + hour, news, noon)
    expect((await passwordLinks.memberFor('hash', noon))?.id).toBe('alice')
    const mail = await outbox.claim(noon, hour)
    expect(mail).toMatchObject({ memberId: 'alice', companyId: 'atelier', message: token })
    await outbox.done(mail?.id ?? '', noon)
    expect((await facts())?.facts).not.toContain('secret token')
    expect((await outbox.byId(mail?.id ?? ''))?.message).toEqual({ ...token, token: null })
  })

  it('the token of a mail that nobody took is there until it expires, and no longer', async () => {
    const { accounts, outbox } = await fresh()
    await accounts.offerReset(alice.id, 'hash', noon + hour, news, noon)
    await outbox.wipe(noon + hour - 1)
    expect((await facts())?.facts).toContain('secret token')
    await outbox.wipe(noon + hour)
    expect((await facts())?.facts).not.toContain('secret token')
  })

  it('who belongs to no company gets no mail', async () => {
    const { accounts, outbox } = await fresh()
    await behind().run("delete from memberships where member_id = 'alice'")
    await accounts.offerReset(alice.id, 'hash', noon + hour, news, noon)
    expect(await outbox.newest(10)).toEqual([])
  })

  it('sessions are listed and ended by their owner alone', async () => {
    const { sessions, activity } = await fresh()
    await sessions.add('one', alice.id, '{"n":1}', noon + hour)
    await sessions.add('over', alice.id, '{"n":2}', noon)
    await sessions.add('bobs', bob.id, '{"n":3}', noon + hour)
    expect(await sessions.of(alice.id, noon)).toEqual([{ idHash: 'one', data: '{"n":1}' }])
    const ended = { ...entry, action: 'session ended' } as const
    expect(await sessions.endSome(alice.id, ['bobs', 'none'], [ended], noon)).toBe(0)
    expect(await activity.list('atelier', 10)).toEqual([])
    expect(await sessions.endSome(alice.id, ['one', 'bobs'], [ended], noon)).toBe(1)
    expect(await sessions.of(bob.id, noon)).toHaveLength(1)
    expect(await activity.list('atelier', 10)).toHaveLength(1)
  })
})
