import type { Environment } from './config.ts'

/** Those that may be mounted as files: NAME_FILE in the place of NAME. */
const secrets = [
  'DATABASE_URL',
  'SESSION_SECRET',
  'OPERATIONS_TOKEN',
  'STRIPE_SECRET_KEY',
  'STRIPE_PUBLISHABLE_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'SMTP_URL',
  'MAIL_FROM',
] as const

/** The environment, with each secret's NAME_FILE read into NAME, and a fault for each file that cannot be read. */
export function readEnvironment(
  environment: Environment,
  readFile: (path: string) => string,
): { environment: Environment; faults: string[] } {
  const mounted: Record<string, string> = {}
  const faults: string[] = []
  for (const name of secrets) {
    const path = environment[`${name}_FILE`]
    if (!path) continue
    // Which of the two counts is not for us to guess.
    if (environment[name]?.trim()) faults.push(`${name} and ${name}_FILE are both set: keep one of them.`)
    try {
      mounted[name] = readFile(path).trim()
    } catch {
      faults.push(`${name}_FILE cannot be read: ${path}.`)
    }
  }
  return { environment: { ...environment, ...mounted }, faults }
}
