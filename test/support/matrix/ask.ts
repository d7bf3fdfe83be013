// Asks as somebody, and puts into a few words what they got.

import { paths } from '../../../src/web/paths.ts'
import { asForm, type Got, send } from '../by-hand.ts'
import type { Desk } from '../running-desk.ts'
import { textOf } from '../story.ts'
import { type Person, sideOf } from './people.ts'
import { type Door, doors, type Row } from './row.ts'
import { isOf, type Stage, type Whose } from './stage.ts'

export interface Case {
  readonly row: Row
  readonly person: Person
  /** Null where no id is part of the request. */
  readonly whose: Whose | null
}

export interface Heard extends Got {
  readonly address: string
  /** The id that was asked for. */
  readonly id: string
}

export function casesOf(row: Row): Case[] {
  const all: readonly (Whose | null)[] = row.ids ? ['ours', 'theirs', 'missing'] : [null]
  return doors.anyone.flatMap((person) => all.map((whose) => ({ row, person, whose })))
}

export function nameOf({ row, person, whose }: Case): string {
  const id = whose === null ? '' : `, ${whose === 'missing' ? 'id of none' : `id of ${whose}`}`
  return `${row.route}${row.as ? ` (${row.as})` : ''} as ${person}${id}`
}

export function isAdmitted({ row, person, whose }: Case): boolean {
  if (!passes(row.door, person)) return false
  if (whose === null) return true
  if (row.of && !row.of.includes(person)) return false
  return row.bearer ? whose !== 'missing' : isOf(person, whose)
}

export function expectedOf(asked: Case): string {
  const { row, person } = asked
  if (isAdmitted(asked)) return typeof row.answer === 'string' ? row.answer : row.answer(person)
  if (passes(row.door, person)) return row.elsewhere ?? '404 Page not found'
  return sideOf(person) === null ? '303 → signing in, and back' : '403 No access'
}

function passes(door: Door, person: Person): boolean {
  return doors[door].some((each) => each === person)
}

export async function ask(
  stage: Stage,
  asked: Case,
  more: Readonly<Record<string, string>> = {},
): Promise<Heard> {
  const { row, person, whose } = asked
  const side = whose === 'ours' || whose === 'theirs' ? whose : (sideOf(person) ?? 'ours')
  const isMade = row.makes && isAdmitted(asked) && whose !== 'missing'
  const id = isMade ? await row.makes(stage, side) : whose === null ? '' : (row.ids?.(stage)[whose] ?? '')
  const own = sideOf(person) ?? 'ours'
  const { at = id, query, form = {}, body, headers } = row.asks?.(id, stage, row.bearer ? side : own) ?? {}
  const [method = '', pattern = ''] = row.route.split(' ')
  const address = pattern.replace(/:\w+/, at) + (query ? `?${query}` : '')
  const isSpent = row.spendsSession && isAdmitted(asked)
  const Cookie = isSpent ? await stage.people.anotherSession(person) : stage.people.session(person)
  const got = await send(stage.desk, address, {
    method,
    headers: { ...asForm, 'Accept-Language': 'en', ...headers, ...more, ...(Cookie && { Cookie }) },
    ...(method === 'POST' && { body: body ?? new URLSearchParams(form).toString() }),
  })
  return { ...got, address, id }
}

/** `404 Page not found`, `303 → /settings`, `200 application/json`. */
export function wordsFor(
  { desk }: Stage,
  { row }: Case,
  { status, headers, text, address, id }: Heard,
): string {
  const { location } = headers
  if (location !== undefined)
    return `${status} → ${placeOf(desk, row, location, address).replaceAll(id || '\0', 'ID')}`
  const type = headers['content-type']?.split(';')[0]
  if (type === undefined) return String(status)
  const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(text)?.[1]
  return `${status} ${type === 'text/html' ? textOf(heading ?? '') : type}`
}

function placeOf(desk: Desk, row: Row, location: string, address: string): string {
  const [back, lost] = row.route.startsWith('GET ') ? [address, ''] : [paths.paymentMethods, '&lost=yes']
  if (location === `${paths.signIn}?next=${encodeURIComponent(back)}${lost}`) return 'signing in, and back'
  if (location === `${desk.sandboxUrl}/sandbox`) return 'the sandbox'
  if (/^\/sandbox\?customer=cus_\w+$/.test(location.replace(desk.sandboxUrl, '')))
    return 'the sandbox, at their customer'
  return location.startsWith(`${desk.sandboxUrl}/`) ? 'Stripe’s page' : location
}

/** … stands for what differs from one to the next. */
export function agrees(expected: string, real: string): boolean {
  const parts = expected.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(real)
}
