import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { StripeKeys } from './config-stripe.ts'

export interface SandboxKeys extends StripeKeys {
  readonly webhookSecret: string
}

/** The keys by which Guichet talks to a sandbox at this address, just as it would to Stripe. Made anew each time. */
export function sandboxKeys(url: string): SandboxKeys {
  const webhookSecret = `whsec_${randomBytes(24).toString('base64url')}`
  return {
    secretKey: 'sk_test_sandbox',
    publishableKey: 'pk_test_sandbox',
    webhookSecrets: [webhookSecret],
    webhookSecret,
    apiUrl: new URL(url),
    scriptUrl: new URL('/stripe.js', url),
    livemode: false,
  }
}

/** Made at the first start and kept, so that whoever tries the sandbox stays signed in over a restart. */
export function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
