// How long a connection may take to ask. Whoever sends a letter a minute would otherwise keep it for five.

import { createServer, type Server, type ServerOptions } from 'node:http'
import type { Express } from 'express'

/** In milliseconds. Node looks only now and then whether one of them has passed. */
export const patience = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
} satisfies ServerOptions

export function httpServer(app: Express, limits: ServerOptions = patience): Server {
  return createServer(limits, app)
}
