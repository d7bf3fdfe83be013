// A program of ours as a process of its own, as `npm start` runs it.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const launcher = fileURLToPath(new URL('../../src/launch.mjs', import.meta.url))

export interface Program {
  readonly process: ChildProcess
  /** Resolves with the first match in what it printed; rejects if it ends without one. */
  prints(pattern: RegExp): Promise<RegExpExecArray>
  /** Resolves with all that it printed and its exit code. */
  ended(): Promise<{ code: number | null; text: string }>
}

/** Runs in an empty folder, with nothing in its environment but what is given. Killed when the test ends. */
export function run(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input = '',
): Program {
  const child = spawn(
    process.execPath,
    [launcher, fileURLToPath(new URL(`../../${file}`, import.meta.url)), ...args],
    {
      cwd: scratchFolder(),
      env: { PATH: process.env.PATH, ...environment },
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin.end(input)
  let text = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      for (const listener of listeners) listener()
    })
  }
  const closed = once(child, 'close')

  return {
    process: child,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(text)
          if (match) resolve(match)
        }
        listeners.add(look)
        look()
        void closed.then(() => reject(new Error(`it ended without ${pattern}:\n${text}`)))
      }),
    async ended() {
      const [code] = await closed
      return { code, text }
    },
  }
}

export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
