import { expect, it } from 'vitest'
import { UniqueViolation } from '../../../src/adapters/sql/database.ts'
import type { Store } from '../../../src/ports/store.ts'
import { alice, atelier, bob, brasserie, dan, hour, noon } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const nobodyTold = { entries: [] }

eachStore('The members of a store', (fresh) => {
  it('are found by their address, with their password once they have one', async () => {
    const { members } = await fresh()
    expect(await members.byEmail(alice.email)).toEqual({ member: alice, passwordHash: null })
    await members.setPassword(alice.id, 'hash')
    expect(await members.byEmail(alice.email)).toEqual({ member: alice, passwordHash: 'hash' })
    expect((await members.byEmail(bob.email))?.passwordHash).toBeNull()
    expect(await members.byEmail('nobody@example.com')).toBeNull()
  })

  it('have an address each', async () => {
    const { members } = await fresh()
    const twin = { ...alice, id: 'twin' }
    await expect(members.add(twin, null, noon)).rejects.toBeInstanceOf(UniqueViolation)
  })

  it('work in their own company with their own role', async () => {
    const { members } = await fresh()
    const atWork = { member: dan, company: atelier, role: 'developer', address: null, otherCompanies: [] }
    expect(await members.actor(dan.id, null)).toEqual(atWork)
    expect(await members.actor(dan.id, 'atelier')).toEqual(atWork)
  })

  it('are never at work in a company that is not theirs', async () => {
    const { members } = await fresh()
    expect((await members.actor(dan.id, 'brasserie'))?.company).toEqual(atelier)
    expect(await members.actor('nobody', 'atelier')).toBeNull()
  })

  it('who belong to two companies work in the one they chose, at first in the one they joined first', async () => {
    const { members } = await fresh()
    await members.join('brasserie', bob.id, 'administrator', noon + hour)
    expect(await members.actor(bob.id, 'brasserie')).toEqual({
      member: bob,
      company: brasserie,
      role: 'administrator',
      address: null,
      otherCompanies: [{ id: 'atelier', name: 'Atelier Lumière' }],
    })
    expect((await members.actor(bob.id, null))?.company).toEqual(atelier)
  })

  it('who belong nowhere are not at work', async () => {
    const { members } = await fresh()
    await members.add({ ...bob, id: 'new', email: 'new@example.com', language: 'fr' }, null, noon)
    expect(await members.actor('new', null)).toBeNull()
  })
})

eachStore('A link to choose a password', (fresh) => {
  const withLink = async (): Promise<Store> => {
    const store = await fresh()
    await store.passwordLinks.add('token', bob.id, noon + hour)
    return store
  }
  const passwordOf = async ({ members }: Store) => (await members.byEmail(bob.email))?.passwordHash

  it('tells whose it is until it expires', async () => {
    const { passwordLinks } = await withLink()
    expect(await passwordLinks.memberFor('token', noon + hour - 1)).toEqual(bob)
    expect(await passwordLinks.memberFor('token', noon + hour)).toBeNull()
    expect(await passwordLinks.memberFor('other', noon)).toBeNull()
  })

  it('sets the password once', async () => {
    const store = await withLink()
    expect(await store.passwordLinks.use('token', 'first', nobodyTold, noon)).toBe(true)
    expect(await store.passwordLinks.memberFor('token', noon)).toBeNull()
    expect(await store.passwordLinks.use('token', 'second', nobodyTold, noon)).toBe(false)
    expect(await passwordOf(store)).toBe('first')
  })

  it('sets nothing once it has expired, or was never given', async () => {
    const store = await withLink()
    expect(await store.passwordLinks.use('token', 'late', nobodyTold, noon + hour)).toBe(false)
    expect(await store.passwordLinks.use('other', 'made up', nobodyTold, noon)).toBe(false)
    expect(await passwordOf(store)).toBeNull()
  })

  it('serves one alone of those who use it at once', async () => {
    const store = await withLink()
    const hashes = ['one', 'two', 'three', 'four']
    const used = await Promise.all(
      hashes.map((hash) => store.passwordLinks.use('token', hash, nobodyTold, noon)),
    )
    expect(used.filter(Boolean)).toHaveLength(1)
    expect(await passwordOf(store)).toBe(hashes[used.indexOf(true)])
  })

  it('spends the other links of its member', async () => {
    const store = await withLink()
    await store.passwordLinks.add('another', bob.id, noon + hour)
    await store.passwordLinks.use('token', 'hash', nobodyTold, noon)
    expect(await store.passwordLinks.memberFor('another', noon)).toBeNull()
  })

  it('ends the sessions of its member and of nobody else', async () => {
    const store = await withLink()
    await store.sessions.add('bobs', bob.id, '{}', noon + hour)
    await store.sessions.add('alices', alice.id, '{}', noon + hour)
    await store.passwordLinks.use('token', 'hash', nobodyTold, noon)
    expect([await store.sessions.read('bobs', noon), await store.sessions.read('alices', noon)]).toEqual([
      null,
      '{}',
    ])
  })
})

eachStore('A session', (fresh) => {
  const withSession = async (): Promise<Store> => {
    const store = await fresh()
    await store.sessions.add('hash', null, '{"n":1}', noon + hour)
    return store
  }

  it('is read until it expires', async () => {
    const { sessions } = await withSession()
    expect(await sessions.read('hash', noon + hour - 1)).toBe('{"n":1}')
    expect(await sessions.read('hash', noon + hour)).toBeNull()
    expect(await sessions.read('other', noon)).toBeNull()
  })

  it('is written again, with its member and more time', async () => {
    const { sessions } = await withSession()
    await sessions.update('hash', alice.id, '{"n":2}', noon + 2 * hour)
    expect(await sessions.read('hash', noon + hour)).toBe('{"n":2}')
  })

  it('ends when told to', async () => {
    const { sessions } = await withSession()
    await sessions.end('hash')
    expect(await sessions.read('hash', noon)).toBeNull()
  })

  it('is not brought back by a request that was under way when it ended', async () => {
    const { sessions } = await withSession()
    await sessions.end('hash')
    await sessions.update('hash', null, '{"n":2}', noon + hour)
    expect(await sessions.read('hash', noon)).toBeNull()
  })

  it('is cleared away once it has expired, and no sooner', async () => {
    const { sessions } = await withSession()
    await sessions.add('longer', null, '{}', noon + hour + 1)
    await sessions.prune(noon + hour)
    expect([await sessions.read('hash', noon), await sessions.read('longer', noon)]).toEqual([null, '{}'])
  })
})
