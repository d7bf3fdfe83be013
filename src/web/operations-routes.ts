// For those who run it: how it is, and its figures. Who does not have their token learns no more than that there is
// no such page.

import { createHash, timingSafeEqual } from 'node:crypto'
import { type Request, Router } from 'express'
import type { Health } from '../ports/health.ts'
import type { Metrics } from '../ports/metrics.ts'
import { StoreUnavailable } from '../ports/unavailable.ts'
import { paths } from './paths.ts'

export interface Operations {
  /** Undefined: nobody may ask. */
  readonly token: string | undefined
  /** In the sandbox, which listens on this machine alone, anybody may ask how it is. */
  readonly openHealth: boolean
}

export function operationsRoutes(
  health: Health,
  metrics: Metrics,
  { token, openHealth }: Operations,
): Router {
  const routes = Router()
  const expected = token === undefined ? undefined : digestOf(`Bearer ${token}`)

  // Of equal length, and compared in equal time: how much of it was right shows nowhere.
  function mayAsk(request: Request): boolean {
    return expected !== undefined && timingSafeEqual(digestOf(request.get('Authorization') ?? ''), expected)
  }

  routes.get(paths.health, async (request, response, next) => {
    if (!mayAsk(request) && !(openHealth && expected === undefined)) return next()
    try {
      await health.prove()
      response.json({ status: 'ok' })
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      response.status(503).json({ status: 'unavailable' })
    }
  })

  routes.get(paths.metrics, async (request, response, next) => {
    if (!mayAsk(request)) return next()
    const { type, text } = await metrics.page()
    response.type(type).send(text)
  })

  return routes
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
