// The sandbox's pages: Stripe.js, the card form's frame, 3-D Secure, the hosted page.
import { Router } from 'express'
import type { SetupFlow } from '../setup-flow.ts'

export function pagesRoutes(_flow: SetupFlow): Router {
  return Router()
}
