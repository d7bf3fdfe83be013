// A request on its way through: the fault that was ordered for it, the key, the answer (once), and out.
import type { Request, RequestHandler, Response } from 'express'
import { ApiError } from '../errors/api-error.ts'
import { type Answer, outage, refused } from './answer.ts'
import type { Api } from './api.ts'
import { credentialsOf } from './credentials.ts'
import { digestOf } from './digest.ts'
import type { Endpoint } from './endpoint.ts'
import { exchangeOf, finish } from './exchange.ts'
import { execute } from './execute.ts'
import { failsAfter, failsBefore } from './fail.ts'
import type { FaultOrder } from './faults.ts'
import { holdKey } from './idempotency-key.ts'

export function serve(api: Api, endpoint: Endpoint): RequestHandler {
  return async (request, response) => {
    const { id, bytes, logged } = exchangeOf(request)
    const fault = api.faults.take(request.method, logged.path)
    logged.bodyDigest = digestOf(bytes, api.ledger.fingerprintKey.read())
    logged.fault = fault?.kind ?? null
    try {
      await api.onRequest(logged)
      await pass(api, endpoint, fault, request, response)
    } catch (error) {
      if (!api.ledger.connection.open) return void response.destroy()
      const refusal = error instanceof ApiError ? error : reported(error)
      finish(request, response, refused(refusal, id, api.ledger.account.read()))
    } finally {
      api.courier.wake()
    }
  }
}

async function pass(
  api: Api,
  endpoint: Endpoint,
  fault: FaultOrder | undefined,
  request: Request,
  response: Response,
): Promise<void> {
  const { expand, key, ...given } = parametersOf(request)
  const caller = credentialsOf(request, key, endpoint)
  exchangeOf(request).logged.key = caller.kind
  const release = holdKey(api, request, response, caller)
  try {
    if (await failsBefore(fault, request, response)) return
    const path = (name: string) => String(request.params[name])
    const run = endpoint.prepare(given, { ledger: api.ledger, path, key: caller.kind })
    const parameters = { ...given, expand }
    const answer = execute({ api, request, caller, parameters, expand, run, fault: fault?.kind })
    if (!failsAfter(fault, request, response, answer)) reply(request, response, answer)
  } finally {
    release()
  }
}

function parametersOf(request: Request): Record<string, unknown> {
  return { ...(request.method === 'POST' ? request.body : request.query) }
}

function reply(request: Request, response: Response, answer: Answer): void {
  const { id, logged } = exchangeOf(request)
  if (logged.idempotencyKey && request.method === 'POST') {
    response.set({ 'Idempotency-Key': logged.idempotencyKey, 'Original-Request': answer.requestId })
  }
  if (answer.requestId !== id) {
    logged.replayed = true
    response.set('Idempotent-Replayed', 'true')
  }
  // A saved 500 comes back however often one asks.
  if (answer.status === 500 && logged.idempotencyKey) response.set('Stripe-Should-Retry', 'false')
  finish(request, response, answer)
}

/** A mistake of the sandbox itself; shown on its console so that nobody takes it for Stripe's. */
function reported(error: unknown): ApiError {
  console.error('The sandbox failed:', error)
  return outage()
}
