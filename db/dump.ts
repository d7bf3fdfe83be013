// The schema that all migrations give, as one text for people to read.
import { openDatabase } from '../src/adapters/sql/open.ts'
import { migrate, migrationsFolder } from './migrate.ts'

interface Entry {
  sql: string
}

/** Every table with its indexes and triggers after it, in the order of their names. */
export async function schemaText(folder = migrationsFolder): Promise<string> {
  const database = await openDatabase('file::memory:')
  try {
    await migrate(database, folder)
    const entries = await database.all<Entry>(
      `select sql from sqlite_schema
       where sql is not null and name not like 'sqlite~_%' escape '~' and tbl_name <> 'migrations'
       order by tbl_name, type <> 'table', name`,
    )
    const statements = entries.map(({ sql }) => `${normalised(sql)};\n`)
    return [
      '-- Written by npm run db:dump: what db/migrations give. Not to be edited.\n',
      ...statements,
    ].join('\n')
  } finally {
    await database.close()
  }
}

// SQLite keeps a statement as it was written, but for the first words.
function normalised(sql: string): string {
  return sql.replace(/^CREATE (UNIQUE )?[A-Z]+/, (words) => words.toLowerCase()).replace(/[ \t]+$/gm, '')
}
