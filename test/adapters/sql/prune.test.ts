import { expect, it } from 'vitest'
import { tellOfExpiry } from '../../../src/payment-methods/tell-of-expiry.ts'
import { keptFor, pruneOld } from '../../../src/privacy/prune-old.ts'
import { anEvent, day, hour, mirror, noon, someFacts } from '../../support/builders.ts'
import { Desk } from '../../support/desk.ts'
import { eachStore } from '../../support/stores.ts'

const news = (once: string) => ({
  companyId: 'brasserie',
  message: { kind: 'default changed' as const, card: { brand: 'visa', last4: '4242' }, before: null },
  once,
})

eachStore('Old mail and events', (fresh, behind) => {
  const ids = async (table: string) =>
    (await behind().all<{ id: string }>(`select id from ${table} order by id`)).map(({ id }) => id)

  it('an event goes ninety days after it was done, and never while it waits', async () => {
    const desk = new Desk(await fresh())
    const { inbox } = desk.store
    for (const id of ['evt_done', 'evt_waits']) await inbox.keep(anEvent({ id, createdAt: noon }), noon)
    await inbox.keep(anEvent({ id: 'evt_newest', createdAt: noon + 1 }), noon)
    for (const id of ['evt_done', 'evt_newest']) await inbox.done(id, noon)
    desk.clock.pass(keptFor)
    await pruneOld(desk)
    expect(await ids('stripe_events')).toHaveLength(3)
    desk.clock.pass(1)
    await pruneOld(desk)
    expect(await ids('stripe_events')).toEqual(['evt_newest', 'evt_waits'])
    expect(await inbox.newest()).toBe(noon + 1)
  })

  it('one that was done lately stays, however old it is: it may be repeated', async () => {
    const desk = new Desk(await fresh())
    const { inbox } = desk.store
    const old = anEvent({ id: 'evt_old', createdAt: noon - 29 * day })
    await inbox.keep(old, noon)
    await inbox.keep(anEvent({ id: 'evt_newest' }), noon)
    desk.clock.pass(keptFor - day)
    await inbox.done('evt_old', desk.clock.now())
    desk.clock.pass(2 * day)
    await pruneOld(desk)
    expect(await inbox.keep(old, desk.clock.now())).toBe(false)
  })

  it('a mail goes ninety days after it was sent, and never before it is', async () => {
    const desk = new Desk(await fresh())
    const { outbox } = desk.store
    await outbox.write([news('sent')], noon)
    const sent = await outbox.claim(noon, hour)
    await outbox.done(sent?.id ?? '', noon)
    await outbox.write([news('waits')], noon)
    desk.clock.pass(keptFor)
    await pruneOld(desk)
    expect(await outbox.newest(5)).toHaveLength(2)
    desk.clock.pass(1)
    await pruneOld(desk)
    expect((await behind().all<{ once: string }>('select once from outbox')).map(({ once }) => once)).toEqual(
      ['waits'],
    )
  })

  it('a link goes ninety days after it expired, used or not', async () => {
    const desk = new Desk(await fresh())
    await desk.store.passwordLinks.add('link', 'bob', noon)
    desk.clock.pass(keptFor)
    await pruneOld(desk)
    expect(await behind().all('select * from password_links')).toHaveLength(1)
    desk.clock.pass(1)
    await pruneOld(desk)
    expect(await behind().all('select * from password_links')).toEqual([])
  })

  it('goes in batches, and all of it in the end', async () => {
    const store = await fresh()
    for (let at = 0; at < 7; at++) {
      await store.inbox.keep(anEvent({ id: `evt_${at}`, createdAt: noon + at }), noon)
      await store.inbox.done(`evt_${at}`, noon)
    }
    const before = { mails: noon + day, events: noon + day, links: noon + day }
    expect(await store.privacy.prune(before, 3)).toBe(3)
    expect(await ids('stripe_events')).toHaveLength(4)
    expect(await store.privacy.prune(before, 3)).toBe(3)
    expect(await store.privacy.prune(before, 3)).toBe(0)
  })

  it('no card’s last notice is told again once its mail was forgotten', async () => {
    const desk = new Desk(await fresh())
    const { store, clock } = desk
    // Good until the last day of the month, two weeks from now; told of by its thirty days’ notice.
    const card = someFacts({ expiry: { month: 11, year: 2026 } })
    await mirror(store, [card])
    desk.gateway.attach('cus_atelier', card)
    desk.gateway.choose('cus_atelier', card.id)
    const report = (error: unknown) => {
      throw error
    }
    await behind().run('delete from outbox')
    await tellOfExpiry(desk, report)
    expect(await store.outbox.newest(9)).not.toEqual([])
    await behind().run('update outbox set sent_at = $1', [noon])
    // Forgotten the moment that it may be, and looked at each day until then and long after.
    for (let passed = 0; passed < 200; passed++) {
      clock.pass(day)
      await pruneOld(desk)
      await tellOfExpiry(desk, report)
    }
    const told = await behind().all<{ once: string }>("select once from outbox where once like 'expires/%'")
    expect(told.map(({ once }) => once.endsWith('/7'))).not.toContain(false)
    expect(new Set(told.map(({ once }) => once)).size).toBe(1)
  })
})
