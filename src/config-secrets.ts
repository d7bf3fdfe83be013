// Secrets of ours: made by chance, or not taken. What somebody made up to have it done with is what others guess first.

import { type Fault, list, type Value } from './config-values.ts'

const shortest = 32
/** Of 32 characters by chance, even of sixteen kinds, hardly any have fewer than these. */
const fewest = 8
// The short ones as words of their own: among letters made by chance they come up now and then.
const placeholders =
  /change.?(me|this|it)|replace.?(me|this|it)|place.?holder|example|default|your.?(own.?)?(secret|token|key)|keyboard.?cat|\.{3}|…|(?<![a-z\d])(insert|lorem|todo|x{6,})(?![a-z\d])/i

/** Each of them verifies, the first signs; so one is rolled without anybody being signed out. */
export function readSessionSecrets(value: Value, fault: Fault): readonly string[] {
  const secrets = list(value('SESSION_SECRET'))
  const weak = new Set(secrets.map(weakness).filter((each) => each !== undefined))
  for (const each of weak) fault(`SESSION_SECRET: each secret ${each}`)
  if (new Set(secrets).size < secrets.length) fault('SESSION_SECRET: the same secret is there twice.')
  return secrets
}

export function readOperationsToken(value: Value, fault: Fault): string | undefined {
  const token = value('OPERATIONS_TOKEN')
  if (token === undefined) return undefined
  const weak = weakness(token)
  if (weak) fault(`OPERATIONS_TOKEN: it ${weak}`)
  if (!/^[!-~]+$/.test(token)) fault('OPERATIONS_TOKEN: it goes into a header, so it has no spaces in it.')
  if (list(value('SESSION_SECRET')).includes(token))
    fault('OPERATIONS_TOKEN: it is a session secret, and has to be one of its own.')
  return token
}

export function isPlaceholder(text: string): boolean {
  return placeholders.test(text)
}

function weakness(secret: string): string | undefined {
  if (secret.length < shortest) return 'needs 32 characters or more.'
  if (isPlaceholder(secret)) return 'has to be one of your own: this one stands for it.'
  const isGuessable = new Set(secret).size < fewest || repeatsItself(secret) || runsOn(secret)
  return isGuessable ? 'has to be made by chance, as openssl rand -base64 32 does.' : undefined
}

// abcdefghabcdefgh…
function repeatsItself(secret: string): boolean {
  const half = Math.floor(secret.length / 2)
  return Array.from({ length: half }, (_, at) => at + 1).some((length) =>
    secret.startsWith(secret.slice(length)),
  )
}

// abcdefghijklmnopqrstuvwxyz0123456789
function runsOn(secret: string): boolean {
  const codes = [...secret].map((character) => character.charCodeAt(0))
  const steps = codes.filter((code, at) => at > 0 && Math.abs(code - (codes[at - 1] ?? 0)) <= 1)
  return steps.length > secret.length / 2
}
