// What went wrong, as a page in the reader's language; never a trace, never the reason of a bug.

import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import { StoreUnavailable } from '../ports/unavailable.ts'
import { words } from '../words/words.ts'
import { BadInput } from './forms.ts'
import { wantsFragment } from './htmx.ts'
import { languageOf } from './locale.ts'
import { paths } from './paths.ts'
import { loggedPath } from './request-log.ts'
import { answerPage, type Site, titleTag, type Visit } from './site.ts'

export type ErrorKind =
  | 'notFound'
  | 'forbidden'
  | 'erasing'
  | 'notForRole'
  | 'crossSite'
  | 'badRequest'
  | 'tooLarge'
  | 'tooMany'
  | 'unavailable'
  | 'internal'

export const statuses: Readonly<Record<ErrorKind, number>> = {
  notFound: 404,
  forbidden: 403,
  erasing: 409,
  notForRole: 403,
  crossSite: 403,
  badRequest: 400,
  tooLarge: 413,
  tooMany: 429,
  unavailable: 503,
  internal: 500,
}

interface Problem {
  readonly status: number
  readonly title: string
  readonly text: string
}

export function answerError(site: Site, visit: Visit, kind: ErrorKind): Promise<void> {
  if (kind === 'unavailable' || kind === 'tooMany') visit.response.set('Retry-After', '60')
  return answerProblem(site, visit, { status: statuses[kind], ...visit.t.errors[kind] })
}

export async function answerProblem(site: Site, visit: Visit, problem: Problem): Promise<void> {
  const { response, language, request } = visit
  const { status, title, text } = problem
  if (wantsFragment(request)) {
    response.set({ 'HX-Retarget': '#banner', 'HX-Reswap': 'innerHTML' })
    const html = site.render.fragment(language, 'partials/_banner', { banner: { kind: 'error', text } })
    response
      .status(status)
      .type('html')
      .send(titleTag(site, visit, title, true) + html)
    return
  }
  const view = { error: { title, text, homeHref: paths.home } }
  await answerPage(site, visit, 'error', view, { title, status, banner: null, failed: true })
}

/** The last middleware: whatever was thrown. */
export function errorPages(site: Site, log: Logger): ErrorRequestHandler {
  return async (error, request, response, next) => {
    const kind = kindOf(error)
    if (kind === 'internal' || kind === 'unavailable')
      log.error({ kind, err: described(error), path: loggedPath(request) })
    if (response.headersSent) return next(error)
    const language = languageOf(request, null)
    // Without a session: it may be the very thing that is out of reach.
    const visit = { request, response, language, t: words[language], actor: null, address: null }
    await answerError(site, visit, kind)
  }
}

function kindOf(error: unknown): ErrorKind {
  if (error instanceof BadInput || error instanceof URIError) return 'badRequest'
  if (error instanceof StoreUnavailable || error instanceof GatewayUnavailable) return 'unavailable'
  const status = statusOf(error)
  if (status === 413) return 'tooLarge'
  if (status === 429) return 'tooMany'
  return status !== undefined && status >= 400 && status < 500 ? 'badRequest' : 'internal'
}

function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return typeof status === 'number' ? status : undefined
}

// Class and place, not the message: messages may quote what people typed.
function described(error: unknown): { name: string; stack: string } {
  if (!(error instanceof Error)) return { name: 'unknown', stack: '' }
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return { name: error.name, stack: places.slice(0, 8).join('\n') }
}
