// The API's HTTP side: one Express router over the table of endpoints.
import express, { type ErrorRequestHandler, Router } from 'express'
import { ApiError } from '../errors/api-error.ts'
import { invalidRequest } from '../errors/invalid-request.ts'
import { refused } from './answer.ts'
import type { Api } from './api.ts'
import { endpoints } from './endpoints.ts'
import { begin, exchangeOf, finish } from './exchange.ts'
import { serve } from './serve.ts'

export function apiRoutes(api: Api): Router {
  const router = Router()
  router.use(begin(api))
  router.use(express.urlencoded({ extended: true, limit: '256kb', verify: keepBytes }))
  for (const endpoint of endpoints) router[endpoint.method](endpoint.path, serve(api, endpoint))
  router.use((request) => {
    throw invalidRequest(
      `Unrecognized request URL (${request.method}: ${request.originalUrl.split('?')[0]}). Please see ` +
        'https://stripe.com/docs or we can help at https://support.stripe.com/.',
      { status: 404 },
    )
  })
  router.use(unreadable(api))
  return router
}

function keepBytes(request: object, _response: object, bytes: Buffer): void {
  exchangeOf(request).bytes = bytes
}

/** Bodies that cannot be parsed, and addresses that do not exist. */
function unreadable(api: Api): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const status = error.status ?? 400
    const refusal = error instanceof ApiError ? error : invalidRequest('Invalid request body.', { status })
    finish(request, response, refused(refusal, exchangeOf(request).id, api.ledger.account.read()))
  }
}
