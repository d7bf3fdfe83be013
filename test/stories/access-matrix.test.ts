// Every route, asked by everybody, with an id of their own, of another company's, and of none.

import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { openDatabase } from '../../src/adapters/sql/open.ts'
import { compose } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import { paths } from '../../src/web/paths.ts'
import { fromUs, send } from '../support/by-hand.ts'
import { altered, digestOf } from '../support/digest.ts'
import {
  agrees,
  ask,
  type Case,
  casesOf,
  expectedOf,
  type Heard,
  isAdmitted,
  nameOf,
  wordsFor,
} from '../support/matrix/ask.ts'
import { everybody } from '../support/matrix/people.ts'
import type { Row } from '../support/matrix/row.ts'
import { trials } from '../support/matrix/rows/trials.ts'
import { rows } from '../support/matrix/rows.ts'
import { type Stage, setStage } from '../support/matrix/stage.ts'
import { mountsOf, nameOf as nameOfRoute, routesOf } from '../support/routes.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.desk.close())
// How often somebody may is another test's.
beforeEach(() => stage.desk.database.run('delete from limits'))

it('has a row for every route of the running app, and none for a route that there is not', () => {
  const routes = routesOf(stage.desk.app).map(nameOfRoute)
  expect(routes.length).toBeGreaterThan(35)
  expect([...new Set(rows.map(({ route }) => route))].sort()).toEqual(routes.sort())
  expect([...new Set(mountsOf(stage.desk.app))]).toEqual(['/assets'])
})

it('in production there is neither a gallery nor a way to the sandbox and its mail', async () => {
  const read = readConfig({
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://guichet.example',
    SESSION_SECRET: 'a secret of more than thirty-two characters',
    STRIPE_SECRET_KEY: 'sk_live_1',
    STRIPE_PUBLISHABLE_KEY: 'pk_live_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_12345678',
    SMTP_URL: 'smtps://mail.example',
    MAIL_FROM: 'billing@example.com',
  })
  if ('faults' in read || !read.config.stripe) throw new Error('no configuration')
  const database = await openDatabase('file::memory:')
  await migrate(database)
  const { app, background } = compose(read.config, read.config.stripe, {
    database,
    log: pino({ level: 'silent' }),
  })
  await background.stop()
  await database.close()
  const inProduction = routesOf(app).map(nameOfRoute)
  const ofTrials = trials.map(({ route }) => route)
  expect(inProduction).toEqual(
    routesOf(stage.desk.app)
      .map(nameOfRoute)
      .filter((route) => !ofTrials.includes(route)),
  )
})

const titles = rows.map((row): [string, Row] => [row.as ? `${row.route} (${row.as})` : row.route, row])

describe.each(titles)('%s', (_title, row) => {
  const cases = casesOf(row)
  const refused = cases.filter((each) => !isAdmitted(each))
  const admitted = cases.filter(isAdmitted)

  it('turns away whom it should, and nothing is otherwise afterwards', async () => {
    const before = await digestOf(stage.desk)
    stage.desk.sandbox.log.clear()
    expect(await differences(refused)).toEqual([])
    expect(altered(before, await digestOf(stage.desk))).toEqual([])
    expect(stage.desk.sandbox.log.entries.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('answers whom it should', async () => {
    const wrong: string[] = []
    for (const each of admitted) {
      const before = await digestOf(stage.desk, ['sessions', 'activity'])
      expect(await differences([each])).toEqual([])
      const tables = altered(before, await digestOf(stage.desk, ['sessions', 'activity']))
      if (each.whose !== 'missing') await row.restores?.(stage, each.whose ?? 'ours')
      if (!isAsTold(row, tables.length > 0)) wrong.push(`${nameOf(each)}: altered ${tables}`)
    }
    expect(wrong).toEqual([])
  })
})

function isAsTold({ route, changes }: Row, isAltered: boolean): boolean {
  return changes === 'as may be' || isAltered === (route.startsWith('POST') && changes !== 'nothing')
}

it('another’s id and a missing one are answered alike to the byte, also where the answer leads, also to htmx', async () => {
  const apart: string[] = []
  // What was left to be said is said before.
  for (const person of everybody) await ask(stage, { row: guide, person, whose: null })
  let compared = 0
  for (const row of rows.filter(({ ids, bearer }) => ids && !bearer)) {
    const cases = casesOf(row)
    const [missing, others] = [
      cases.filter(({ whose }) => whose === 'missing'),
      cases.filter(({ whose }) => whose !== 'missing'),
    ]
    for (const none of missing) {
      const foreign = others.filter((each) => each.person === none.person && !isAdmitted(each))
      for (const headers of [{}, { 'HX-Request': 'true' }]) {
        const answer = await bytesOf(none, headers)
        for (const each of foreign) {
          compared += 1
          if ((await bytesOf(each, headers)) !== answer) apart.push(nameOf(each))
        }
      }
    }
  }
  expect(apart).toEqual([])
  expect(compared).toBeGreaterThan(200)
})

const guide: Row = { route: `GET ${paths.help.update}`, door: 'anyone', answer: '200 …' }
const otherMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'QUERY']

it('a route that does not take a method is no page by it, for an owner with an id of their own', async () => {
  const before = await digestOf(stage.desk)
  const known = new Set(rows.map(({ route }) => route))
  const idsAt = new Map(rows.map(({ route, ids }) => [route.replace(/^\w+ /, ''), ids?.(stage).ours ?? '0']))
  const headers = { ...fromUs, Cookie: stage.people.session('owner') }
  const taken: string[] = []
  for (const [pattern, id] of idsAt) {
    for (const method of otherMethods.filter((each) => !known.has(`${each} ${pattern}`))) {
      const { status } = await send(stage.desk, pattern.replace(/:\w+/, id), { method, headers })
      if (status !== 404) taken.push(`${method} ${pattern}: ${status}`)
    }
  }
  expect(taken).toEqual([])
  expect(altered(before, await digestOf(stage.desk))).toEqual([])
})

async function differences(cases: readonly Case[]): Promise<string[]> {
  const found: string[] = []
  for (const each of cases) {
    const real = wordsFor(stage, each, await ask(stage, each))
    if (!agrees(expectedOf(each), real))
      found.push(`${nameOf(each)}: ${expectedOf(each)} was expected, and it is ${real}`)
  }
  return found
}

/** Status and text, with what it leads to, and with the id itself taken out. */
async function bytesOf(asked: Case, headers: Readonly<Record<string, string>>): Promise<string> {
  const heard = await ask(stage, asked, headers)
  const place = heard.headers.location
  const Cookie = stage.people.session(asked.person)
  const next = place?.startsWith('/')
    ? await send(stage.desk, place, { headers: { ...fromUs, Cookie } })
    : null
  return [heard, next].map((each) => (each ? comparable(each, heard) : '')).join('\n')
}

function comparable(
  { status, headers, text }: Pick<Heard, 'status' | 'headers' | 'text'>,
  { id }: Heard,
): string {
  const { date: _date, ...others } = headers
  return [status, JSON.stringify(others), text]
    .join('\n')
    .replaceAll(id, 'ID')
    .replace(/(name="attempt" value)="[^"]*"/g, '$1')
}
