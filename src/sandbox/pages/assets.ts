// Scripts, styles and marks, as they lie in this folder.
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import { stripeJs } from './stripe-js.ts'

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export function assetRoutes(): Router {
  const router = Router()
  for (const name of ['browser', 'styles', 'marks']) {
    router.use(`/sandbox/assets/${name}`, express.static(folder(name), { index: false }))
  }
  router.get('/stripe.js', async (_request, response) => {
    response.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'no-cache' })
    response.type('text/javascript').send(await stripeJs())
  })
  return router
}
