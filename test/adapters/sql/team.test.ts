import { expect, it } from 'vitest'
import type { Actor, Member, Role } from '../../../src/company/company.ts'
import type { Store } from '../../../src/ports/store.ts'
import {
  alice,
  asAlice,
  asBob,
  asCharlie,
  atelier,
  bob,
  charlie,
  dan,
  hour,
  noon,
} from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const erin: Member = { id: 'erin', name: 'Erin Le Gall', email: 'erin@example.com', language: 'fr' }
const frank: Member = { id: 'frank', name: 'Frank Roy', email: 'frank@example.com', language: null }

function asAdministrator(member: Member): Actor {
  return { ...asAlice, member, role: 'administrator', address: '192.0.2.7' }
}
const asErin = asAdministrator(erin)
const asFrank = asAdministrator(frank)

eachStore('The people of a company', (fresh, behind) => {
  async function withAdministrators(): Promise<Store> {
    const store = await fresh()
    for (const member of [erin, frank]) {
      await store.members.add(member, null, noon)
      await store.members.join(atelier.id, member.id, 'administrator', noon)
    }
    return store
  }

  async function roles({ team }: Store, companyId = atelier.id): Promise<Record<string, Role>> {
    return Object.fromEntries((await team.of(companyId)).map(({ memberId, role }) => [memberId, role]))
  }

  async function mails({ outbox }: Store): Promise<string[]> {
    return (await outbox.newest(99)).map(({ memberId, message }) => `${message.kind} → ${memberId}`).sort()
  }

  async function entries({ activity }: Store) {
    const all = await activity.list(atelier.id, 99)
    return all.map(({ action, memberId, facts, result, address }) => ({
      action,
      memberId,
      facts,
      result,
      address,
    }))
  }

  it('are listed by role and name, each company’s its own', async () => {
    const store = await withAdministrators()
    expect((await store.team.of(atelier.id)).map(({ memberId }) => memberId)).toEqual([
      'alice',
      'erin',
      'frank',
      'bob',
      'dan',
    ])
    expect(await store.team.of('brasserie')).toEqual([
      { memberId: 'charlie', name: charlie.name, email: charlie.email, role: 'owner', since: noon },
    ])
  })

  it('get another role, and they and the owner hear of it', async () => {
    const store = await withAdministrators()
    expect(await store.team.changeRole(asErin, dan.id, 'billing', noon)).toBe('done')
    expect(await roles(store)).toMatchObject({ dan: 'billing' })
    expect(await mails(store)).toEqual(['role changed → alice', 'role changed → dan'])
    const [mail] = await store.outbox.newest(1)
    expect(mail?.message).toEqual({
      kind: 'role changed',
      memberId: 'dan',
      by: 'erin',
      role: 'billing',
      roleBefore: 'developer',
    })
    expect(await entries(store)).toEqual([
      {
        action: 'role changed',
        memberId: 'erin',
        facts: { memberId: 'dan', role: 'billing', roleBefore: 'developer' },
        result: 'done',
        address: '192.0.2.7',
      },
    ])
  })

  it('keep the role that they have, without a word', async () => {
    const store = await withAdministrators()
    expect(await store.team.changeRole(asErin, dan.id, 'developer', noon)).toBe('same')
    expect([await mails(store), await entries(store)]).toEqual([[], []])
  })

  it('are removed, from this company alone, and their sessions end where it was their only one', async () => {
    const store = await withAdministrators()
    await store.members.join('brasserie', bob.id, 'billing', noon + hour)
    await store.sessions.add('bobs', bob.id, '{}', noon + hour)
    await store.sessions.add('dans', dan.id, '{}', noon + hour)
    expect(await store.team.remove(asErin, bob.id, noon)).toBe('done')
    expect(await store.team.remove(asErin, dan.id, noon)).toBe('done')
    expect(Object.keys(await roles(store)).sort()).toEqual(['alice', 'erin', 'frank'])
    expect(await roles(store, 'brasserie')).toMatchObject({ bob: 'billing' })
    expect((await store.members.actor(bob.id, atelier.id))?.company.id).toBe('brasserie')
    expect(await store.members.actor(dan.id, atelier.id)).toBeNull()
    expect([await store.sessions.read('bobs', noon), await store.sessions.read('dans', noon)]).toEqual([
      '{}',
      null,
    ])
    expect(await mails(store)).toEqual([
      'member removed → alice',
      'member removed → alice',
      'member removed → bob',
      'member removed → dan',
    ])
    expect((await entries(store)).map(({ facts, result }) => [facts, result])).toEqual(
      expect.arrayContaining([[{ memberId: 'bob', roleBefore: 'billing' }, 'done']]),
    )
  })

  it('do nothing to the owner, and what they tried is on record', async () => {
    const store = await withAdministrators()
    expect(await store.team.changeRole(asErin, alice.id, 'developer', noon)).toBe('owner')
    expect(await store.team.remove(asErin, alice.id, noon)).toBe('owner')
    expect(await store.team.remove(asAlice, alice.id, noon)).toBe('owner')
    expect(await roles(store)).toMatchObject({ alice: 'owner' })
    expect(await mails(store)).toEqual([])
    expect((await entries(store)).map(({ action, facts, result }) => [action, facts.why, result])).toEqual(
      expect.arrayContaining([
        ['role changed', 'owner', 'refused'],
        ['member removed', 'owner', 'refused'],
        ['member removed', 'owner', 'refused'],
      ]),
    )
  })

  it('do nothing to those of another company, and nothing without the right, whatever their session says', async () => {
    const store = await withAdministrators()
    expect(await store.team.changeRole(asErin, charlie.id, 'developer', noon)).toBe('missing')
    expect(await store.team.remove(asErin, charlie.id, noon)).toBe('missing')
    expect(await store.team.handOver(asAlice, charlie.id, noon)).toBe('missing')
    expect(await entries(store)).toEqual([])
    const asBobWouldLike: Actor = { ...asBob, role: 'owner' }
    expect(await store.team.remove(asBobWouldLike, dan.id, noon)).toBe('no right')
    expect(await store.team.handOver(asBobWouldLike, bob.id, noon)).toBe('no right')
    expect(await store.team.remove({ ...asCharlie, company: atelier }, dan.id, noon)).toBe('no right')
    expect(await roles(store)).toMatchObject({ alice: 'owner', dan: 'developer' })
    expect((await entries(store)).map(({ facts }) => facts.why)).toEqual(['no right', 'no right', 'no right'])
  })

  it('have one owner, who hands the company over and becomes an administrator', async () => {
    const store = await withAdministrators()
    expect(await store.team.handOver(asErin, bob.id, noon)).toBe('no right')
    expect(await store.team.handOver(asAlice, alice.id, noon)).toBe('owner')
    expect(await store.team.handOver(asAlice, dan.id, noon)).toBe('done')
    expect(await roles(store)).toMatchObject({ alice: 'administrator', dan: 'owner' })
    expect((await store.companies.owner(atelier.id))?.id).toBe('dan')
    expect(await mails(store)).toEqual(['ownership handed over → alice', 'ownership handed over → dan'])
    expect((await entries(store)).filter(({ result }) => result === 'done')).toMatchObject([
      {
        action: 'ownership handed over',
        memberId: 'alice',
        facts: { memberId: 'dan', roleBefore: 'developer' },
      },
    ])
  })

  it('have one owner, says the database itself', async () => {
    await withAdministrators()
    const second = behind().run("update memberships set role = 'owner' where member_id = 'erin'")
    await expect(second).rejects.toThrow(/one_owner|unique/i)
  })

  it('two who hand over at once: one does', async () => {
    const store = await withAdministrators()
    const answers = await Promise.all([
      store.team.handOver(asAlice, bob.id, noon),
      store.team.handOver(asAlice, dan.id, noon),
    ])
    expect([...answers].sort()).toEqual(['done', 'no right'])
    const owners = Object.entries(await roles(store)).filter(([, role]) => role === 'owner')
    expect(owners).toEqual([[answers[0] === 'done' ? 'bob' : 'dan', 'owner']])
  })

  it('two administrators who demote each other at once: one does', async () => {
    const store = await withAdministrators()
    const answers = await Promise.all([
      store.team.changeRole(asErin, frank.id, 'developer', noon),
      store.team.changeRole(asFrank, erin.id, 'developer', noon),
    ])
    expect([...answers].sort()).toEqual(['done', 'no right'])
    expect(Object.values(await roles(store)).filter((role) => role === 'administrator')).toHaveLength(1)
  })

  it('of the last two who manage billing, where nobody owns the company, one stays though both leave at once', async () => {
    const store = await withAdministrators()
    await behind().run("delete from memberships where member_id in ('alice', 'bob')")
    const answers = await Promise.all([
      store.team.remove(asErin, erin.id, noon),
      store.team.remove(asFrank, frank.id, noon),
    ])
    expect([...answers].sort()).toEqual(['done', 'last'])
    expect(Object.values(await roles(store)).sort()).toEqual(['administrator', 'developer'])
  })

  it('and of the last two, both of whom ask for another role at once, one keeps theirs', async () => {
    const store = await withAdministrators()
    await behind().run("delete from memberships where member_id in ('alice', 'bob')")
    const answers = await Promise.all([
      store.team.changeRole(asErin, erin.id, 'developer', noon),
      store.team.changeRole(asFrank, frank.id, 'developer', noon),
    ])
    expect([...answers].sort()).toEqual(['done', 'last'])
  })

  it('nothing is changed, told or on record where the transaction fails', async () => {
    const store = await withAdministrators()
    // At no time there is: the entry cannot be written once the member is gone.
    await expect(store.team.remove(asErin, dan.id, Number.NaN)).rejects.toThrow()
    expect(await roles(store)).toMatchObject({ dan: 'developer' })
    expect([await mails(store), await entries(store)]).toEqual([[], []])
  })
})
