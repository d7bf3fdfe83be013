// Checkout in setup mode: a page that saves a card with no JavaScript at all.
import { Router, urlencoded } from 'express'
import type { SetupFlow } from '../../setup-flow.ts'
import { comeBackFromBank } from './return.ts'
import { showSession } from './session.ts'
import { submitCard } from './submission.ts'

export function hostedRoutes(flow: SetupFlow): Router {
  const router = Router()
  const form = urlencoded({ extended: false, limit: '16kb' })
  router.get('/c/pay/:session', (request, response) => showSession({ flow, request, response }))
  router.post('/c/pay/:session', form, (request, response) => submitCard({ flow, request, response }))
  router.get('/c/pay/:session/return', (request, response) => comeBackFromBank({ flow, request, response }))
  return router
}
