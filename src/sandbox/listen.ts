// Loopback only: what can be ordered through the control routes is nobody else's business.
import { createServer } from 'node:http'
import type { Express } from 'express'

export interface Listening {
  /** Such as 'http://localhost:4242'. */
  url: string
  port: number
  close(): Promise<void>
}

/** Port 0 takes a free one. `closed` is called when no request is left. */
export function listen(app: Express, port: number, closed: () => Promise<void>): Promise<Listening> {
  const server = createServer(app)
  // Longer than clients keep an idle connection, so that none is cut while a request is on its way.
  server.keepAliveTimeout = 75_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') return reject(new Error('No port was given.'))
      resolve({ url: `http://localhost:${address.port}`, port: address.port, close })
    })
  })

  async function close(): Promise<void> {
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
    await closed()
  }
}
