// What no answer may be, whatever was asked.

import type { Got } from '../support/by-hand.ts'
import type { Request } from './request.ts'

export interface Situation {
  /** Our own origin, and Stripe's: to it leads what begins at the hosted page or at the sandbox. */
  readonly url: string
  readonly stripeUrl: string
  /** What was put in the place of §. */
  readonly word: string
  /** The lines that were logged meanwhile. */
  readonly logged: readonly string[]
}

/** In words what is wrong with it; empty where nothing is. */
export function faultsOf(request: Request, answer: Got, situation: Situation): string[] {
  return [
    ...faultsOfStatus(answer),
    ...faultsOfMarkup(answer.text),
    ...faultsOfPage(request, answer),
    ...faultsOfHeaders(answer),
    ...faultsOfPlace(answer, situation),
    ...faultsOfLog(request, situation),
  ]
}

function faultsOfStatus({ status }: Got): string[] {
  return status >= 200 && status < 500 ? [] : [`it answers ${status}`]
}

const unescaped = [
  /<x-guichet-/i,
  /" x-guichet-/i,
  /' x-guichet-/i,
  /(href|src|action|value)="?javascript:x-guichet/i,
]
// 1789 × 1789: something has run what was typed.
const evaluated = '3200521'

/** In pages, in letters, and in whatever else is read as HTML. */
export function faultsOfMarkup(html: string): string[] {
  const found = unescaped.filter((pattern) => pattern.test(html)).map((pattern) => `${pattern} is in it`)
  // The text of an attribute that is a link's is ours, and shown as text anywhere else.
  const inValue = found.filter(
    (each) => !(each.includes('javascript') && /value="javascript:x-guichet/.test(html)),
  )
  return html.includes(evaluated) ? [...inValue, 'it ran what was typed'] : inValue
}

function faultsOfPage({ method, headers, path }: Request, { status, headers: got, text }: Got): string[] {
  if (!got['content-type']?.startsWith('text/html')) return []
  const isPart =
    headers['HX-Request'] === 'true' || path.toLowerCase().includes('/letter') || path.includes('gallery')
  const faults =
    isPart || method === 'HEAD' || (text.match(/<h1[ >]/g) ?? []).length === 1
      ? []
      : [`${status} without one h1`]
  const policy = got['content-security-policy'] ?? ''
  if (!policy.includes("default-src 'none'")) faults.push('a page without its policy')
  if (policy.includes('unsafe-inline') && !/letter|gallery/i.test(path))
    faults.push('a page that lets scripts stand in it')
  if (!/^no-store(, no-transform)?$/.test(got['cache-control'] ?? '')) faults.push('a page that may be kept')
  if (got['x-content-type-options'] !== 'nosniff') faults.push('a page that may be sniffed')
  return faults
}

function faultsOfHeaders({ headers }: Got): string[] {
  const names = Object.keys(headers)
  const faults = names.filter((name) => /^(x-injected|x-powered-by|server|etag|access-control-)/.test(name))
  const cookies = (headers['set-cookie'] ?? []).filter((cookie) => !isKept(cookie) && !isTakenAway(cookie))
  return [...faults, ...cookies].map((each) => `it has ${each}`)
}

function isKept(cookie: string): boolean {
  return cookie.includes('; HttpOnly') && cookie.includes('; SameSite=Lax')
}

function isTakenAway(cookie: string): boolean {
  return /^[\w-]+=; .*Expires=Thu, 01 Jan 1970/.test(cookie)
}

function faultsOfPlace({ headers }: Got, { url, stripeUrl }: Situation): string[] {
  const places = [headers.location, headers['hx-redirect']].filter((each) => typeof each === 'string')
  return places
    .filter((place) => !isOurs(place, url) && !place.startsWith(`${stripeUrl}/`))
    .map((place) => `it leads to ${place}`)
}

// As browsers read it, not as we mean it.
function isOurs(place: string, url: string): boolean {
  return (
    URL.canParse(place, url) && new URL(place, url).origin === new URL(url).origin && !/^[/\\]{2}/.test(place)
  )
}

// Addresses are logged, as far as their path goes; nothing else of what was sent is.
function faultsOfLog({ path }: Request, { logged, word }: Situation): string[] {
  if (path.includes('§')) return []
  return logged.filter((line) => line.includes(word)).map((line) => `it is logged: ${line}`)
}
