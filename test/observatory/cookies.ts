// The score of the cookies that a visit sets.

/** `isSecured`: browsers come by https alone, whatever a cookie says. */
export function cookiesScore(cookies: readonly string[], isSecured: boolean): number {
  if (cookies.length === 0) return 0
  const worst = Math.min(...cookies.flatMap((cookie) => faultsOf(cookie, isSecured)), 0)
  if (worst < 0) return worst
  return cookies.every((cookie) => attribute(cookie, 'samesite') !== undefined) ? 5 : 0
}

function faultsOf(cookie: string, isSecured: boolean): number[] {
  const name = cookie.slice(0, cookie.indexOf('=')).toLowerCase()
  const [isSession, isToken] = [/login|sess/.test(name), name.includes('csrf')]
  const [site, isSecure] = [attribute(cookie, 'samesite'), attribute(cookie, 'secure') !== undefined]
  return [
    site !== undefined && !['lax', 'strict', 'none'].includes(site) ? -20 : 0,
    !isSecure && site === 'none' ? -20 : 0,
    isSecure ? 0 : isSecured ? -5 : -20,
    isToken && site === undefined ? -20 : 0,
    isSession && !isSecure ? (isSecured ? -10 : -40) : 0,
    isSession && attribute(cookie, 'httponly') === undefined ? -30 : 0,
  ]
}

function attribute(cookie: string, wanted: string): string | undefined {
  const parts = cookie.split(';').slice(1).map((part) => part.trim().toLowerCase().split('=')) // biome-ignore format: one thought
  const found = parts.find(([name]) => name === wanted)
  return found && (found[1] ?? '')
}
