import { expect, it } from 'vitest'
import { writeMails } from '../../../src/adapters/sql/outbox-rows.ts'
import type { NewMail } from '../../../src/mail/message.ts'
import type { Mail } from '../../../src/ports/outbox.ts'
import type { Store } from '../../../src/ports/store.ts'
import { minute, noon, second } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const card = { brand: 'visa', last4: '4242' }

function news(changes: Partial<NewMail> = {}): NewMail {
  return {
    companyId: 'atelier',
    message: { kind: 'default changed', card, before: null },
    once: 'wallet/1',
    ...changes,
  }
}

eachStore('The outbox', (fresh, behind) => {
  const write = (...mails: NewMail[]) => behind().transaction((queries) => writeMails(queries, mails, noon))

  async function claimAll({ outbox }: Store, now = noon): Promise<Mail[]> {
    const claimed: Mail[] = []
    for (let mail = await outbox.claim(now, minute); mail; mail = await outbox.claim(now, minute))
      claimed.push(mail)
    return claimed
  }

  it('has a mail for everyone of the company who manages billing, and for nobody else', async () => {
    const store = await fresh()
    await write(news())
    const mails = await claimAll(store)
    expect(mails.map((mail) => mail.memberId).sort()).toEqual(['alice', 'bob'])
    expect(mails[0]).toMatchObject({
      companyId: 'atelier',
      message: news().message,
      createdAt: noon,
      tries: 1,
    })
  })

  it('tells the same occasion once, whoever reports it, and another company its own', async () => {
    const store = await fresh()
    await write(news())
    await write(news(), news({ companyId: 'brasserie' }))
    await write(news({ once: 'wallet/2' }))
    const told = (await claimAll(store)).map((mail) => mail.memberId).sort()
    expect(told).toEqual(['alice', 'alice', 'bob', 'bob', 'charlie'])
  })

  it('keeps nothing of a transaction that failed', async () => {
    const store = await fresh()
    const failing = behind().transaction(async (queries) => {
      await writeMails(queries, [news()], noon)
      throw new Error('it went wrong afterwards')
    })
    await expect(failing).rejects.toThrow('it went wrong afterwards')
    expect(await store.outbox.newest(10)).toEqual([])
  })

  it('hands a mail to one, and to somebody else when its lease is over', async () => {
    const store = await fresh()
    await write(news({ companyId: 'brasserie' }))
    expect(await claimAll(store)).toHaveLength(1)
    expect(await claimAll(store, noon + minute - 1)).toEqual([])
    expect(await claimAll(store, noon + minute)).toMatchObject([{ tries: 2 }])
  })

  it('hands a mail to one of two who claim at once', async () => {
    const { outbox } = await fresh()
    await write(news({ companyId: 'brasserie' }))
    const claims = await Promise.all([outbox.claim(noon, minute), outbox.claim(noon, minute)])
    expect(claims.filter((mail) => mail !== null)).toHaveLength(1)
  })

  it('keeps what could not be sent until its time, and lets go of what was', async () => {
    const store = await fresh()
    await write(news())
    const [first, other] = await claimAll(store)
    await store.outbox.done(first?.id ?? '', noon)
    await store.outbox.failed(other?.id ?? '', 'ECONNREFUSED', noon + second)
    expect(await claimAll(store, noon + second - 1)).toEqual([])
    expect(await claimAll(store, noon + second)).toMatchObject([{ id: other?.id, tries: 2 }])
  })

  it('shows the newest first, sent or not', async () => {
    const { outbox } = await fresh()
    await write(news({ companyId: 'brasserie' }))
    await behind().transaction((queries) =>
      writeMails(queries, [news({ companyId: 'brasserie', once: 'wallet/2' })], noon + second),
    )
    const newest = await outbox.newest(10)
    expect(newest.map((mail) => mail.createdAt)).toEqual([noon + second, noon])
    expect(await outbox.newest(1)).toEqual(newest.slice(0, 1))
    expect(await outbox.byId(newest[1]?.id ?? '')).toEqual(newest[1])
    expect(await outbox.byId('nobody’s')).toBeNull()
  })
})
