// The sandbox's pages: Stripe.js, the card form's frame, 3-D Secure, the hosted page.
import { Router } from 'express'
import type { SetupFlow } from '../setup-flow.ts'
import { assetRoutes } from './assets.ts'
import { elementFrameRoutes } from './element-frame.ts'
import { hostedRoutes } from './hosted/routes.ts'
import { threeDSecureRoutes } from './three-d-secure-routes.ts'

export function pagesRoutes(flow: SetupFlow): Router {
  const router = Router()
  router.use(assetRoutes(), elementFrameRoutes(), threeDSecureRoutes(flow), hostedRoutes(flow))
  return router
}
