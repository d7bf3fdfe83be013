// What comes on a connection before there is a request, or instead of one.

import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { httpServer, patience } from '../../src/web/http-server.ts'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, fromUs, send } from '../support/by-hand.ts'
import { rawSocket } from '../support/raw-socket.ts'
import { type Desk, openDesk, startDesk } from '../support/running-desk.ts'

let desk: Desk
let cookie: string
beforeAll(async () => {
  desk = await openDesk()
  cookie = await cookieOf(desk)
})
afterAll(() => desk.close())

function exchange(request: string, to = desk.url): Promise<string> {
  const socket = rawSocket(to)
  socket.send(request)
  return socket.ended()
}

const form = 'Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded'

it.each([
  ['headers', 'GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
  ['a body', `POST /sign-in HTTP/1.1\r\nHost: localhost\r\n${form}\r\nContent-Length: 100\r\n\r\nemail=`],
])('whoever never comes to the end of %s is not waited for', async (_name, beginning) => {
  const server = httpServer(desk.app, {
    headersTimeout: 40,
    requestTimeout: 80,
    connectionsCheckingInterval: 20,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(await exchange(beginning, url)).toMatch(/^HTTP\/1\.1 408 Request Timeout/)
})

it('the program itself waits for seconds, not minutes', () => {
  expect(httpServer(desk.app)).toMatchObject({ headersTimeout: 10_000, requestTimeout: 20_000 })
  expect(patience.connectionsCheckingInterval).toBeLessThanOrEqual(5_000)
})

it.each([
  [
    'two lengths',
    `POST /sign-in HTTP/1.1\r\nHost: localhost\r\n${form}\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde`,
  ],
  [
    'a length and chunks',
    `POST /sign-in HTTP/1.1\r\nHost: localhost\r\n${form}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  ['lines that end with half a line end', 'GET /sign-in HTTP/1.1\nHost: localhost\n\n'],
  ['a space before a colon', 'GET /sign-in HTTP/1.1\r\nHost : localhost\r\n\r\n'],
  ['no host', 'GET /sign-in HTTP/1.1\r\n\r\n'],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
])('%s: refused, and the connection ends', async (_name, request) => {
  expect(await exchange(request)).toMatch(/^HTTP\/1\.1 400 Bad Request/)
})

it.each([
  ['an address with another host in it', 'GET http://evil.example/sign-in HTTP/1.1\r\nHost: localhost'],
  ['HTTP/1.0', 'GET /sign-in HTTP/1.0'],
  ['a part of a page', 'GET /sign-in HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-3'],
  ['another protocol', 'GET /sign-in HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket'],
])('asked for by %s, the sign-in page is the sign-in page', async (_name, request) => {
  const answer = await exchange(`${request}\r\nConnection: close\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK/)
  expect(answer).toContain('<h1>Sign in</h1>')
  expect(answer).not.toContain('evil')
})

it('HEAD has the headers of the page and none of its text, also where it is not theirs', async () => {
  for (const headers of [{}, { Cookie: cookie }]) {
    const [head, page] = await Promise.all(
      ['HEAD', 'GET'].map((method) => send(desk, paths.paymentMethods, { method, headers })),
    )
    expect([head?.status, head?.text]).toEqual([page?.status, ''])
    expect(head?.headers.location).toBe(page?.headers.location)
  }
})

it('no header and no parameter makes another method of a GET', async () => {
  for (const query of ['?_method=POST', '?_method=DELETE', '']) {
    const headers = {
      ...fromUs,
      Cookie: cookie,
      'X-HTTP-Method-Override': 'POST',
      'X-Method-Override': 'POST',
    }
    expect((await send(desk, paths.signOut + query, { headers })).status).toBe(404)
  }
  expect((await send(desk, paths.paymentMethods, { headers: { Cookie: cookie } })).status).toBe(200)
})

it('cookies may be many; headers of more than 16 KB are not read', async () => {
  const many = Array.from({ length: 800 }, (_, index) => `c${index}=1`).join('; ')
  const among = await send(desk, paths.paymentMethods, { headers: { Cookie: `${many}; ${cookie}` } })
  expect(among.status).toBe(200)
  const large = { Cookie: `a=${'x'.repeat(20_000)}; ${cookie}` }
  expect((await send(desk, paths.paymentMethods, { headers: large })).status).toBe(431)
  const headers = Array.from({ length: 2_500 }, (_, index) => `a${index}: 1\r\n`).join('')
  expect(await exchange(`GET /sign-in HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`)).toMatch(
    /^HTTP\/1\.1 431/,
  )
})

it('a session’s cookie that was planted beside the real one makes nobody else of anybody', async () => {
  const charlie = await cookieOf(desk, 'charlie@brasserie.example')
  for (const Cookie of [`${cookie}; ${charlie}`, `sid=s%3Aplanted.x; ${cookie}`, `${cookie}; sid=planted`]) {
    const { status, text } = await send(desk, paths.paymentMethods, { headers: { Cookie } })
    expect([200, 303]).toContain(status)
    expect(text).not.toContain('Charlie')
  }
})

it('a form of 200 MB that is packed into 200 KB is not unpacked', async () => {
  const packed = gzipSync(Buffer.alloc(200 * 1024 * 1024, 'a'))
  const headers = { ...asForm, 'Content-Encoding': 'gzip' }
  const before = process.memoryUsage().rss
  const { status } = await send(desk, paths.signIn, { method: 'POST', headers, body: packed })
  expect(status).toBe(413)
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
})

it('an address written otherwise stands behind the same door, or is none', async () => {
  const others = [
    '/SETTINGS/Payment-Methods',
    `${paths.paymentMethods}/`,
    '/settings%2fpayment-methods',
    '/settings//payment-methods',
    '/settings/./payment-methods',
    '/settings/x/../payment-methods',
    '/settings/payment-methods;x=1',
    '/settings/payment-methods%20',
    '/settings\\payment-methods',
    '/%73ettings/payment-methods',
    '//settings/payment-methods',
    '/settings/payment-methods%00',
  ]
  for (const address of others) {
    const { status, headers } = await send(desk, address)
    expect([address, status === 404 || headers.location?.startsWith(`${paths.signIn}?next=`)]).toEqual([
      address,
      true,
    ])
  }
})

it('where it is tried out, it is asked for by the names of this machine, or by PUBLIC_URL', async () => {
  const published = await startDesk({ environment: { PUBLIC_URL: 'https://demo.example' } })
  const { port } = new URL(desk.url)
  const status = async (to: Desk, Host: string) =>
    (await send(to, paths.sandboxMail, { headers: { Host } })).status
  for (const own of ['localhost', `127.0.0.1:${port}`, '127.1.2.3', `[::1]:${port}`])
    expect(await status(desk, own)).toBe(200)
  for (const other of [
    'evil.example',
    `evil.example:${port}`,
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '[',
    '10.0.0.1',
    '',
  ]) {
    expect([other, await status(desk, other)]).toEqual([other, other === '' ? 200 : 421])
  }
  expect(await status(published, 'demo.example')).toBe(200)
  expect(await status(published, 'evil.example')).toBe(421)
  const { text, headers } = await send(desk, paths.home, {
    headers: { Cookie: cookie, Host: 'evil.example' },
  })
  expect([text, headers['content-security-policy']]).toEqual([
    expect.not.stringContaining('evil'),
    expect.stringContaining("'none'"),
  ])
})

it.each([
  ['no proxy', {}, '127.0.0.1'],
  ['one proxy', { TRUST_PROXY: '1' }, '192.0.2.2'],
  ['a proxy at this address', { TRUST_PROXY: 'loopback' }, '192.0.2.2'],
  ['proxies elsewhere', { TRUST_PROXY: '198.51.100.0/24' }, '127.0.0.1'],
])(
  'a spoofed X-Forwarded-For is nobody’s address but where a proxy of ours added to it: %s',
  async (_name, environment, address) => {
    const { app } = await startDesk({ environment })
    const request = Object.create(app.request)
    Object.assign(request, {
      headers: { 'x-forwarded-for': '10.0.0.1, 192.0.2.2' },
      socket: { remoteAddress: '127.0.0.1' },
    })
    expect(request.ip).toBe(address)
  },
)
