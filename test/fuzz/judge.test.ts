// A judge that lets everything pass would make the fuzz worthless.
import { expect, it } from 'vitest'
import type { Got } from '../support/by-hand.ts'
import { faultsOf } from './judge.ts'
import type { Request } from './request.ts'

const request: Request = {
  route: { method: 'POST', pattern: '/settings' },
  person: 'owner',
  method: 'POST',
  path: '/settings',
  query: '',
  body: 'name=§',
  headers: {},
}
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none';script-src 'self'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}
const bytes = Buffer.alloc(0)
const page: Got = { status: 200, headers, bytes, text: '<h1>Billing details</h1>&lt;x-guichet-w1q>' }
const redirect: Got = { status: 303, headers: { location: '/settings' }, bytes, text: '' }

function judged(answer: Got, asked: Partial<Request> = {}, logged: readonly string[] = []): string[] {
  const situation = { url: 'http://localhost:1', stripeUrl: 'http://localhost:2', word: 'w1q', logged }
  return faultsOf({ ...request, ...asked }, answer, situation)
}

it('finds nothing wrong with a page, a redirect of ours, and one to Stripe’s page', () => {
  expect(judged(page)).toEqual([])
  expect(judged(redirect)).toEqual([])
  expect(judged({ ...redirect, headers: { location: 'http://localhost:2/c/pay/cs_1' } })).toEqual([])
})

it.each<[string, Got, (readonly string[])?]>([
  ['a 500', { ...page, status: 500 }],
  ['a 502', { ...page, status: 502 }],
  ['markup as it was typed', { ...page, text: `${page.text}<x-guichet-w1q>` }],
  ['an attribute that was typed', { ...page, text: '<h1></h1><input value="" x-guichet-w1q="">' }],
  ['a link that was typed', { ...page, text: '<h1></h1><a href="javascript:x-guichet-w1q">' }],
  ['a template that was run', { ...page, text: '<h1>3200521</h1>' }],
  ['two headings', { ...page, text: '<h1></h1><h1></h1>' }],
  ['a page without a policy', { ...page, headers: { ...headers, 'content-security-policy': '' } }],
  [
    'inline scripts',
    {
      ...page,
      headers: { ...headers, 'content-security-policy': "default-src 'none';script-src 'unsafe-inline'" },
    },
  ],
  ['a page that is kept', { ...page, headers: { ...headers, 'cache-control': 'private' } }],
  ['a page that is sniffed', { ...page, headers: { ...headers, 'x-content-type-options': undefined } }],
  ['a header that was typed', { ...page, headers: { ...headers, 'x-injected': 'w1q' } }],
  ['a page for other origins', { ...page, headers: { ...headers, 'access-control-allow-origin': '*' } }],
  [
    'a cookie that scripts read',
    { ...page, headers: { ...headers, 'set-cookie': ['a=b; Path=/; SameSite=Lax'] } },
  ],
  ['a way to another site', { ...redirect, headers: { location: 'https://evil.example/' } }],
  ['a way that browsers take to another site', { ...redirect, headers: { location: '/\\evil.example' } }],
  [
    'a way to what only begins like Stripe’s',
    { ...redirect, headers: { location: 'http://localhost:2.evil.example/' } },
  ],
  [
    'a way that htmx takes to another site',
    { ...page, headers: { ...headers, 'hx-redirect': '//evil.example' } },
  ],
  ['what was typed in the log', page, ['{"path":"/settings","body":"w1q"}']],
])('finds %s', (_name, answer, logged) => {
  expect(judged(answer, {}, logged)).toHaveLength(1)
})
