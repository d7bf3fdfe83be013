// One request and its answer: the id, the log's entry, and the headers that every answer has.
import type { RequestHandler, Response } from 'express'
import { requestId } from '../ledger/ids.ts'
import type { Answer } from './answer.ts'
import type { Api } from './api.ts'
import type { LoggedRequest } from './request-log.ts'
import { ApiVersion } from './version.ts'

export interface Exchange {
  id: string
  /** The body as it came. */
  bytes: Buffer
  logged: LoggedRequest
}

const exchanges = new WeakMap<object, Exchange>()

export function exchangeOf(request: object): Exchange {
  const exchange = exchanges.get(request)
  if (!exchange) throw new Error('The request was not begun.')
  return exchange
}

export function begin(api: Api): RequestHandler {
  return (request, response, next) => {
    const id = requestId()
    const path = request.originalUrl.split('?')[0] ?? ''
    const logged = api.log.add({
      id,
      at: Date.now(),
      ended: null,
      method: request.method,
      path,
      key: 'none',
      idempotencyKey: request.get('idempotency-key') || null,
      bodyDigest: '',
      status: null,
      replayed: false,
      fault: null,
    })
    response.on('close', () => {
      logged.ended = Date.now()
    })
    exchanges.set(request, { id, bytes: Buffer.alloc(0), logged })
    response.set({
      'Request-Id': id,
      'Stripe-Version': request.get('stripe-version') ?? ApiVersion,
      'Cache-Control': 'no-cache, no-store',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*, Authorization',
      'Access-Control-Allow-Methods': 'GET, HEAD, PUT, PATCH, POST, DELETE',
      'Access-Control-Expose-Headers': 'Request-Id, Stripe-Manage-Version, Idempotent-Replayed',
      'Access-Control-Max-Age': '300',
    })
    if (request.method === 'OPTIONS') response.status(200).end()
    else next()
  }
}

export function finish(request: object, response: Response, answer: Answer): void {
  exchangeOf(request).logged.status = answer.status
  response.status(answer.status).json(answer.body)
}
