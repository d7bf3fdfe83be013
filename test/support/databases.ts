// Runs the same tests on SQLite and on PostgreSQL, each on a fresh database.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, inject } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import type { SchemaDatabase } from '../../src/adapters/sql/database.ts'
import { type DatabaseOptions, openDatabase } from '../../src/adapters/sql/open.ts'

export interface OpenOptions extends DatabaseOptions {
  /** Whether the schema is there; so it is by default. */
  migrated?: boolean
  /** A place from `place()`, to open the same database twice. */
  at?: string
}

export interface Room {
  /** Opens a database that is closed and dropped after the test, or after the block if a `beforeAll` opened it. */
  open(options?: OpenOptions): Promise<SchemaDatabase>
  /** The address of a fresh, empty database. */
  place(): Promise<string>
}

type Define = (open: Room['open'], place: Room['place']) => void
type Leave = () => Promise<void>
interface Place {
  url: string
  drop: Leave
}

/** Describes `name` on SQLite, and on PostgreSQL where there is one; where not, its tests are skipped and say why. */
export function eachDatabase(name: string, define: Define): void {
  describe(`${name}, on SQLite`, () => inRoom(sqlitePlace, define))
  const postgres = inject('postgres')
  if ('url' in postgres) {
    describe(`${name}, on PostgreSQL`, () => inRoom(() => postgresPlace(postgres.url), define))
  } else {
    describe.skip(`${name}, on PostgreSQL (skipped: ${postgres.missing})`, () => inRoom(sqlitePlace, define))
  }
}

/** The same for what concerns SQLite alone. */
export function onSqlite(name: string, define: Define): void {
  describe(`${name}, on SQLite`, () => inRoom(sqlitePlace, define))
}

function inRoom(newPlace: () => Promise<Place>, define: Define): void {
  const afterBlock: Leave[] = []
  const afterTest: Leave[] = []
  let leaving = afterBlock
  beforeEach(() => {
    leaving = afterTest
  })
  afterEach(async () => {
    leaving = afterBlock
    await leave(afterTest)
  })
  afterAll(() => leave(afterBlock))

  const place = async () => {
    const { url, drop } = await newPlace()
    leaving.push(drop)
    return url
  }
  const open = async ({ migrated = true, at, ...options }: OpenOptions = {}) => {
    const database = await openDatabase(at ?? (await place()), options)
    leaving.push(() => database.close())
    if (migrated) await migrate(database)
    return database
  }
  define(open, place)
}

async function leave(leaving: Leave[]): Promise<void> {
  for (let next = leaving.pop(); next; next = leaving.pop()) await next()
}

async function sqlitePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-sqlite-'))
  return { url: `file:${join(folder, 'test.db')}`, drop: () => rm(folder, { recursive: true, force: true }) }
}

// A schema is made and dropped faster than a database.
async function postgresPlace(server: string): Promise<Place> {
  const schema = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await administer(server, `create schema ${schema}`)
  const url = new URL(server)
  url.searchParams.set('options', `-c search_path=${schema}`)
  return { url: url.href, drop: () => administer(server, `drop schema ${schema} cascade`) }
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
