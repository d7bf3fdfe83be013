// Content security policies of the sandbox's pages: nothing inline, nothing from elsewhere.
import type { Response } from 'express'

const merchants = "'self' http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*"
const base = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'"

export function protectFrame(response: Response): void {
  protect(
    response,
    `${base}; script-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors ${merchants}`,
  )
}

// A browser applies form-action to every redirect that follows, and where the last of them
// ends is the merchant's affair.
export function protectQuestion(response: Response): void {
  protect(
    response,
    `${base}; script-src 'self'; form-action 'self' http: https:; frame-ancestors ${merchants}`,
  )
}

export function protectHostedPage(response: Response, next: string | undefined): void {
  protect(response, `${base}; form-action 'self'${originOf(next)}; frame-ancestors 'none'`)
}

function protect(response: Response, policy: string): void {
  response.set({
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  })
}

function originOf(address: string | undefined): string {
  return address && URL.canParse(address) ? ` ${new URL(address).origin}` : ''
}
