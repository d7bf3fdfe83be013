// Brings a database's schema up to date, one numbered file after the other.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SchemaDatabase, SchemaQueries } from '../src/adapters/sql/database.ts'

/** The database and the files do not belong together; the message says how and what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
}

interface Migration {
  name: string
  text: string
  digest: string
}

interface Applied {
  name: string
  digest: string
}

export const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url))

/**
 * Applies the files `NNN_name.sql` of the folder that the database lacks, in order, each in a transaction of its own,
 * and returns their names. Safe when several processes start at once: each file is applied once.
 */
export async function migrate(database: SchemaDatabase, folder = migrationsFolder): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const done: string[] = []
  for (;;) {
    const name = await database.changeSchema((queries) => applyNext(queries, migrations, database.dialect))
    if (name === undefined) return done
    done.push(name)
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const numbers = new Set<string>()
  for (const name of names) {
    if (!/^\d{3}_[a-z0-9_]+\.sql$/.test(name))
      throw new MigrationRefused(`${name} should be named like 001_name.sql.`)
    const number = name.slice(0, 3)
    if (numbers.has(number)) throw new MigrationRefused(`Two migrations have the number ${number}.`)
    numbers.add(number)
  }
  return Promise.all(names.map((name) => readMigration(folder, name)))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  // Git may check the file out with other line ends; it is the same migration.
  const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
  return { name, text, digest: createHash('sha256').update(text).digest('hex') }
}

async function applyNext(
  queries: SchemaQueries,
  migrations: Migration[],
  dialect: SchemaDatabase['dialect'],
): Promise<string | undefined> {
  await queries.script(
    'create table if not exists migrations (name text primary key, digest text not null, applied_at bigint not null)',
  )
  const applied = await queries.all<Applied>('select name, digest from migrations order by name')
  refuseStrangers(applied, migrations)
  const next = migrations[applied.length]
  if (!next) return undefined
  await queries.script(inDialect(next.text, dialect))
  await queries.run('insert into migrations (name, digest, applied_at) values ($1, $2, $3)', [
    next.name,
    next.digest,
    Date.now(),
  ])
  return next.name
}

// A line `-- on sqlite` or `-- on postgres` begins what only that one gets, up to the line `-- on both`.
function inDialect(text: string, dialect: SchemaDatabase['dialect']): string {
  let wanted = true
  const lines = text.split('\n').filter((line) => {
    const mark = /^-- on (sqlite|postgres|both)$/.exec(line)?.[1]
    if (mark) wanted = mark === 'both' || mark === dialect
    return wanted && !mark
  })
  return lines.join('\n')
}

// What was applied must be how the list of files begins.
function refuseStrangers(applied: Applied[], migrations: Migration[]): void {
  for (const [index, { name, digest }] of applied.entries()) {
    const same = migrations.find((migration) => migration.name === name)
    if (!same) {
      throw new MigrationRefused(
        `The database has ${name}, which this version lacks: a newer version ran here.`,
      )
    }
    if (same.digest !== digest) {
      throw new MigrationRefused(
        `${name} has changed since it was applied. Restore it, and write another migration.`,
      )
    }
    const expected = migrations[index]
    if (expected && expected !== same) {
      throw new MigrationRefused(
        `${expected.name} comes before ${name}, which is applied. Give it a later number.`,
      )
    }
  }
}
