// Browsers that have signed in before. What others fail at from elsewhere does not keep them out; see
// sign-in/sign-in-limits.ts. Source: OWASP, "Slow Down Online Guessing Attacks with Device Cookies".

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'

export interface KnownBrowsers {
  /** Which browser this is, if it has signed in to this account before; else null. */
  which(request: Request, account: string): string | null
  remember(response: Response, account: string): void
}

const quarter = 90 * 24 * 60 * 60_000

/** `account`: what stands for an e-mail address, never the address. The first secret signs, all of them verify. */
export function knownBrowsers(secrets: readonly string[], https: boolean): KnownBrowsers {
  const name = https ? '__Host-known' : 'known'
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{1,50})\\.([\\w-]{22})\\.([\\w-]{43})(?:;|$)`)
  const [newest = ''] = secrets

  return {
    which(request, account) {
      const [, whose, browser, mark] = pattern.exec(request.headers.cookie ?? '') ?? []
      if (whose !== account || !browser || !mark) return null
      const given = Buffer.from(mark)
      const isOurs = secrets.some((secret) =>
        timingSafeEqual(given, Buffer.from(sign(secret, account, browser))),
      )
      return isOurs ? browser : null
    },

    remember(response, account) {
      const browser = randomBytes(16).toString('base64url')
      response.cookie(name, `${account}.${browser}.${sign(newest, account, browser)}`, {
        maxAge: quarter,
        httpOnly: true,
        sameSite: 'lax',
        secure: https,
        path: '/',
      })
    },
  }
}

function sign(secret: string, account: string, browser: string): string {
  return createHmac('sha256', secret).update(`known browser ${account} ${browser}`).digest('base64url')
}
