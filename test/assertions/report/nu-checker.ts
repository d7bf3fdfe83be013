// The W3C's own checker over every document that was sent, in one process: it is written in Java, and starts slowly.

import { spawn, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documents } from './results.ts'

export interface Checked {
  readonly documents: number
  /** Null where there is no Java. */
  readonly errors: readonly string[] | null
}

interface Message {
  readonly type: string
  readonly url?: string
  readonly message: string
  readonly lastLine?: number
}

export async function checkByNu(): Promise<Checked> {
  const files = readdirSync(documents)
  if (spawnSync('java', ['-version']).error) return { documents: files.length, errors: null }
  const jar = String(createRequire(import.meta.url)('vnu-jar'))
  const { messages } = JSON.parse(await run(jar)) as { messages: readonly Message[] }
  const errors = messages
    .filter(({ type }) => type !== 'info')
    .map(({ url = '', message, lastLine }) => `${basename(decodeURI(url))}: ${message} (line ${lastLine})`)
  return { documents: files.length, errors }
}

function run(jar: string): Promise<string> {
  const options = ['-jar', jar, '--errors-only', '--format', 'json', '--stdout', '--exit-zero-always']
  const child = spawn('java', [...options, fileURLToPath(documents)])
  const said: Buffer[] = []
  child.stdout.on('data', (some: Buffer) => said.push(some))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve(Buffer.concat(said).toString()))
  })
}
