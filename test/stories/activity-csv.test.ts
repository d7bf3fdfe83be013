// The log as a file for other programs.
import { expect, it } from 'vitest'
import type { NewEntry } from '../../src/activity/entry.ts'
import { paths } from '../../src/web/paths.ts'
import { entriesOf, logOf } from '../support/activity.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { companyNamed, datesApart } from '../support/story.ts'

async function setScene(): Promise<{ desk: Desk; alice: Visitor; entry: NewEntry }> {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const { id: companyId } = await companyNamed(desk, 'Atelier Lumière')
  const memberId = (await desk.ports.store.members.byEmail('bob@atelier.example'))?.member.id ?? ''
  const entry = {
    companyId,
    memberId,
    address: '192.0.2.1',
    action: 'signed in',
    facts: {},
    result: 'done',
  } as const
  return { desk, alice, entry }
}

const june = Date.UTC(2026, 5, 15, 12, 30, 15)

it('has what the page has, under the same filters, and is a download with a dated name', async () => {
  const { desk, alice, entry } = await setScene()
  const card = { brand: 'visa', last4: '4242' }
  const invoice = { id: 'in_1', number: 'LUM-7', amount: 4900, currency: 'eur' }
  const { record } = desk.ports.store.activity
  await record([entry], june)
  await record(
    [
      {
        ...entry,
        memberId: null,
        address: null,
        action: 'charged',
        facts: { card, invoice, why: 'do_not_honor' },
        result: 'refused',
      },
    ],
    june + 1000,
  )
  const answer = await alice.get(`${paths.activityCsv}?to=2026-06-30`)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  const today = new Date().toISOString().slice(0, 10)
  expect(answer.headers['content-disposition']).toBe(`attachment; filename=activity-log-${today}.csv`)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.text).toBe(
    [
      '\ufeffTime,Who,What,Result,Why,Network address',
      '2026-06-15T12:30:16.000Z,Guichet,Charge of €49.00 to Visa ending in 4242 for invoice LUM-7,Refused,"The bank refused, without saying why.",',
      '2026-06-15T12:30:15.000Z,Bob Leroy,Sign-in,Done,,192.0.2.1',
      '',
    ].join('\r\n'),
  )
  expect((await logOf(desk)).at(-1)).toBe('Alice: log exported, done, 127.0.0.1')
})

it('is in the reader’s language', async () => {
  const { desk, entry } = await setScene()
  await desk.ports.store.activity.record([entry], june)
  const alice = await desk.signedIn('alice', 'fr')
  const { text, headers } = await alice.get(`${paths.activityCsv}?to=2026-06-30`)
  expect(text).toContain('Date et heure,Qui,Quoi,Résultat,Pourquoi,Adresse réseau\r\n')
  expect(text).toContain(',Bob Leroy,Connexion,Fait,,192.0.2.1')
  expect(headers['content-disposition']).toMatch(/^attachment; filename=journal-d-activite-[\d-]{10}\.csv$/)
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('carries no formula out: %j', async (name) => {
  const { desk, alice, entry } = await setScene()
  await desk.ports.store.activity.record([entry], june)
  await desk.database.run('update members set name = $1 where id = $2', [name, entry.memberId])
  const { text } = await alice.get(`${paths.activityCsv}?to=2026-06-30`)
  expect(text).toMatch(/,"?'[=+\-@\t\r]/)
  expect(text).not.toMatch(/,"?[=+\-@\t\r][^\n]/)
})

it('keeps quotes and line ends of a name within their cell', async () => {
  const { desk, alice, entry } = await setScene()
  await desk.ports.store.activity.record([entry], june)
  await desk.database.run('update members set name = $1 where id = $2', ['Bob "B", \nLeroy', entry.memberId])
  const { text } = await alice.get(`${paths.activityCsv}?to=2026-06-30`)
  expect(text).toContain('Z,"Bob ""B"", \nLeroy",Sign-in,')
})

it('says where it was cut', async () => {
  const { desk, alice, entry } = await setScene()
  for (let at = 0; at < 101; at += 1)
    await desk.ports.store.activity.record(
      Array.from({ length: 100 }, () => entry),
      june + at * 60_000,
    )
  const { text } = await alice.get(`${paths.activityCsv}?to=2026-06-30`)
  const lines = text.trimEnd().split('\r\n')
  expect(lines).toHaveLength(10_002)
  expect(datesApart(lines.at(-1) ?? '')).toBe(
    '"Cut here after 10,000 entries. What is older than 15 Jun 2026, 12:31 UTC is not in this file: choose an earlier last day for it.",,,,,',
  )
})

it('is not made of filters that were not understood: the page says what is wrong', async () => {
  const { desk, alice } = await setScene()
  const before = (await entriesOf(desk)).length
  const answer = await alice.get(`${paths.activityCsv}?person=nobody&result=done`)
  expect([answer.status, answer.headers.location]).toEqual([
    303,
    `${paths.activity}?person=nobody&result=done`,
  ])
  expect(await entriesOf(desk)).toHaveLength(before)
})
