import { expect, it } from 'vitest'
import type { NewMail } from '../../../src/mail/message.ts'
import type { Store } from '../../../src/ports/store.ts'
import { formerMember } from '../../../src/privacy/pseudonym.ts'
import { alice, anAgreement, bob, charlie, dan, hour, minute, noon } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const asAsker = (memberId: string, companyId = 'atelier') => ({ companyId, memberId, address: '192.0.2.1' })

function news(once: string): NewMail {
  const card = { brand: 'visa', last4: '4242' }
  return { companyId: 'atelier', message: { kind: 'default changed', card, before: null }, once }
}

eachStore('The erasure of a member', (fresh, behind) => {
  const leave = (memberId: string) => behind().run('delete from memberships where member_id = $1', [memberId])
  const row = (memberId: string) =>
    behind().get<Record<string, unknown>>('select * from members where id = $1', [memberId])
  const count = async (table: string, memberId: string) =>
    (await behind().all(`select * from ${table} where member_id = $1`, [memberId])).length

  const furnished = async (): Promise<Store> => {
    const store = await fresh()
    await store.members.setPassword(bob.id, 'a hash')
    await store.sessions.add('session', bob.id, '{}', noon + hour)
    await store.passwordLinks.add('link', bob.id, noon + hour)
    await store.wallets.agree(anAgreement('pm_1', { memberId: bob.id }))
    return store
  }

  it('by themselves leaves an id, a pseudonym and their consents', async () => {
    const store = await furnished()
    expect(await store.privacy.eraseMember(bob.id, asAsker(bob.id), noon)).toBe('erased')
    expect(await row(bob.id)).toMatchObject({
      email: 'bob@erased.invalid',
      name: formerMember(bob.id),
      password_hash: null,
      language: null,
      erased_at: noon,
    })
    for (const table of ['sessions', 'password_links', 'memberships'])
      expect([table, await count(table, bob.id)]).toEqual([table, 0])
    expect(await count('consents', bob.id)).toBe(1)
    expect(await store.members.byEmail(bob.email)).toBeNull()
    expect(await store.activity.list('atelier', 5)).toMatchObject([
      { action: 'member erased', memberId: bob.id, facts: { memberId: bob.id }, address: '192.0.2.1' },
    ])
  })

  it('keeps what was sent, and drops what waits for them and for nobody else', async () => {
    const store = await furnished()
    await store.outbox.write([news('sent')], noon)
    for (
      let mail = await store.outbox.claim(noon, minute);
      mail;
      mail = await store.outbox.claim(noon, minute)
    )
      await store.outbox.done(mail.id, noon)
    await store.outbox.write([news('waits')], noon)
    await store.privacy.eraseMember(bob.id, asAsker(bob.id), noon)
    const left = await behind().all<{ member_id: string; once: string }>(
      'select member_id, once from outbox order by member_id, once',
    )
    expect(left.map(({ member_id, once }) => `${member_id} ${once}`)).toEqual([
      'alice sent',
      'alice waits',
      'bob sent',
    ])
  })

  it('takes their address out of every invitation that they were the subject of, and closes it', async () => {
    const store = await fresh()
    const ask = (id: string, email: string) =>
      behind().run(
        `insert into invitations (id, company_id, email, role, language, invited_by, token_hash, created_at, expires_at)
         values ($1, 'brasserie', $2, 'developer', 'en', 'charlie', $1, $3, $4)`,
        [id, email, noon, noon + hour],
      )
    await ask('his', bob.email)
    await ask('another', 'eve@example.com')
    await store.privacy.eraseMember(bob.id, asAsker(bob.id), noon)
    expect(await behind().all('select id, email, withdrawn_at from invitations order by id')).toEqual([
      { id: 'another', email: 'eve@example.com', withdrawn_at: null },
      { id: 'his', email: null, withdrawn_at: noon },
    ])
  })

  it('is recorded in each company that they belonged to', async () => {
    const store = await fresh()
    await store.members.join('brasserie', dan.id, 'developer', noon)
    expect(await store.privacy.eraseMember(dan.id, asAsker(dan.id), noon)).toBe('erased')
    for (const company of ['atelier', 'brasserie'])
      expect(await store.activity.list(company, 5)).toMatchObject([{ action: 'member erased' }])
  })

  it('is refused to an owner, and to whoever alone sees to payments, in any of their companies', async () => {
    const store = await fresh()
    expect(await store.privacy.eraseMember(alice.id, asAsker(alice.id), noon)).toEqual({
      why: 'owner',
      companyId: 'atelier',
      companyName: 'Atelier Lumière',
    })
    await leave(alice.id)
    expect(await store.privacy.eraseMember(bob.id, asAsker(bob.id), noon)).toMatchObject({
      why: 'last for billing',
    })
    expect((await row(bob.id))?.name).toBe(bob.name)
  })

  it('is not for others while they belong to a company, whichever', async () => {
    const store = await furnished()
    expect(await store.privacy.eraseMember(bob.id, asAsker(alice.id), noon)).toBe('missing')
    await leave(bob.id)
    await store.members.join('brasserie', bob.id, 'developer', noon)
    expect(await store.privacy.eraseMember(bob.id, asAsker(alice.id), noon)).toBe('missing')
    expect(await store.privacy.formerMembers('atelier')).toEqual([])
  })

  it('by those who manage members is for whoever has left and is named by their records', async () => {
    const store = await furnished()
    await leave(bob.id)
    await leave(dan.id)
    expect(await store.privacy.formerMembers('atelier')).toEqual([bob])
    const told = { memberId: alice.id, action: 'member removed', facts: { memberId: dan.id } } as const
    await store.activity.record([{ ...told, companyId: 'atelier', result: 'done', address: null }], noon)
    expect(await store.privacy.formerMembers('atelier')).toEqual([bob, dan])
    expect(await store.privacy.formerMembers('brasserie')).toEqual([])
    expect(await store.privacy.eraseMember(dan.id, asAsker(charlie.id, 'brasserie'), noon)).toBe('missing')
    expect(await store.privacy.eraseMember(dan.id, asAsker(alice.id), noon)).toBe('erased')
    expect(await store.privacy.eraseMember(dan.id, asAsker(alice.id), noon)).toBe('missing')
    expect(await store.privacy.formerMembers('atelier')).toEqual([bob])
  })

  it('and a company that is handed over meanwhile never end without an owner', async () => {
    for (let round = 0; round < 10; round++) {
      const store = await fresh()
      const handOver = behind().transaction(async (queries) => {
        await queries.run("update companies set wallet_version = wallet_version where id = 'atelier'")
        if (!(await queries.get("select role from memberships where member_id = 'bob'"))) return
        await queries.run("update memberships set role = 'administrator' where member_id = 'alice'")
        await queries.run("update memberships set role = 'owner' where member_id = 'bob'")
      })
      await Promise.all([handOver, store.privacy.eraseMember(bob.id, asAsker(bob.id), noon)])
      expect(
        await behind().all("select role from memberships where company_id = 'atelier' and role = 'owner'"),
      ).toHaveLength(1)
    }
  })

  it('gives everybody an address and a name of their own', async () => {
    const store = await fresh()
    await store.privacy.eraseMember(bob.id, asAsker(bob.id), noon)
    await store.privacy.eraseMember(dan.id, asAsker(dan.id), noon)
    expect((await row(bob.id))?.email).not.toBe((await row(dan.id))?.email)
  })
})
