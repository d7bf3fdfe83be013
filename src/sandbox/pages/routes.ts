// The sandbox's pages: Stripe.js, the card form's frame, 3-D Secure, the hosted page, an invoice's page.
import { Router } from 'express'
import type { PaymentFlow } from '../payment-flow.ts'
import { questionsOf } from '../questions.ts'
import type { SetupFlow } from '../setup-flow.ts'
import { assetRoutes } from './assets.ts'
import { elementFrameRoutes } from './element-frame.ts'
import { hostedRoutes } from './hosted/routes.ts'
import { invoiceRoutes } from './invoice/routes.ts'
import { threeDSecureRoutes } from './three-d-secure-routes.ts'

export function pagesRoutes(setups: SetupFlow, payments: PaymentFlow): Router {
  const router = Router()
  router.use(assetRoutes(), elementFrameRoutes(), threeDSecureRoutes(questionsOf(setups, payments)))
  router.use(hostedRoutes(setups), invoiceRoutes(payments))
  return router
}
