// What is too much about a page as a browser loads it.

import type { MainPage } from '../support/main-pages.ts'
import { limits } from './limits.ts'
import type { Load } from './on-the-wire.ts'

/** Only two pages have anything from elsewhere, and that from Stripe alone. */
export function faultsOfLoad({ name, hasStripe }: MainPage, load: Load, stripe: string): string[] {
  const { requests, document, stylesheet, script, elsewhere } = load
  const foreign = elsewhere.filter((url) => !hasStripe || !url.startsWith(`${stripe}/`))
  const claims: readonly [string, boolean][] = [
    [`${document} bytes of HTML`, document > 0 && document <= limits.document],
    [`${stylesheet} bytes of CSS`, stylesheet > 0 && stylesheet <= limits.stylesheet],
    [`${script} bytes of scripts`, script > 0 && script <= limits.script],
    [`${requests} requests`, requests >= 3 && requests <= limits.requests],
    [`from elsewhere: ${foreign.join(', ')}`, foreign.length === 0],
    ['nothing of Stripe’s', elsewhere.length > 0 || !hasStripe],
  ]
  return claims.filter(([, holds]) => !holds).map(([claim]) => `${name}: ${claim}`)
}
