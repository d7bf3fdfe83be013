// A request to one of the routes, as it might be meant, mistaken or malicious.

import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { everybody, type Person } from '../support/matrix/people.ts'
import type { Route } from '../support/routes.ts'
import { encoded, parameter, text } from './values.ts'

export interface Request {
  readonly route: Route
  readonly person: Person
  readonly method: string
  /** With § where the case puts its word. */
  readonly path: string
  readonly query: string
  readonly body: string | Buffer
  readonly headers: Readonly<Record<string, string>>
}

export interface Known {
  readonly routes: readonly Route[]
  /** What forms and addresses call their parameters. */
  readonly names: readonly string[]
  /** Of what there is, of both companies. */
  readonly ids: readonly string[]
}

export function aRequest({ routes, names, ids }: Known): fc.Arbitrary<Request> {
  const parameters = fc.array(parameter(names, ids), { maxLength: 8 }).map((all) => all.join('&'))
  return fc
    .record({
      route: fc.constantFrom(...routes),
      person: fc.constantFrom(...everybody),
      otherMethod: rarely(
        fc.constantFrom('HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'),
        12,
      ),
      inPath: encoded(ids).map((each) => each.replaceAll(/[?#\s]/g, '').slice(0, 4_000)),
      bend: rarely(fc.constantFrom(...bends), 8),
      query: fc.oneof(
        fc.constant(''),
        parameters.map((all) => all.slice(0, 8_000)),
      ),
      sent: sent(parameters),
      headers,
    })
    .map(({ route, person, otherMethod, inPath, bend, query, sent: { body, type }, headers: some }) => ({
      route,
      person,
      method: otherMethod ?? route.method,
      path: (bend ?? straight)(route.pattern.replace(/:\w+/, inPath)),
      query,
      body: takesBody(otherMethod ?? route.method) ? body : '',
      headers: { ...(takesBody(otherMethod ?? route.method) && type), ...some },
    }))
}

const straight = (path: string): string => path
const bends: readonly ((path: string) => string)[] = [
  (path) => `${path}/`,
  (path) => `${path}//`,
  (path) => path.toUpperCase(),
  (path) => path.replaceAll('/', '%2f').replace('%2f', '/'),
  (path) => `/.${path}`,
  (path) => `${path}/..`,
  (path) => `${path};§=1`,
  (path) => `/${path}`,
  (path) => `${path}%00`,
  (path) => `${path}.json`,
]

function takesBody(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method)
}

interface Body {
  readonly body: string | Buffer
  readonly type: Readonly<Record<string, string>>
}

const form = 'application/x-www-form-urlencoded'

function sent(parameters: fc.Arbitrary<string>): fc.Arbitrary<Body> {
  const as = (type: string, more: Record<string, string> = {}) => ({ 'Content-Type': type, ...more })
  return fc.oneof(
    { weight: 12, arbitrary: parameters.map((body) => ({ body, type: as(form) })) },
    { weight: 1, arbitrary: parameters.map((body) => ({ body, type: {} })) },
    { weight: 1, arbitrary: parameters.map((body) => ({ body, type: as(`${form}; charset=utf-7`) })) },
    { weight: 1, arbitrary: parameters.map((body) => ({ body, type: as('text/plain') })) },
    {
      weight: 1,
      arbitrary: parameters.map((body) => ({
        body: gzipSync(body),
        type: as(form, { 'Content-Encoding': 'gzip' }),
      })),
    },
    {
      weight: 1,
      arbitrary: parameters.map((body) => ({ body, type: as(form, { 'Content-Encoding': 'rot13' }) })),
    },
    { weight: 1, arbitrary: fc.json().map((body) => ({ body, type: as('application/json') })) },
    { weight: 1, arbitrary: fc.json().map((body) => ({ body, type: as('application/csp-report') })) },
    {
      weight: 1,
      arbitrary: text.map((value) => ({
        body: multipart(value),
        type: as('multipart/form-data; boundary=x'),
      })),
    },
    { weight: 1, arbitrary: fc.constant({ body: `name=${'x'.repeat(1_000_000)}`, type: as(form) }) },
    {
      weight: 1,
      arbitrary: fc.constant({
        body: gzipSync(`name=${'x'.repeat(10_000_000)}`),
        type: as(form, { 'Content-Encoding': 'gzip' }),
      }),
    },
  )
}

function multipart(value: string): string {
  return `--x\r\nContent-Disposition: form-data; name="name"\r\n\r\n${value}\r\n--x--\r\n`
}

const headers: fc.Arbitrary<Record<string, string>> = fc
  .record({
    'Sec-Fetch-Site': rarely(fc.constantFrom('cross-site', 'none', '§'), 10),
    'HX-Request': rarely(fc.constantFrom('true', '§'), 3),
    'HX-Request-Type': rarely(fc.constantFrom('partial', 'full', '<x-guichet-§>'), 6),
    Accept: rarely(fc.constantFrom('application/json', '*/*', '////', 'text/html;q=§'), 4),
    'Accept-Language': rarely(fc.constantFrom('fr', 'xx-<x-guichet-§>', '*;q=9', 'fr-<x-guichet-§>'), 3),
    'X-Forwarded-For': rarely(fc.constantFrom('10.0.0.1', '<x-guichet-§>', '§'), 10),
    'X-Forwarded-Host': rarely(fc.constant('evil.example'), 10),
    'X-HTTP-Method-Override': rarely(fc.constantFrom('DELETE', 'GET'), 20),
    Range: rarely(fc.constantFrom('bytes=0-1', 'bytes=5-1,9-§'), 20),
    Referer: rarely(fc.constant('https://evil.example/<x-guichet-§>'), 10),
    'User-Agent': rarely(fc.constantFrom('<x-guichet-§>', 'x'.repeat(5_000)), 5),
    'Stripe-Signature': rarely(fc.constantFrom('t=1,v1=§', 't=abc', '§'), 10),
  })
  .map((all) =>
    Object.fromEntries(Object.entries(all).filter((each): each is [string, string] => each[1] !== null)),
  )

/** Once in so many times. */
function rarely<T>(arbitrary: fc.Arbitrary<T>, times: number): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
}
