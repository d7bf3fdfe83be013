// A card refused: by its number, or by the bank that issued it.
import { ApiError, documentationOf } from './api-error.ts'
import type { ErrorBody } from './error-body.ts'

export interface Decline {
  code: string
  decline_code?: string
  advice_code?: string
  network_decline_code?: string
  message: string
  /** Stripe's own risk check refused it; no bank was asked. */
  blocked?: true
}

type DeclineBody = Omit<Decline, 'blocked'> & { type: 'card_error'; doc_url: string }

export function incorrectCard(code: string, message: string, param: string): ApiError {
  return cardError({ type: 'card_error', code, message, param, doc_url: documentationOf(code) })
}

export function declineBody({ blocked: _, ...decline }: Decline): DeclineBody {
  return { ...decline, type: 'card_error', doc_url: documentationOf(decline.code) }
}

/** 402: its effects stay. */
export function cardError(body: ErrorBody): ApiError {
  return new ApiError(402, body)
}
