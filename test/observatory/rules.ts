// How Mozilla's HTTP Observatory scores a page, so that it can be done on loopback, for pages behind the sign-in too.
// Source: its published scoring, @mdn/mdn-http-observatory 1.4.8: src/analyzer/tests and src/grader/charts.js. What
// depends on where a site stands, and not on us, is left out: the redirect from http, and browsers' preload list.

import { cookiesScore } from './cookies.ts'
import { policyOf, policyScore } from './policy.ts'
import { scriptsScore } from './scripts.ts'

export interface Seen {
  /** In small letters. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Of the whole visit, as they were set. */
  readonly cookies: readonly string[]
  readonly html: string
}

export interface Score {
  readonly score: number
  readonly grade: string
  readonly rules: Readonly<Record<string, number>>
}

const grades = [
  'F',
  'F',
  'F',
  'F',
  'F',
  'D-',
  'D',
  'D',
  'D+',
  'C-',
  'C',
  'C',
  'C+',
  'B-',
  'B',
  'B',
  'B+',
  'A-',
  'A',
  'A',
  'A+',
]

/** Bonuses count from there on. */
const enoughForBonuses = 90

export function scoreOf(seen: Seen): Score {
  const rules = {
    'content-security-policy': policyScore(seen.headers['content-security-policy']),
    cookies: cookiesScore(seen.cookies, transportScore(seen) === 0),
    'cross-origin-resource-sharing': sharingScore(seen),
    'referrer-policy': referrerScore(seen),
    'strict-transport-security': transportScore(seen),
    'subresource-integrity': scriptsScore(seen.html),
    'x-content-type-options': seen.headers['x-content-type-options'] === 'nosniff' ? 0 : -5,
    'x-frame-options': framingScore(seen),
    'cross-origin-resource-policy': resourceScore(seen),
  }
  const all = Object.values(rules)
  const without = 100 + all.filter((each) => each < 0).reduce(sum, 0)
  const score = Math.max(without >= enoughForBonuses ? 100 + all.reduce(sum, 0) : without, 0)
  return { score, grade: grades[Math.floor(Math.min(score, 100) / 5)] ?? 'F', rules }
}

function sum(one: number, other: number): number {
  return one + other
}

function sharingScore({ headers }: Seen): number {
  const origin = headers['access-control-allow-origin']
  return origin !== undefined && origin !== '*' && headers['access-control-allow-credentials'] === 'true'
    ? -50
    : 0
}

const telling = ['origin', 'origin-when-cross-origin', 'unsafe-url', 'no-referrer-when-downgrade']
const silent = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin']

function referrerScore({ headers }: Seen): number {
  const policy = headers['referrer-policy']
  if (policy === undefined) return 0
  const known = policy.split(',').map((each) => each.trim().toLowerCase()).filter((each) => [...telling, ...silent].includes(each)) // biome-ignore format: one thought
  return silent.includes(known.at(-1) ?? '') ? 5 : -5
}

// Six months, of thirty days each.
const longEnough = 15_552_000

function transportScore({ headers }: Seen): number {
  const age = /(?:^|;)\s*max-age=(\d+)/i.exec(headers['strict-transport-security'] ?? '')?.[1]
  if (age === undefined) return -20
  return Number(age) >= longEnough ? 0 : -10
}

function framingScore({ headers }: Seen): number {
  if (policyOf(headers['content-security-policy'])?.has('frame-ancestors')) return 5
  return /^\s*(deny|sameorigin|allow-from.*)\s*$/i.test(headers['x-frame-options'] ?? '') ? 0 : -20
}

function resourceScore({ headers }: Seen): number {
  const policy = headers['cross-origin-resource-policy']?.trim().toLowerCase()
  if (policy === undefined || policy === 'cross-origin') return 0
  return policy === 'same-origin' || policy === 'same-site' ? 10 : -5
}
