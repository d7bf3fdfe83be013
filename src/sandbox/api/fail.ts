// Ordered failures, carried out: some before anything has happened, some after everything has.
import { setTimeout as pause } from 'node:timers/promises'
import type { Request, Response } from 'express'
import { ApiError, documentationOf } from '../errors/api-error.ts'
import { type Answer, outage } from './answer.ts'
import type { FaultOrder } from './faults.ts'
import { keyInUse } from './idempotency-key.ts'

/** True where no answer is to follow. Nothing has been done, and nothing is saved under the key. */
export async function failsBefore(
  fault: FaultOrder | undefined,
  request: Request,
  response: Response,
): Promise<boolean> {
  switch (fault?.kind) {
    case 'delay':
      await pause(fault.ms ?? 1000)
      return false
    case '500-before':
      throw outage()
    case '409':
      throw keyInUse(request.get('idempotency-key') ?? '')
    case '429':
      throw tooManyRequests()
    case 'lock_timeout':
      throw lockTimeout()
    case '502':
      response.status(502).type('html').send('<html><h1>502 Bad Gateway</h1></html>')
      return true
    case 'reset-before':
      request.socket.resetAndDestroy()
      return true
    case 'hang':
      await hungUp(response)
      return true
    default:
      return false
  }
}

/** True where the true answer does not arrive. Everything has been done, and the answer is saved. */
export function failsAfter(
  fault: FaultOrder | undefined,
  request: Request,
  response: Response,
  answer: Answer,
): boolean {
  switch (fault?.kind) {
    case 'reset-after':
      request.socket.resetAndDestroy()
      return true
    case 'truncate':
      cutShort(response, answer)
      return true
    case 'hang-after':
      return true
    default:
      return false
  }
}

function cutShort(response: Response, answer: Answer): void {
  const body = JSON.stringify(answer.body)
  response
    .status(answer.status)
    .type('json')
    .set('Content-Length', String(Buffer.byteLength(body)))
  response.write(body.slice(0, body.length / 2), () => response.destroy())
}

function hungUp(response: Response): Promise<void> {
  return new Promise((resolve) => response.on('close', resolve))
}

function tooManyRequests(): ApiError {
  return new ApiError(429, {
    type: 'invalid_request_error',
    code: 'rate_limit',
    doc_url: documentationOf('rate_limit'),
    message:
      'Request rate limit exceeded. You can learn more about rate limits here ' +
      'https://stripe.com/docs/rate-limits.',
  })
}

function lockTimeout(): ApiError {
  return new ApiError(429, {
    type: 'invalid_request_error',
    code: 'lock_timeout',
    doc_url: documentationOf('lock_timeout'),
    message:
      'This object cannot be accessed right now because another API request or Stripe process is currently ' +
      'accessing it. If you see this error intermittently, retry the request. If you see this error frequently ' +
      'and are making multiple concurrent requests to a single object, make your requests serially or at a ' +
      'lower rate. For more details, see https://stripe.com/docs/rate-limits#object-lock-timeouts.',
  })
}
