import type { Config } from './config.ts'
import { trialAccounts, trialPassword } from './sign-in/trial-accounts.ts'

/** What the terminal says once the program answers. */
export function greeting(config: Config, port: number): string {
  const address = config.publicUrl?.href ?? `http://localhost:${port}/`
  if (config.stripe) return `Guichet answers at ${address}`
  const widest = Math.max(...trialAccounts.map((account) => account.email.length))
  const accounts = trialAccounts.map(
    ({ email, role, company }) => `  ${email.padEnd(widest)}  ${role}, ${company}`,
  )
  return [
    `Guichet answers at ${address}`,
    '',
    'This is the sandbox: test cards only, no real money. Sign in as one of',
    ...accounts,
    `with the password “${trialPassword}”.`,
  ].join('\n')
}
