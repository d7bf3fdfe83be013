// The routes of the running app, as Express itself holds them: what is not here cannot be asked for.

import type { Express } from 'express'

export interface Route {
  readonly method: string
  /** As it was mounted: `/settings/invoices/:id`. */
  readonly pattern: string
}

// What Express 5 keeps of each `use` and each route. Source: node_modules/router/lib/layer.js
interface Layer {
  readonly rawPath: unknown
  readonly name: string
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> }
  readonly handle: { readonly stack?: readonly Layer[] }
}

export function routesOf(app: Express): Route[] {
  return routesIn(stackOf(app), '')
}

/** The addresses at which something else than a route answers. */
export function mountsOf(app: Express): string[] {
  return stackOf(app)
    .filter(({ route, handle, rawPath }) => !route && !handle.stack && rawPath !== '/')
    .map(({ rawPath }) => String(rawPath))
}

export function nameOf({ method, pattern }: Route): string {
  return `${method} ${pattern}`
}

function stackOf(app: Express): readonly Layer[] {
  return (app.router as unknown as { stack: readonly Layer[] }).stack
}

function routesIn(stack: readonly Layer[], mountedAt: string): Route[] {
  return stack.flatMap(({ route, handle, rawPath }) => {
    if (route) {
      const pattern = (mountedAt + route.path).replace(/(?<=.)\/$/, '')
      return Object.keys(route.methods).map((method) => ({ method: method.toUpperCase(), pattern }))
    }
    return handle.stack ? routesIn(handle.stack, rawPath === '/' ? mountedAt : mountedAt + rawPath) : []
  })
}
