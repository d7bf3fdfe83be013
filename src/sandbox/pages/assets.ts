// Scripts, styles and marks, as they lie in this folder.
import { fileURLToPath } from 'node:url'
import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { stripeJs } from './stripe-js.ts'

export function assetRoutes(): Router {
  const router = Router()
  for (const name of ['browser', 'styles', 'marks']) {
    const folder = fileURLToPath(new URL(name, import.meta.url))
    router.use(`/sandbox/assets/${name}`, forAnyPage, express.static(folder, { index: false }))
  }
  router.get('/stripe.js', forAnyPage, async (_request, response) => {
    response
      .set('Cache-Control', 'no-cache')
      .type('text/javascript')
      .send(await stripeJs())
  })
  return router
}

function forAnyPage(_request: Request, response: Response, next: NextFunction): void {
  response.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'X-Content-Type-Options': 'nosniff' })
  next()
}
