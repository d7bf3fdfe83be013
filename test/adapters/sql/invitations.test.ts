import { expect, it } from 'vitest'
import { lifetime, remembered } from '../../../src/members/invitation.ts'
import type { Store } from '../../../src/ports/store.ts'
import type { Newcomer, NewInvitation } from '../../../src/ports/team.ts'
import {
  alice,
  asAlice,
  asBob,
  asCharlie,
  atelier,
  bob,
  charlie,
  hour,
  noon,
} from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

function anInvitation(changes: Partial<NewInvitation> = {}): NewInvitation {
  const { id = 'one' } = changes
  return {
    id,
    email: 'erin@example.com',
    role: 'billing',
    language: 'fr',
    tokenHash: `hash-${id}-1`,
    expiresAt: noon + lifetime,
    ...changes,
  }
}

function aNewcomer(changes: Partial<Newcomer> = {}): Newcomer {
  return { id: 'erin', name: 'Erin Le Gall', language: 'fr', passwordHash: 'chosen', ...changes }
}

const again = {
  id: 'one',
  language: 'en',
  tokenHash: 'hash-one-2',
  expiresAt: noon + hour + lifetime,
  round: 2,
} as const

eachStore('Invitations', (fresh, behind) => {
  async function withOne(changes: Partial<NewInvitation> = {}): Promise<Store> {
    const store = await fresh()
    expect(await store.invitations.add(asAlice, anInvitation(changes), noon)).toBe('done')
    return store
  }

  const mailsOf = async ({ outbox }: Store) =>
    (await outbox.newest(99)).map(({ message, memberId, invitationId }) => [
      message.kind,
      memberId ?? invitationId,
    ])
  const actionsOf = async ({ activity }: Store) =>
    (await activity.list(atelier.id, 99)).map(({ action, memberId, facts }) => [action, memberId, facts])
  const roleOf = async ({ team }: Store, memberId: string, companyId = atelier.id) =>
    (await team.of(companyId)).find((one) => one.memberId === memberId)?.role

  it('are written with their letter and on record, and the address stands in the invitation alone', async () => {
    const store = await withOne()
    expect(await store.invitations.pending(atelier.id)).toMatchObject([
      {
        id: 'one',
        email: 'erin@example.com',
        role: 'billing',
        by: alice.name,
        company: atelier.name,
        round: 1,
      },
    ])
    const [mail] = await store.outbox.newest(9)
    expect(mail).toMatchObject({
      memberId: null,
      invitationId: 'one',
      message: { kind: 'invited', invitationId: 'one', round: 1, role: 'billing', by: 'alice' },
    })
    expect(await actionsOf(store)).toEqual([
      ['member invited', 'alice', { invitationId: 'one', role: 'billing' }],
    ])
    const elsewhere = [
      await behind().all('select * from outbox'),
      await behind().all('select * from activity'),
    ]
    expect(JSON.stringify(elsewhere)).not.toMatch(/erin@|hash-one/)
  })

  it('are of those who may invite, to those who do not belong yet, once', async () => {
    const store = await withOne()
    const { invitations } = store
    const two = anInvitation({ id: 'two' })
    expect(await invitations.add(asAlice, two, noon)).toBe('invited already')
    expect(await invitations.add(asAlice, { ...two, email: bob.email }, noon)).toBe('member already')
    expect(await invitations.add({ ...asBob, role: 'owner' }, { ...two, email: 'x@example.com' }, noon)).toBe(
      'no right',
    )
    expect(await invitations.pending(atelier.id)).toHaveLength(1)
    expect(await mailsOf(store)).toHaveLength(1)
    // Another company's people and invitations are no obstacle, and not to be seen.
    expect(await invitations.add(asCharlie, two, noon)).toBe('done')
    expect(
      await invitations.add(asCharlie, { ...two, id: 'three', tokenHash: '3', email: bob.email }, noon),
    ).toBe('done')
    expect((await invitations.pending('brasserie')).map(({ id }) => id).sort()).toEqual(['three', 'two'])
    expect(await invitations.byId('brasserie', 'one')).toBeNull()
  })

  it('two to one address at once are one', async () => {
    const store = await fresh()
    const answers = await Promise.all(
      ['one', 'two', 'three'].map((id) => store.invitations.add(asAlice, anInvitation({ id }), noon)),
    )
    expect([...answers].sort()).toEqual(['done', 'invited already', 'invited already'])
    expect(await store.invitations.pending(atelier.id)).toHaveLength(1)
    expect(await mailsOf(store)).toHaveLength(1)
  })

  it('that have expired give way to another, with another role', async () => {
    const { invitations } = await withOne()
    const later = noon + lifetime
    const two = anInvitation({ id: 'two', role: 'developer', expiresAt: later + lifetime })
    expect(await invitations.add(asAlice, two, later)).toBe('done')
    expect(await invitations.pending(atelier.id)).toMatchObject([{ id: 'two', role: 'developer' }])
    expect(await invitations.byToken('hash-one-1')).toMatchObject({ withdrawnAt: later })
  })

  it('are sent again by another link, with another letter; pressed twice, once', async () => {
    const store = await withOne()
    const { invitations } = store
    const answers = await Promise.all([
      invitations.renew(asAlice, again, noon + hour),
      invitations.renew(asAlice, again, noon + hour),
    ])
    expect(answers).toEqual(['done', 'done'])
    expect(await invitations.byToken('hash-one-1')).toBeNull()
    expect(await invitations.byToken('hash-one-2')).toMatchObject({
      round: 2,
      language: 'en',
      expiresAt: noon + hour + lifetime,
    })
    expect(await mailsOf(store)).toEqual([
      ['invited', 'one'],
      ['invited', 'one'],
    ])
    expect(await invitations.accept('hash-one-1', aNewcomer(), null, noon)).toEqual({ result: 'gone' })
    expect(await invitations.renew(asCharlie, again, noon)).toBe('missing')
    expect(await invitations.renew({ ...asBob, role: 'owner' }, again, noon)).toBe('no right')
  })

  it('are withdrawn by their company, and then let nobody in', async () => {
    const store = await withOne()
    const { invitations } = store
    expect(await invitations.withdraw(asCharlie, 'one', noon)).toBe('missing')
    expect(await invitations.withdraw({ ...asBob, role: 'owner' }, 'one', noon)).toBe('no right')
    expect(await invitations.withdraw(asAlice, 'one', noon)).toBe('done')
    expect(await invitations.withdraw(asAlice, 'one', noon)).toBe('missing')
    expect(await invitations.renew(asAlice, again, noon)).toBe('missing')
    expect(await invitations.pending(atelier.id)).toEqual([])
    expect(await invitations.accept('hash-one-1', aNewcomer(), null, noon)).toEqual({ result: 'gone' })
    expect((await actionsOf(store)).map(([action]) => action).sort()).toEqual([
      'invitation withdrawn',
      'member invited',
    ])
    // The address may be invited anew.
    expect(await invitations.add(asAlice, anInvitation({ id: 'two' }), noon)).toBe('done')
  })

  it('let a newcomer in, once, with what they chose, and the owner hears of it', async () => {
    const store = await withOne()
    const accepted = await store.invitations.accept('hash-one-1', aNewcomer(), '192.0.2.7', noon + hour)
    expect(accepted).toEqual({ result: 'joined', companyId: atelier.id, memberId: 'erin' })
    expect(await store.members.byEmail('erin@example.com')).toEqual({
      member: { id: 'erin', name: 'Erin Le Gall', email: 'erin@example.com', language: 'fr' },
      passwordHash: 'chosen',
    })
    expect(await roleOf(store, 'erin')).toBe('billing')
    // The address stands with the member from now on, and nowhere else.
    expect(JSON.stringify(await behind().all('select * from invitations'))).not.toContain('erin@')
    expect(await store.invitations.pending(atelier.id)).toEqual([])
    const second = aNewcomer({ id: 'second', passwordHash: 'stolen' })
    expect(await store.invitations.accept('hash-one-1', second, null, noon + hour)).toEqual({
      result: 'gone',
    })
    expect((await store.members.byEmail('erin@example.com'))?.passwordHash).toBe('chosen')
    const [entry] = await store.activity.list(atelier.id, 1)
    expect(entry).toMatchObject({
      action: 'member joined',
      memberId: 'erin',
      address: '192.0.2.7',
      facts: { memberId: 'erin', invitationId: 'one', role: 'billing' },
    })
    expect(await mailsOf(store)).toEqual([
      ['member joined', 'alice'],
      ['invited', 'one'],
    ])
  })

  it('let one in of those who accept at once', async () => {
    const store = await withOne()
    const all = ['a', 'b', 'c'].map((id) =>
      store.invitations.accept('hash-one-1', aNewcomer({ id, passwordHash: id }), null, noon),
    )
    const results = (await Promise.all(all)).map(({ result }) => result)
    expect([...results].sort()).toEqual(['gone', 'gone', 'joined'])
    const winner = ['a', 'b', 'c'][results.indexOf('joined')]
    expect((await store.members.byEmail('erin@example.com'))?.passwordHash).toBe(winner)
  })

  it('of one newcomer to two companies, accepted at once: one makes the account, the other waits for its owner', async () => {
    const store = await withOne()
    await store.invitations.add(asCharlie, anInvitation({ id: 'two' }), noon)
    const results = await Promise.all([
      store.invitations.accept('hash-one-1', aNewcomer({ id: 'a' }), null, noon),
      store.invitations.accept('hash-two-1', aNewcomer({ id: 'b' }), null, noon),
    ])
    expect(results.map(({ result }) => result).sort()).toEqual(['has account', 'joined'])
    const open = [
      ...(await store.invitations.pending(atelier.id)),
      ...(await store.invitations.pending('brasserie')),
    ]
    expect(open).toHaveLength(1)
  })

  it('never set the password of somebody who has one, nor let another in than they are for', async () => {
    const store = await withOne({ email: charlie.email })
    await store.members.setPassword(charlie.id, 'theirs')
    const { invitations } = store
    expect(await invitations.accept('hash-one-1', aNewcomer(), null, noon)).toEqual({ result: 'has account' })
    expect(await invitations.accept('hash-one-1', { memberId: bob.id }, null, noon)).toEqual({
      result: 'has account',
    })
    expect((await store.members.byEmail(charlie.email))?.passwordHash).toBe('theirs')
    expect(await invitations.accept('hash-one-1', { memberId: charlie.id }, null, noon)).toEqual({
      result: 'joined',
      companyId: atelier.id,
      memberId: charlie.id,
    })
    expect([await roleOf(store, 'charlie'), await roleOf(store, 'charlie', 'brasserie')]).toEqual([
      'billing',
      'owner',
    ])
  })

  it('let somebody choose a password who never had one, and spend the other links to choose it', async () => {
    const store = await withOne({ email: charlie.email })
    await store.passwordLinks.add('token', charlie.id, noon + hour)
    const accepted = await store.invitations.accept('hash-one-1', aNewcomer(), null, noon)
    expect(accepted).toMatchObject({ result: 'joined', memberId: charlie.id })
    expect((await store.members.byEmail(charlie.email))?.passwordHash).toBe('chosen')
    expect(await store.passwordLinks.memberFor('token', noon)).toBeNull()
  })

  it('of somebody who belongs by now are used, and change no role', async () => {
    const store = await withOne({ email: charlie.email })
    await store.members.join(atelier.id, charlie.id, 'developer', noon)
    const accepted = await store.invitations.accept('hash-one-1', { memberId: charlie.id }, null, noon)
    expect(accepted).toMatchObject({ result: 'already' })
    expect(await roleOf(store, 'charlie')).toBe('developer')
    expect(await store.invitations.pending(atelier.id)).toEqual([])
  })

  it('expire to the millisecond', async () => {
    const store = await withOne()
    const late = noon + lifetime
    expect(await store.invitations.accept('hash-one-1', aNewcomer(), null, late)).toEqual({ result: 'gone' })
    expect(await store.invitations.accept('hash-one-1', aNewcomer(), null, late - 1)).toMatchObject({
      result: 'joined',
    })
  })

  it('are forgotten a month after nobody can use them, address and all, and no sooner', async () => {
    const store = await withOne()
    await store.invitations.add(asAlice, anInvitation({ id: 'two', email: 'two@example.com' }), noon)
    await store.invitations.withdraw(asAlice, 'two', noon)
    const left = async () =>
      await behind().all<{ email: string | null }>('select email from invitations order by id')
    const at = noon + lifetime + remembered
    await store.invitations.forget(at - lifetime - remembered, at - lifetime)
    expect(await left()).toEqual([{ email: 'erin@example.com' }, { email: 'two@example.com' }])
    await store.invitations.forget(at - lifetime - remembered + 1, at - lifetime)
    expect(await left()).toEqual([{ email: 'erin@example.com' }, { email: null }])
    await store.invitations.forget(at - remembered + 1, at)
    expect(await left()).toEqual([{ email: null }, { email: null }])
    expect(await store.invitations.pending(atelier.id)).toEqual([])
    expect(await store.invitations.byToken('hash-one-1')).toMatchObject({ email: '', acceptedAt: null })
    expect(await store.invitations.add(asAlice, anInvitation({ id: 'three' }), at)).toBe('done')
  })
})
