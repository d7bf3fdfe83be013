// The server's traffic: requests to Stripe and answers to webhooks are places to die at.
import { subscribe } from 'node:diagnostics_channel'
import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import { Server } from 'node:net'
import { reach } from './death.ts'

export function installHttp(): void {
  const { request } = http
  http.request = (...given: unknown[]): ClientRequest => {
    const name = nameOf(given[0])
    reach('before', 'request', name)
    const sent: ClientRequest = Reflect.apply(request, http, given)
    sent.once('finish', () => reach('sent', 'request', name))
    sent.once('response', (answer: IncomingMessage) =>
      answer.once('end', () => reach('after', 'request', name)),
    )
    return sent
  }
  subscribe('http.server.response.finish', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return
    const { method, url } = message.request as IncomingMessage
    if (url === '/webhooks/stripe') reach('after', 'webhook', `${method} ${url}`)
  })
}

/** Tells once where the server listens. */
export function tellPort(tell: (port: number) => void): void {
  const { listen } = Server.prototype
  Server.prototype.listen = function (...given: unknown[]) {
    this.once('listening', () => {
      const address = this.address()
      if (address !== null && typeof address === 'object') tell(address.port)
    })
    return Reflect.apply(listen, this, given)
  }
}

function nameOf(options: unknown): string {
  if (typeof options !== 'object' || options === null) return ''
  const { method, path } = options as { method?: string; path?: string }
  return `${method} ${path}`
}
