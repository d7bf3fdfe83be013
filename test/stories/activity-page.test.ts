// The log's page: who sees it, what it can be searched by, how it is walked through.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewEntry } from '../../src/activity/entry.ts'
import { paths } from '../../src/web/paths.ts'
import { entriesOf } from '../support/activity.ts'
import { type Desk, openDesk, type Visitor } from '../support/running-desk.ts'
import { companyNamed, textOf, titleOf } from '../support/story.ts'

let desk: Desk
let alice: Visitor
let companyId: string
const ids: Record<string, string> = {}

const day = 24 * 60 * 60_000
const june = Date.UTC(2026, 5, 15, 12)

async function enter(at: number, ...entries: Partial<NewEntry>[]): Promise<void> {
  const usual = {
    companyId,
    memberId: ids.alice ?? '',
    address: null,
    action: 'signed in',
    facts: {},
    result: 'done',
  } as const
  await desk.ports.store.activity.record(
    entries.map((entry) => ({ ...usual, ...entry })),
    at,
  )
}

beforeAll(async () => {
  desk = await openDesk()
  for (const name of ['alice', 'bob', 'dan'])
    ids[name] = (await desk.ports.store.members.byEmail(`${name}@atelier.example`))?.member.id ?? ''
  companyId = (await companyNamed(desk, 'Atelier Lumière')).id
  alice = await desk.signedIn('alice')
  await enter(june, {
    action: 'role changed',
    facts: { memberId: ids.bob ?? '', role: 'billing', roleBefore: 'developer' },
  })
  await enter(june + day, { memberId: ids.dan ?? '', action: 'signed out', address: '198.51.100.7' })
  await enter(june + 2 * day, {
    memberId: null,
    action: 'charged',
    result: 'refused',
    facts: {
      card: { brand: 'visa', last4: '4242' },
      invoice: { id: 'in_1', number: 'LUM-7', amount: 4900, currency: 'eur' },
      why: 'do_not_honor',
    },
  })
  await enter(june + 3 * day, {
    memberId: null,
    action: 'default changed',
    facts: { card: { brand: 'amex', last4: '0005' }, by: 'stripe' },
  })
})
afterAll(() => desk.close())

/** What each entry of a page says, the newest first. */
function rowsOf(html: string): string[] {
  return [...html.matchAll(/<li class="entry">([\s\S]*?)<\/li>/g)].map(([, row = '']) => textOf(row))
}

const pageOf = async (query: string, visitor = alice) =>
  (await visitor.get(`${paths.activity}${query === '' ? '' : `?${query}`}`)).text

describe('The log', () => {
  it.each([
    ['alice', 200],
    ['bob', 403],
    ['dan', 403],
  ] as const)(
    // biome-ignore format: who and what
    'for %s answers with %i, and so does its file',
    async (name, status) => {
      const visitor = await desk.signedIn(name)
      const before = (await entriesOf(desk)).length
      for (const path of [paths.activity, paths.activityCsv]) {
        const answer = await visitor.get(path)
        expect([path, answer.status]).toEqual([path, status])
        if (status === 403) expect(answer.text).not.toMatch(/LUM-7|198\.51\.100\.7/)
      }
      const entered = (await entriesOf(desk)).length - before
      expect(entered).toBe(status === 200 ? 1 : 0)
      const home = (await visitor.get(paths.billingDetails)).text
      expect(home.includes(`href="${paths.activity}"`)).toBe(status === 200)
    },
  )

  it('is the last of the settings, and says so where it is open', async () => {
    const links = [
      ...(await pageOf('')).matchAll(/<li><a href="(\/settings[^"]*)"( aria-current="page")?>([^<]*)/g),
    ]
    const [, href, current, label] = links.findLast(([, each]) => each?.startsWith('/settings')) ?? []
    expect([href, current, label]).toEqual([paths.activity, ' aria-current="page"', 'Activity log'])
  })

  it('of another company is its own people’s, even by the id of one of ours', async () => {
    const charlie = await desk.signedIn('charlie')
    const html = await pageOf('', charlie)
    expect(rowsOf(html)).toEqual([expect.stringContaining('Charlie Dubois')])
    expect(html).not.toMatch(/Alice|Bob|Dan|LUM-7/)
    const asked = await pageOf(`person=${ids.bob}`, charlie)
    expect(asked).toContain('This person is not in the log')
    expect(asked).not.toContain('Bob Leroy')
    const csv = await charlie.get(paths.activityCsv)
    expect(csv.text).not.toMatch(/Alice|Bob|Dan|LUM-7/)
    // A place in our log is none in theirs.
    const [first] = await entriesOf(desk)
    const place = Buffer.from(`${(first?.at ?? 0) + 1}.${first?.id}`).toString('base64url')
    expect(rowsOf(await pageOf(`before=${place}`, charlie)).join()).not.toMatch(/Alice|Bob|Dan|LUM-7/)
  })

  it.each<[string, () => string, readonly string[]]>([
    ['somebody who is still here', () => `person=${ids.alice}&to=2026-06-30`, ['15 Jun']],
    ['somebody who has left', () => `person=${ids.dan}&to=2026-06-30`, ['16 Jun']],
    ['the program', () => 'person=guichet&to=2026-06-30', ['17 Jun']],
    ['Stripe', () => 'person=stripe&to=2026-06-30', ['18 Jun']],
    ['a kind of action', () => 'kind=people', ['15 Jun']],
    ['a result', () => 'kind=payments&result=refused', ['17 Jun']],
    ['its first and its last day', () => 'from=2026-06-16&to=2026-06-17', ['17 Jun', '16 Jun']],
  ])('can be searched by %s', async (_what, query, days) => {
    await desk.database.run('delete from memberships where member_id = $1', [ids.dan ?? ''])
    const html = await pageOf(query())
    expect(rowsOf(html).map((row) => /^\d+ \w+/.exec(row)?.[0])).toEqual(days)
    expect(textOf(html)).not.toContain('There is a problem')
    for (const [, value = ''] of query().matchAll(/=([^&]+)/g))
      expect(html).toMatch(
        new RegExp(`<option value="${value}" selected>|value="${value}" autocomplete="off"`),
      )
    expect(html).toContain(`${paths.activityCsv}?${query().replaceAll('&', '&amp;')}`)
  })

  it('names people as they are called now, and those whom nobody knows any more by no name', async () => {
    await desk.database.run("update members set name = 'Robert Leroy' where id = $1", [ids.bob ?? ''])
    expect(rowsOf(await pageOf('kind=people'))[0]).toContain(
      'Role of Robert Leroy: from developer to billing',
    )
    await desk.database.run("update members set name = '' where id = $1", [ids.bob ?? ''])
    expect(rowsOf(await pageOf('kind=people'))[0]).toContain('Role of Somebody who was here')
  })

  it.each([
    ['person=nobody', 'person', 'nobody', 'This person is not in the log'],
    ['kind=all', 'kind', 'all', 'There is no such kind of action'],
    ['result=fine', 'result', 'fine', 'There is no such result'],
    ['from=31%2F12%2F2026', 'from', '31/12/2026', 'The first day is ignored'],
    ['to=%3Cb%3E', 'to', '&lt;b&gt;', 'The last day is ignored'],
    ['result=done&result=refused', 'result', 'done,refused', 'There is no such result'],
    ['from=%00%E2%80%AE2026', 'from', '2026', 'The first day is ignored'],
  ])('leaves out %s, says so, and keeps it', async (query, id, kept, said) => {
    const answer = await alice.get(`${paths.activity}?${query}&x=y`)
    expect(answer.status).toBe(200)
    expect(titleOf(answer.text)).toBe('Error: Activity log – Guichet')
    expect(textOf(answer.text)).toContain(`There is a problem ${said}`)
    expect(answer.text).toContain(`<a href="#${id}">`)
    const control = new RegExp(`<select id="${id}"[\\s\\S]*?</select>|<input id="${id}"[^>]*>`).exec(
      answer.text,
    )?.[0]
    expect(control).toContain('aria-invalid="true"')
    expect(control).toContain(`value="${kept}"`)
    expect(rowsOf(answer.text).length).toBeGreaterThan(0)
  })

  it('says that days are the wrong way round, and that an address leads nowhere', async () => {
    const html = await pageOf('from=2026-06-20&to=2026-06-10')
    expect(textOf(html)).toContain('The last day is ignored: it is before the first one.')
    expect(textOf(await pageOf('before=nowhere'))).toContain('This address leads to no page of the log')
  })

  it('says so where nothing is found', async () => {
    expect(textOf(await pageOf('kind=cards&result=unanswered'))).toContain(
      'Nothing in the log matches these filters.',
    )
  })

  it('is walked page after page, fifty a page, though more is entered meanwhile', async () => {
    const may = Date.UTC(2026, 4, 1)
    for (let at = 0; at < 120; at += 1) await enter(may + at * 60_000, {})
    const query = 'to=2026-05-31'
    const seen: string[] = []
    let html = await pageOf(query)
    for (;;) {
      const times = [...html.matchAll(/<time datetime="([^"]+)">/g)].map(([, time = '']) => time)
      expect(times.length).toBeLessThanOrEqual(50)
      seen.push(...times)
      await enter(may + day, {})
      const older = /<a class="button" href="([^"]+)" rel="next">/.exec(html)?.[1]
      if (!older) break
      expect(older).toContain('to=2026-05-31')
      html = (await alice.get(older.replaceAll('&amp;', '&'))).text
    }
    expect(seen).toHaveLength(120)
    expect(seen).toEqual([...seen].sort().reverse())
    const newer = /<a class="button" href="([^"]+)" rel="prev">/.exec(html)?.[1] ?? ''
    html = (await alice.get(newer.replaceAll('&amp;', '&'))).text
    const back = [...html.matchAll(/<time datetime="([^"]+)">/g)].map(([, time]) => time)
    expect(back).toEqual(seen.slice(50, 100))
  })

  it('of a company where nothing has happened says so', async () => {
    await desk.ports.store.companies.add(
      { id: 'new', name: 'New', stripeCustomerId: null },
      await desk.ports.store.companies.billingDetails(companyId),
      Date.now(),
    )
    await desk.ports.store.members.join('new', ids.alice ?? '', 'owner', Date.now() + day)
    const visitor = await desk.signedIn('alice')
    // She finds herself there: coming over would be entered.
    await desk.database.run("update sessions set data = replace(data, $1, 'new')", [companyId])
    expect(textOf(await pageOf('', visitor))).toContain('Nothing has been entered yet.')
  })
})
