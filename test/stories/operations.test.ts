import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, send } from '../support/by-hand.ts'
import { type Desk, openDesk, startDesk } from '../support/running-desk.ts'
import { addCard } from '../support/story.ts'
import { startUnpaid } from '../support/unpaid.ts'

const token = 'Zq4v8s1kW0pLx7Yb3nRt6MdE5uJc2HgA'
const environment = { OPERATIONS_TOKEN: token }
const asOperator = { headers: { Authorization: `Bearer ${token}` } }

let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ environment })
})
afterAll(() => desk.close())

async function figures(of: Desk = desk): Promise<string> {
  return (await send(of, paths.metrics, asOperator)).text
}

/** The value of a figure, with these labels. */
function figureOf(text: string, name: string): number | undefined {
  const line = text.split('\n').find((each) => each.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length + 1))
}

describe('How it is, and its figures', () => {
  const others: readonly [string, Record<string, string>][] = [
    ['nobody', {}],
    ['another token', { Authorization: `Bearer ${token.replace('A', 'B')}` }],
    ['half of it', { Authorization: `Bearer ${token.slice(0, 16)}` }],
    ['more than it', { Authorization: `Bearer ${token}A` }],
    ['no scheme', { Authorization: token }],
    ['Basic', { Authorization: `Basic ${Buffer.from(`operator:${token}`).toString('base64')}` }],
    ['an empty one', { Authorization: 'Bearer ' }],
  ]
  it.each(others)('are the same page not found for %s as any other address', async (_who, headers) => {
    const Cookie = await cookieOf(desk)
    for (const more of [{}, { Cookie }]) {
      const unknown = await send(desk, '/healthy', { headers: { ...headers, ...more } })
      for (const address of [paths.health, paths.metrics]) {
        const answer = await send(desk, address, { headers: { ...headers, ...more } })
        expect(answer.status).toBe(404)
        expect(answer.text).toBe(unknown.text.replaceAll('/healthy', address))
        expect(Object.keys(answer.headers)).toEqual(Object.keys(unknown.headers))
      }
    }
    const posted = { method: 'POST', headers: { ...asForm, ...headers } }
    expect((await send(desk, paths.health, posted)).status).toBe(404)
  })

  it('are told to whoever has the token', async () => {
    const health = await send(desk, paths.health, asOperator)
    expect([health.status, health.text]).toEqual([200, '{"status":"ok"}'])
    const { status, headers, text } = await send(desk, paths.metrics, asOperator)
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(text).toContain('process_resident_memory_bytes')
  })

  it('without a token in the environment, only the sandbox says how it is, and nobody says more', async () => {
    const open = await startDesk()
    expect((await send(open, paths.health)).text).toBe('{"status":"ok"}')
    for (const headers of [{}, asOperator.headers, { Authorization: 'Bearer undefined' }])
      expect((await send(open, paths.metrics, { headers })).status).toBe(404)
  })
})

it('where the database cannot be written, it is not well, and says so soon', async () => {
  const own = await startDesk({ environment })
  await own.database.run('pragma query_only = 1')
  const answer = await send(own, paths.health, asOperator)
  await own.database.run('pragma query_only = 0')
  expect([answer.status, answer.text]).toEqual([503, '{"status":"unavailable"}'])
  expect((await send(own, paths.health, asOperator)).status).toBe(200)
})

describe('The figures', () => {
  it('count requests by the pattern of their route and the class of their status', async () => {
    const cookie = await cookieOf(desk)
    const name = `guichet_http_requests_total{route="${paths.removal(':id')}",status="4xx"}`
    const before = figureOf(await figures(), name) ?? 0
    for (const id of ['pm_one', 'pm_two'])
      await send(desk, paths.removal(id), { headers: { Cookie: cookie } })
    await send(desk, '/nowhere/alice@atelier.example')
    const text = await figures()
    expect(figureOf(text, name)).toBe(before + 2)
    expect(figureOf(text, 'guichet_http_requests_total{route="none",status="4xx"}')).toBeGreaterThan(0)
    expect(
      figureOf(text, `guichet_http_request_duration_seconds_count{route="${paths.removal(':id')}"}`),
    ).toBe(before + 2)
  })

  it('count charges by what came of them, declines by their code, and what waits', async () => {
    const { desk: own } = await startUnpaid({ environment })
    const outbox = await own.database.get<{ count: number }>(
      'select count(*) as count from outbox where sent_at is null',
    )
    const text = await figures(own)
    expect(figureOf(text, 'guichet_charges_total{outcome="declined"}')).toBe(1)
    expect(figureOf(text, 'guichet_declines_total{code="insufficient_funds"}')).toBe(1)
    expect(figureOf(text, 'guichet_inbox_depth')).toBe(0)
    expect(figureOf(text, 'guichet_reviews_open')).toBe(0)
    expect(outbox?.count).toBeGreaterThan(0)
    expect(figureOf(text, 'guichet_outbox_depth')).toBe(outbox?.count)
    const suspect = await startUnpaid(
      { environment },
      'insufficient_funds_when_charged',
      'fraudulent_when_charged',
    )
    const later = await figures(suspect.desk)
    expect(figureOf(later, 'guichet_declines_total{code="fraudulent"}')).toBe(1)
    expect(figureOf(later, 'guichet_reviews_open')).toBe(1)
  })

  it('count limits that were reached, by what they limit', async () => {
    const own = await startDesk({ environment })
    const guess = { email: 'alice@atelier.example', password: 'not this one' }
    for (let at = 0; at < 8; at++) await own.visitor().post(paths.signIn, guess)
    expect(figureOf(await figures(own), 'guichet_limits_reached_total{limit="sign-in"}')).toBe(3)
  })

  it('name no company, no person, no card and no address', async () => {
    const own = await startDesk({ environment })
    await addCard(await own.signedIn('alice'))
    await own.settled()
    const ids = await own.database.all<{ id: string }>(
      'select id from companies union select id from members union select id from payment_methods',
    )
    const text = await figures(own)
    for (const { id } of ids) expect(text).not.toContain(id)
    expect(text).not.toMatch(/alice|atelier|127\.0\.0\.1|cus_|pm_|seti_|4242/i)
  })
})

describe('A report of a browser', () => {
  const modern = (directive: unknown) =>
    JSON.stringify([
      { type: 'csp-violation', body: { effectiveDirective: directive, blockedURL: 'https://evil.example' } },
    ])
  const old = (directive: string) =>
    JSON.stringify({ 'csp-report': { 'violated-directive': `${directive} 'self'` } })
  const report = (of: Desk, body: string | Buffer, type = 'application/reports+json', headers = {}) =>
    send(of, paths.cspReport, { method: 'POST', headers: { 'Content-Type': type, ...headers }, body })
  const counted = (text: string, directive: string) =>
    figureOf(text, `guichet_csp_reports_total{directive="${directive}"}`)

  it.each([
    ['in the new form', modern('script-src-elem'), 'application/reports+json', 'script-src-elem'],
    ['in the old form', old('img-src'), 'application/csp-report', 'img-src'],
    ['of a directive that is none', modern('x'.repeat(500)), 'application/reports+json', 'other'],
    ['without a directive', modern({}), 'application/reports+json', 'other'],
  ])('%s is counted, and none of its words are kept', async (_form, body, type, directive) => {
    const own = await startDesk({ environment })
    expect((await report(own, body, type)).status).toBe(204)
    const text = await figures(own)
    expect(counted(text, directive)).toBe(1)
    expect(text + own.logged.join()).not.toMatch(/evil|xxx/)
    expect(own.logged.filter((line) => line.includes('"cspReport"'))).toHaveLength(1)
  })

  it.each([
    ['cut short', '[{"type":"csp-vio', 'application/reports+json', 204],
    ['about something else', '[{"type":"deprecation","body":{}}]', 'application/reports+json', 204],
    ['of nothing', '', 'application/reports+json', 204],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 204],
    ['too long', 'x'.repeat(20_000), 'application/reports+json', 400],
    ['in an encoding that there is none of', '[]', 'application/reports+json; charset=nonsense', 400],
  ])('that is %s is neither counted nor logged', async (_what, body, type, status) => {
    const own = await startDesk({ environment })
    const answer = await report(own, body, type)
    expect([answer.status, answer.text]).toEqual([status, ''])
    expect(await figures(own)).not.toContain('guichet_csp_reports_total{')
    expect(own.logged.filter((line) => /cspReport|"err"/.test(line))).toEqual([])
  })

  it('is read ten times a minute of one network, and sixty of all; the others are thanked', async () => {
    const own = await startDesk({ environment: { ...environment, TRUST_PROXY: 'loopback' } })
    const from = (at: number) =>
      report(own, modern('font-src'), undefined, { 'X-Forwarded-For': `192.0.2.${at}` })
    for (let times = 0; times < 15; times++) expect((await from(1)).status).toBe(204)
    expect(counted(await figures(own), 'font-src')).toBe(10)
    for (let at = 2; at < 100; at++) expect((await from(at)).status).toBe(204)
    expect(counted(await figures(own), 'font-src')).toBe(60)
    expect(own.logged.filter((line) => line.includes('"cspReport"'))).toHaveLength(60)
    expect((await report(own, 'x'.repeat(20_000))).status).toBe(204)
  })
})
