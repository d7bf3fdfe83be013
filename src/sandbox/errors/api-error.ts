// A refusal on its way to the caller, with the status and the body that the API gives it.
import type { ErrorBody } from './error-body.ts'

export class ApiError extends Error {
  readonly status: number
  readonly body: ErrorBody
  /** Does what happened before the refusal stay? A declined attempt happened. */
  readonly effectsStay: boolean

  constructor(status: number, body: ErrorBody, effectsStay: boolean = status === 402) {
    super(body.message)
    this.status = status
    this.body = body
    this.effectsStay = effectsStay
  }
}

export function documentationOf(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`
}
