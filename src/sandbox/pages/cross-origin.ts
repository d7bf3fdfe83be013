// Stripe.js on a merchant's page reads setup intents by publishable key and client secret, with no cookie.
import type { NextFunction, Request, Response } from 'express'

export function allowBrowsers(request: Request, response: Response, next: NextFunction): void {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'authorization, content-type',
    'Access-Control-Expose-Headers': 'Request-Id',
    'Access-Control-Max-Age': '300',
  })
  if (request.method === 'OPTIONS') response.sendStatus(204)
  else next()
}
