// npm run db:migrate: brings the database of DATABASE_URL up to date.
import { existsSync, readFileSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { migrate } from '../../db/migrate.ts'
import { openDatabase } from '../adapters/sql/open.ts'

if (existsSync('.env')) loadEnvFile('.env')
const { DATABASE_URL, DATABASE_URL_FILE } = process.env
const url = DATABASE_URL_FILE ? readFileSync(DATABASE_URL_FILE, 'utf8').trim() : DATABASE_URL

try {
  const database = await openDatabase(url || 'file:data/guichet.db')
  const applied = await migrate(database).finally(() => database.close())
  for (const name of applied) console.log(`Applied ${name}`)
  if (applied.length === 0) console.log('The database is up to date.')
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error)
  process.exitCode = 1
}
