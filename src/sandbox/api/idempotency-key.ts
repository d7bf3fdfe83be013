// Idempotency keys: one request at a time, and always the same request.
import type { Request, Response } from 'express'
import { ApiError, documentationOf } from '../errors/api-error.ts'
import { invalidRequest } from '../errors/invalid-request.ts'
import type { Api } from './api.ts'
import type { Credentials } from './credentials.ts'
import { exchangeOf } from './exchange.ts'

/** Gives back how to let go of the key. Held until then, or until the caller hangs up. */
export function holdKey(api: Api, request: Request, response: Response, caller: Credentials): () => void {
  const key = exchangeOf(request).logged.idempotencyKey
  if (key === null || request.method !== 'POST') return () => {}
  if (key.length > 255) throw invalidRequest('Idempotency keys can have at most 255 characters.')
  const held = `${caller.key} ${key}`
  if (api.inUse.has(held)) throw keyInUse(key)
  api.inUse.add(held)
  const release = () => api.inUse.delete(held)
  response.on('close', release)
  return release
}

export function keyInUse(key: string): ApiError {
  return new ApiError(409, {
    type: 'invalid_request_error',
    code: 'idempotency_key_in_use',
    doc_url: documentationOf('idempotency_key_in_use'),
    message:
      `There is currently another in-progress request using this Idempotent Key: '${key}' (that probably ` +
      'means you submitted twice, and the other request is still going through). Please try again later.',
  })
}

export function differentParameters(key: string): ApiError {
  return misused(
    'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
      `Try using a key other than '${key}' if you meant to execute a different request.`,
  )
}

export function differentPath(first: string, now: string, key: string): ApiError {
  return misused(
    'Keys for idempotent requests can only be used for the same endpoint they were first used for ' +
      `('${now}' vs '${first}'). Try using a key other than '${key}' if you meant to execute a different request.`,
  )
}

function misused(message: string): ApiError {
  return new ApiError(400, { type: 'idempotency_error', message })
}
