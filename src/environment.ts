import type { Environment } from './config.ts'

/** Those that may be mounted as files: NAME_FILE in the place of NAME. */
const secrets = [
  'DATABASE_URL',
  'SESSION_SECRET',
  'STRIPE_SECRET_KEY',
  'STRIPE_PUBLISHABLE_KEY',
  'STRIPE_WEBHOOK_SECRET',
] as const

/** The environment, with each secret's NAME_FILE read into NAME. */
export function readEnvironment(environment: Environment, readFile: (path: string) => string): Environment {
  const mounted: Record<string, string> = {}
  for (const name of secrets) {
    const path = environment[`${name}_FILE`]
    if (path) mounted[name] = readFile(path).trim()
  }
  return { ...environment, ...mounted }
}
