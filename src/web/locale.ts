// Which language a request is answered in: the one asked for by the switch, else the member's own, else the browser's.

import type { Request, Response } from 'express'
import type { Language } from '../company/company.ts'
import { ownPath, paths } from './paths.ts'

const cookie = 'lang'
/** On https: set by nobody but us, for nobody but this host. */
const hostCookie = '__Host-lang'
const year = 365 * 24 * 60 * 60 * 1000

export function asLanguage(text: unknown): Language | undefined {
  return text === 'fr' || text === 'en' ? text : undefined
}

export function languageOf(request: Request, memberLanguage: Language | null | undefined): Language {
  return (
    asLanguage(request.query.lang) ??
    asLanguage(request.get('HX-Page-Language')) ??
    asLanguage(readCookie(request.headers.cookie)) ??
    memberLanguage ??
    asLanguage(request.acceptsLanguages(['en', 'fr'])) ??
    'en'
  )
}

/** A language chosen by the switch stays chosen in this browser. `https`: browsers reach us so, whatever a proxy says. */
export function rememberLanguage(request: Request, response: Response, https: boolean): void {
  const chosen = asLanguage(request.query.lang)
  if (!chosen) return
  response.cookie(https ? hostCookie : cookie, chosen, {
    maxAge: year,
    httpOnly: true,
    sameSite: 'lax',
    secure: https,
    path: '/',
  })
}

/** The browser is spoken to as its reader's own choice says again. */
export function forgetLanguage(response: Response): void {
  response.clearCookie(cookie, { path: '/' })
  response.clearCookie(hostCookie, { path: '/', secure: true })
}

function readCookie(header: string | undefined): string | undefined {
  const [, hosts] = /(?:^|;\s*)__Host-lang=(fr|en)(?:;|$)/.exec(header ?? '') ?? []
  return hosts ?? /(?:^|;\s*)lang=(fr|en)(?:;|$)/.exec(header ?? '')?.[1]
}

/** The same address in another language; the start, where the address is none of ours. */
export function inLanguage(originalUrl: string, language: Language): string {
  const url = new URL(ownPath(originalUrl) ?? paths.home, 'http://guichet.invalid')
  url.searchParams.set('lang', language)
  return url.pathname + url.search
}
