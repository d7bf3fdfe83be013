import { type Request, Router, raw } from 'express'
import type { Ports } from '../ports/ports.ts'
import { paths } from '../web/paths.ts'
import { receiveEvent, type VerifyEvent } from './receive.ts'

const largest = '256kb'

/** Stripe is told "received" once the event is kept; `wake` starts on its reaction. */
export function stripeEventRoutes(
  ports: Ports,
  verify: VerifyEvent,
  livemode: boolean,
  wake: () => void,
): Router {
  const routes = Router()
  // The signature is over the bytes as they came: nothing may unpack or parse them first.
  routes.post(
    paths.webhook,
    raw({ type: () => true, limit: largest, inflate: false }),
    async (request, response) => {
      const received = await receiveEvent(
        ports,
        verify,
        livemode,
        bodyOf(request),
        request.get('Stripe-Signature'),
      )
      if (received === 'kept') wake()
      const accepted = received === 'kept' || received === 'repeated'
      response
        .status(accepted ? 200 : 400)
        .type('text')
        .send(accepted ? 'received' : received)
    },
  )
  return routes
}

function bodyOf(request: Request): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
}
