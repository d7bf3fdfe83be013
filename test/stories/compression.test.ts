// How pages travel: small where that is safe, and as they are where it is not.

import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { codeAt, codesOn, keyOn } from '../support/authenticator.ts'
import { asForm, cookieOf, fromUs, type Got, type Sent, send } from '../support/by-hand.ts'
import { type Desk, openDesk } from '../support/running-desk.ts'
import { startUnpaid } from '../support/unpaid.ts'

const all = { 'Accept-Encoding': 'gzip, deflate, br, zstd' }
const why = 'Accept-Encoding, Sec-Fetch-Site'

let desk: Desk
let Cookie: string
beforeAll(async () => {
  desk = await openDesk()
  Cookie = await cookieOf(desk)
})
afterAll(() => desk.close())

/** As a browser asks that takes everything, from a page of ours, as Alice. */
function ask(path: string, headers: Record<string, string> = {}, sent: Sent = {}): Promise<Got> {
  return send(desk, path, { ...sent, headers: { ...all, ...fromUs, Cookie, ...headers } })
}

function encodingOf({ headers }: Got): string | undefined {
  return headers['content-encoding']
}

function read({ bytes, headers }: Got): string {
  expect(headers['content-length']).toBe(String(bytes.length))
  const encoding = headers['content-encoding']
  const plain =
    encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes
  return plain.toString('utf8')
}

describe('What a browser takes decides', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['zstd', undefined],
    ['identity', undefined],
    ['br;q=0, gzip;q=0', undefined],
    ['', undefined],
  ])('%s: %s', async (taken, encoding) => {
    const [answer, plain] = await Promise.all([
      ask(paths.paymentMethods, { 'Accept-Encoding': taken }),
      ask(paths.paymentMethods, { 'Accept-Encoding': 'identity' }),
    ])
    expect(encodingOf(answer)).toBe(encoding)
    expect([answer.headers.vary, plain.headers.vary]).toEqual([why, why])
    expect(read(answer)).toBe(plain.text)
    if (encoding) expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 3)
  })

  it('and who does not say what they take gets it as it is', async () => {
    const answer = await send(desk, paths.paymentMethods, { headers: { ...fromUs, Cookie } })
    expect([encodingOf(answer), answer.headers.vary]).toEqual([undefined, why])
  })
})

describe('Nobody learns by its length what is on a page that they made a browser ask for', () => {
  it.each([
    ['same-origin', 'br'],
    ['none', 'br'],
    ['same-site', undefined],
    ['cross-site', undefined],
    ['anything else', undefined],
  ])('Sec-Fetch-Site: %s', async (site, encoding) => {
    const answer = await ask(`${paths.paymentMethods}?guess=4242`, { 'Sec-Fetch-Site': site })
    expect([answer.status, encodingOf(answer), answer.headers.vary]).toEqual([200, encoding, why])
  })

  it('a browser that does not say who made it ask', async () => {
    const answer = await send(desk, paths.paymentMethods, { headers: { ...all, Cookie } })
    expect([answer.status, encodingOf(answer)]).toEqual([200, undefined])
  })

  it('a form that another site sent is refused as it is', async () => {
    const sent = { method: 'POST', body: '' }
    const answer = await ask(paths.signOut, { ...asForm, 'Sec-Fetch-Site': 'cross-site' }, sent)
    expect([answer.status, encodingOf(answer)]).toEqual([403, undefined])
  })
})

const asItIs = { 'cache-control': 'no-store, no-transform', vary: why }

describe('What lets somebody in or pays is not compressed, whoever asks', () => {
  it('the key of a second factor, and the recovery codes', async () => {
    const post = { method: 'POST', body: '' }
    expect(encodingOf(await ask(paths.secondFactor))).toBe('br')
    await ask(paths.secondFactor, asForm, post)
    const waiting = await ask(paths.secondFactor)
    const key = keyOn(read(waiting))
    expect(key).toMatch(/^[A-Z2-7]{32}$/)
    expect(waiting.headers).toMatchObject(asItIs)
    expect(encodingOf(waiting)).toBeUndefined()

    const refused = await ask(paths.secondFactorCode, asForm, { ...post, body: 'code=12' })
    expect([refused.status, encodingOf(refused)]).toEqual([422, undefined])
    const body = `code=${codeAt(key, Date.now())}`
    const codes = await ask(paths.secondFactorCode, asForm, { ...post, body })
    expect(codesOn(read(codes))).toHaveLength(10)
    expect(codes.headers).toMatchObject(asItIs)
    expect(encodingOf(codes)).toBeUndefined()
    expect(encodingOf(await ask(paths.secondFactor))).toBe('br')
  })

  it('what confirms a payment', async () => {
    const unpaid = await startUnpaid({}, 'asks_always')
    await unpaid.pay(unpaid.first)
    const headers = { ...all, ...fromUs, Cookie: await cookieOf(unpaid.desk) }
    const page = await send(unpaid.desk, paths.confirmation(unpaid.id), { headers })
    expect(read(page)).toMatch(/data-secret="\w+_secret_\w+"/)
    expect(page.headers).toMatchObject(asItIs)
    expect(encodingOf(page)).toBeUndefined()
    expect(encodingOf(await send(unpaid.desk, paths.invoice(unpaid.id), { headers }))).toBe('br')
  })
})

it('HEAD is told what GET would be, and gets nothing', async () => {
  const [get, head] = await Promise.all([
    ask(paths.billingDetails),
    ask(paths.billingDetails, {}, { method: 'HEAD' }),
  ])
  const told = ({ headers }: Got) => [headers['content-encoding'], headers['content-length'], headers.vary]
  expect(told(head)).toEqual(told(get))
  expect([encodingOf(head), head.bytes.length]).toEqual(['br', 0])
})

it('a part of a page is compressed as the page is, and a small one goes as it is', async () => {
  const part = { 'HX-Request': 'true' }
  const wallet = await ask(paths.wallet(1, true), part)
  expect(encodingOf(wallet)).toBe('br')
  expect(read(wallet)).toMatch(/^<p class="lead">/)
  const error = await ask('/nowhere', part)
  expect([error.status, encodingOf(error), error.headers.vary]).toEqual([404, undefined, why])
  expect(error.bytes.length).toBeLessThan(1024)
})

it('pages of errors are compressed, and another’s card is told from none by no byte', async () => {
  const charlie = await cookieOf(desk, 'charlie@brasserie.example')
  const card = /id="card-(\w+)"/.exec(read(await ask(paths.paymentMethods)))?.[1] ?? ''
  const [anothers, none] = await Promise.all([
    ask(paths.removal(card), { Cookie: charlie }),
    ask(paths.removal('pm_none_that_there_is'.padEnd(card.length, '0').slice(0, card.length)), {
      Cookie: charlie,
    }),
  ])
  expect([anothers.status, none.status, encodingOf(anothers), encodingOf(none)]).toEqual([
    404,
    404,
    'br',
    'br',
  ])
  const page = (answer: Got) => read(answer).replaceAll(/removal\?lang|payment-methods\/\w+/g, '')
  expect(page(anothers)).toBe(page(none))
  const refused = await ask(paths.signIn, asForm, { method: 'POST', body: '' })
  expect([refused.status, encodingOf(refused)]).toEqual([422, 'br'])
})

it('files, JSON and redirects go as they are; assets are compressed once', async () => {
  const csv = await ask(paths.activityCsv)
  expect([csv.status, encodingOf(csv), csv.headers.vary]).toEqual([200, undefined, undefined])
  expect(read(csv)).toContain('Time,Who,What')
  const file = await ask(paths.companyExport, asForm, { method: 'POST', body: '' })
  expect([file.status, encodingOf(file)]).toEqual([200, undefined])
  expect(JSON.parse(file.text)).toBeTypeOf('object')
  const json = await ask(
    paths.paymentMethods,
    { ...asForm, Accept: 'application/json' },
    { method: 'POST', body: `attempt=${crypto.randomUUID()}` },
  )
  expect([json.status, encodingOf(json)]).toEqual([200, undefined])
  const redirect = await ask(paths.home)
  expect([redirect.status, encodingOf(redirect)]).toEqual([303, undefined])
  const css = /href="(\/assets\/app[^"]+)"/.exec(read(await ask(paths.billingDetails)))?.[1] ?? ''
  const asset = await ask(css)
  expect([asset.status, encodingOf(asset), asset.headers.vary]).toEqual([200, 'br', 'Accept-Encoding'])
  expect(brotliDecompressSync(asset.bytes).toString('utf8')).toContain('@layer')
})
