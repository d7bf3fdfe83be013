// npm run supply-chain: what the registry says of the packages that are installed. A finding fails; where the registry
// does not answer, that is said aloud, and nothing was found.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Answered, verdictOf } from './verdict.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const checks = [
  { name: 'signatures of packages', args: ['audit', 'signatures'] },
  { name: 'known weaknesses', args: ['audit', '--omit=dev'] },
] as const

for (const { name, args } of checks) {
  const { verdict, lines } = verdictOf(ask(args))
  console.log([`${name}: ${verdict}`, ...lines.map((line) => `  ${line}`)].join('\n'))
  if (verdict === 'failed') process.exitCode = 1
}

// Asked once: it is another run's matter to wait for a registry.
function ask(args: readonly string[]): Answered {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const options = ['--json', '--fetch-retries=0', '--fetch-timeout=20000']
  const { status, stdout, stderr, error } = spawnSync(command, [...args, ...options], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status: error ? null : status, stdout: stdout ?? '', stderr: stderr ?? '' }
}
