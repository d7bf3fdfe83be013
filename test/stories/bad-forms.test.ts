import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, fromUs, type Got, send } from '../support/by-hand.ts'
import { type Desk, openDesk } from '../support/running-desk.ts'
import { atStripe, rowsOf } from '../support/story.ts'

let desk: Desk
let cookie: string
let ids: string[]
beforeAll(async () => {
  desk = await openDesk()
  cookie = await cookieOf(desk)
  ids = rowsOf((await send(desk, paths.paymentMethods, { headers: { Cookie: cookie } })).text).map(
    ({ id }) => id,
  )
})
afterAll(() => desk.close())

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Got> {
  return send(desk, path, { method: 'POST', headers: { ...asForm, Cookie: cookie, ...headers }, body })
}

const forms = () => [
  paths.signIn,
  paths.billingDetails,
  paths.paymentMethods,
  paths.switchCompany,
  paths.order(ids[1] ?? ''),
]

const bodies: readonly [string, string][] = [
  ['nothing', ''],
  ['an ampersand', '&'],
  ['array parameters', 'email[]=a&name[]=b&attempt[]=c&direction[]=up&company[]=d&password[]=e'],
  ['nested parameters', 'email[a][b]=a&name[x]=b&direction[up]=up'],
  [
    '__proto__',
    '__proto__=x&__proto__[email]=a&constructor[prototype][email]=b&email=__proto__&name=constructor&direction=__proto__',
  ],
  ['NUL bytes', 'email=a%00@b.example&name=%00&attempt=%00&direction=up%00x&company=%00&password=%00%00'],
  ['malformed percents', 'email=%&name=%E0%A4%A&attempt=%zz&direction=%&company=%&password=%'],
  ['lone surrogates', 'email=%ED%A0%80&name=%ED%A0%80&direction=%ED%A0%80&password=%ED%A0%80x'],
]

it.each(bodies)('a form of %s is refused with a page, and never with a 5xx', async (_name, body) => {
  for (const path of forms()) {
    const answer = await post(path, body)
    expect([path, answer.status, body]).toEqual([
      path,
      expect.toSatisfy((status) => [400, 404, 422].includes(status)),
      body,
    ])
    expect(answer.text).toContain('<h1>')
  }
})

it('a form whose field is there twice is refused, whatever it says', async () => {
  const doubled = [
    [paths.signIn, 'email=a@b.example&email=c@d.example&password=x'],
    [paths.signIn, 'email=a@b.example&password=x&password=y'],
    [paths.billingDetails, 'name=A&name=B&email=a@b.example'],
    [paths.paymentMethods, 'attempt=a&attempt=b'],
    [paths.order(ids[1] ?? ''), 'direction=up&direction=down'],
    [paths.switchCompany, 'company=a&company=b'],
  ] as const
  for (const [path, body] of doubled) expect([path, (await post(path, body)).status]).toEqual([path, 400])
})

it('a form with fields of 1 MB, with too many of them, or packed to be more than it seems, is too much', async () => {
  const large = `name=${'x'.repeat(1024 * 1024)}`
  const many = Array.from({ length: 60 }, (_, index) => `field${index}=x`).join('&')
  for (const path of forms()) {
    const answer = await post(path, large).catch((error) => ({ status: error.code, text: '' }))
    expect(['EPIPE', 'ECONNRESET', 413]).toContain(answer.status)
    expect((await post(path, many)).status).toBe(413)
  }
})

it.each([
  ['JSON', 'application/json', '{"direction":"up"}'],
  [
    'multipart',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="direction"\r\n\r\nup\r\n--x--',
  ],
  ['plain text', 'text/plain', 'direction=up'],
  ['an unknown character set', 'application/x-www-form-urlencoded; charset=utf-7', 'direction=up'],
  ['an unknown encoding', 'application/x-www-form-urlencoded', 'direction=up'],
])('a body of %s is no form of ours', async (name, type, body) => {
  const more: Record<string, string> = name === 'an unknown encoding' ? { 'Content-Encoding': 'rot13' } : {}
  expect((await post(paths.order(ids[1] ?? ''), body, { 'Content-Type': type, ...more })).status).toBe(400)
})

it('a direction or an attempt that is none is refused before anything happens', async () => {
  desk.sandbox.log.clear()
  for (const direction of ['', 'UP', 'sideways', 'up,down']) {
    expect((await post(paths.order(ids[1] ?? ''), `direction=${direction}`)).status).toBe(400)
  }
  for (const attempt of ['', 'x', '../../etc', 'a'.repeat(37), `${crypto.randomUUID()}'--`]) {
    expect((await post(paths.paymentMethods, `attempt=${encodeURIComponent(attempt)}`)).status).toBe(400)
  }
  // What is only read is read in the background.
  expect(desk.sandbox.log.entries.filter(({ method }) => method !== 'GET')).toEqual([])
})

const names: readonly [string, string, string][] = [
  [
    'markup',
    '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&amp;',
    '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&amp;',
  ],
  ['template tags', '<%= 7*7 %>#{7*7}{{7*7}}', '<%= 7*7 %>#{7*7}{{7*7}}'],
  ['CRLF', 'Atelier\r\nSet-Cookie: x=1', 'AtelierSet-Cookie: x=1'],
  ['NUL bytes', 'Ate\0lier', 'Atelier'],
  ['right-to-left overrides', 'Atelier \u202erèimuL\u2066\u200f', 'Atelier rèimuL'],
  ['a byte order mark and a decomposed accent', '\ufeffLumie\u0300re', 'Lumière'],
  ['emoji and another script', 'Ателье 💡 アトリエ', 'Ателье 💡 アトリエ'],
]

it.each(names)(
  'a company’s name with %s is shown as text, without what cannot be seen',
  async (_name, typed, shown) => {
    const form = new URLSearchParams({ name: typed, email: 'a@atelier.example', country: 'FR' })
    expect((await post(paths.billingDetails, form.toString())).status).toBe(303)
    const { text } = await send(desk, paths.billingDetails, { headers: { ...fromUs, Cookie: cookie } })
    const escaped = shown.replace(
      /[&<>"']/g,
      (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? '',
    )
    expect(/name="name" type="text" value="([^"]*)"/.exec(text)?.[1]).toBe(escaped)
    expect(/<p class="menu-heading">(.*?)<\/p>/.exec(text)?.[1]).toBe(escaped)
    // By itself, and not within an id.
    expect(text).not.toMatch(/<script>alert|<img|(?<![\w-])49(?![\w-])/)
    expect((await atStripe(desk, shown)).customerId).toMatch(/^cus_/)
  },
)
