// What goes back over the wire.
import { ApiError } from '../errors/api-error.ts'

export interface Answer {
  status: number
  body: object
  /** The request that was first answered so. */
  requestId: string
}

export function answered(body: object, requestId: string): Answer {
  return { status: 200, body, requestId }
}

export function refused(error: ApiError, requestId: string, account: string): Answer {
  const log = `https://dashboard.stripe.com/${account}/test/workbench/logs?object=${requestId}`
  return { status: error.status, body: { error: { ...error.body, request_log_url: log } }, requestId }
}

export function outage(): ApiError {
  return new ApiError(500, {
    type: 'api_error',
    message:
      'Sorry! There was an error while talking to one of our backends. Support has been notified, and we will ' +
      'get back to you as soon as possible.',
  })
}
