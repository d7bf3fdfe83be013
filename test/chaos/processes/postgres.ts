// A PostgreSQL server for a run, the tests' own or the one that TEST_DATABASE_URL names, and a database for each round.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { PostgresForTests } from '../../support/postgres.ts'

export interface Databases {
  fresh(): Promise<{ url: string; drop(): Promise<void> }>
  close(): Promise<void>
}

export async function freshDatabases(): Promise<Databases> {
  const { url, stop } = await serverAt()
  return {
    async fresh() {
      const name = `chaos_${crypto.randomUUID().replaceAll('-', '')}`
      await administer(url, `create database ${name}`)
      const address = new URL(url)
      address.pathname = `/${name}`
      return {
        url: address.href,
        async drop() {
          await administer(url, `drop database if exists ${name}_backup with (force)`)
          await administer(url, `drop database if exists ${name} with (force)`)
        },
      }
    },
    close: stop,
  }
}

async function serverAt(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const program = fileURLToPath(new URL('../../support/postgres-server.ts', import.meta.url))
  // It lives as long as its standard input, and so no longer than this process.
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [line] = await once(createInterface(child.stdout), 'line')
  const answer: PostgresForTests = JSON.parse(line)
  if ('missing' in answer) throw new Error(`There is no PostgreSQL here: ${answer.missing}`)
  return {
    url: answer.url,
    async stop() {
      const exit = once(child, 'exit')
      child.stdin.end()
      await exit
    },
  }
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
