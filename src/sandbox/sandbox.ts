// The stand-in for Stripe: one Express app with its own ledger, listening on loopback only.
import type { Express } from 'express'

export interface SandboxOptions {
  /** A file, or ':memory:'. */
  data: string
  webhooks: { url: string; secret: string }[]
  /** Milliseconds since 1970. */
  clock?: () => number
}

export interface Sandbox {
  app: Express
  listen(port?: number): Promise<{ url: string; port: number; close(): Promise<void> }>
}
