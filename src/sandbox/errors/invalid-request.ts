// Requests that cannot be understood or do not fit the state of things, in Stripe's words.
import { ApiError, documentationOf } from './api-error.ts'
import type { ErrorBody } from './error-body.ts'

interface Details {
  status?: number
  code?: string
  param?: string
}

export function invalidRequest(message: string, { status = 400, code, param }: Details = {}): ApiError {
  const body: ErrorBody = { type: 'invalid_request_error', message }
  if (code) Object.assign(body, { code, doc_url: documentationOf(code) })
  if (param) body.param = param
  return new ApiError(status, body)
}

export function unknownParameters(names: string[]): ApiError {
  const [first = ''] = names
  const message = `Received unknown parameter${names.length > 1 ? 's' : ''}: ${names.join(', ')}`
  return invalidRequest(message, { code: 'parameter_unknown', param: first })
}

export function missingParameter(param: string): ApiError {
  return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}

export function emptyParameter(param: string): ApiError {
  return invalidRequest(
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; ` +
      `however '${param}' cannot be unset. You should remove '${param}' from your request or supply a ` +
      'non-empty value.',
    { code: 'parameter_invalid_empty', param },
  )
}

/** What is named in the path is 404; what is named in the parameters is 400. */
export function noSuch(kind: string, id: string, param: string, where: 'path' | 'parameters'): ApiError {
  const message = kind === 'PaymentMethod' ? noSuchPaymentMethod(id) : `No such ${kind}: '${id}'`
  return invalidRequest(message, {
    status: where === 'path' ? 404 : 400,
    code: 'resource_missing',
    param,
  })
}

function noSuchPaymentMethod(id: string): string {
  return (
    `No such PaymentMethod: '${id}'; It's possible this PaymentMethod exists on one of your connected ` +
    'accounts, in which case you should retry this request on that connected account. Learn more at ' +
    'https://stripe.com/docs/connect/authentication'
  )
}
