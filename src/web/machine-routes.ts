import { json, type Request, Router } from 'express'
import type { Logger } from 'pino'
import { paths } from './paths.ts'

/** Health, and the reports of browsers that kept our content security policy. */
export function machineRoutes(log: Logger): Router {
  const routes = Router()
  routes.get(paths.health, (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  const reports = json({ type: ['application/reports+json', 'application/csp-report'], limit: '8kb' })
  routes.post(paths.cspReport, reports, (request: Request, response) => {
    // That there was one, and no word of it: anybody can post here.
    log.warn({ cspReport: true, bytes: Number(request.get('Content-Length') ?? 0) })
    response.status(204).end()
  })
  return routes
}
