// One PostgreSQL server for the whole test run, or the reason why there is none.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

export type PostgresForTests = { url: string } | { missing: string }

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresForTests
  }
}

let server: ChildProcess | undefined

export async function setup(project: TestProject): Promise<void> {
  const given = process.env.TEST_DATABASE_URL
  project.provide('postgres', given ? { url: given } : await startServer())
}

export async function teardown(): Promise<void> {
  if (!server || server.exitCode !== null) return
  const exit = once(server, 'exit')
  server.stdin?.end()
  await exit
}

async function startServer(): Promise<PostgresForTests> {
  const program = fileURLToPath(new URL('postgres-server.ts', import.meta.url))
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  server = child
  for await (const line of createInterface(child.stdout)) {
    const answer: PostgresForTests = JSON.parse(line)
    return answer
  }
  return { missing: 'the server stopped at once' }
}
