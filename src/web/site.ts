// What every route needs to answer: who asks, in which language, and how a page is made of a view.

import type { Request, Response } from 'express'
import type { Actor, Language } from '../company/company.ts'
import type { Members } from '../ports/store.ts'
import { type Words, words } from '../words/words.ts'
import { addressOf } from './address.ts'
import type { Assets } from './assets.ts'
import { leaveBanner, takeBanner } from './banners.ts'
import { leaveAsItIs } from './compression.ts'
import type { KnownBrowsers } from './known-browser.ts'
import { layoutOf, titleOf } from './layout.ts'
import { languageOf, rememberLanguage } from './locale.ts'
import { paths } from './paths.ts'
import type { Render } from './render.ts'
import type { PageHeaders } from './security.ts'
import type { Banner, BrandView, NoticeView, ViewName, Views } from './views.ts'

export interface Site {
  readonly members: Members
  readonly render: Render
  readonly assets: Assets
  readonly headers: PageHeaders
  readonly sandbox: boolean
  /** Where the sandbox is driven from; our own address leads there. */
  readonly controlPage: string
  /** What stands on a company's settings pages while an invoice is unpaid. */
  readonly notice: (companyId: string, language: Language) => Promise<NoticeView | null>
  readonly stripeScript: string
  readonly knownBrowsers: KnownBrowsers
  /** What stands at the top of each page. */
  readonly brand: BrandView
  /** Our own origin as browsers know it. */
  readonly originOf: (request: Request) => string
}

export interface Visit {
  readonly request: Request
  readonly response: Response
  readonly language: Language
  readonly t: Words
  readonly actor: Actor | null
  /** The network address that the request came from, as far as our proxies are to be believed. */
  readonly address: string | null
}

export interface MemberVisit extends Visit {
  readonly actor: Actor
}

export interface PageOptions {
  readonly title: string
  readonly status?: number
  readonly banner?: Banner | null
  /** Something on the page did not do: its title says so first. */
  readonly failed?: boolean
  /** The page carries Stripe.js, and this script of ours that uses it. */
  readonly stripeScript?: string
  /** Something on it lets somebody in, or pays. */
  readonly holdsSecret?: boolean
}

export async function visitOf(site: Site, request: Request, response: Response): Promise<Visit> {
  const { memberId, companyId } = request.session ?? {}
  const found = memberId ? await site.members.actor(memberId, companyId ?? null) : null
  const address = addressOf(request)
  const actor = found && { ...found, address }
  const language = languageOf(request, actor?.member.language)
  rememberLanguage(request, response, site.originOf(request).startsWith('https:'))
  return { request, response, language, t: words[language], actor, address }
}

export async function answerPage<N extends ViewName>(
  site: Site,
  visit: Visit,
  name: N,
  view: Views[N],
  options: PageOptions,
): Promise<void> {
  const { response, request } = visit
  const banner = options.banner ?? (await takeBanner(request))
  const layout = layoutOf(site, visit, banner, options)
  const notice = layout.navigation.length > 0 ? await noticeOn(site, visit) : null
  const html = site.render.page(visit.language, name, view, { ...layout, notice })
  if (options.stripeScript) site.headers.withStripe(request, response, () => {})
  if (options.holdsSecret) leaveAsItIs(response)
  response
    .status(options.status ?? 200)
    .type('html')
    .send(html)
}

/** The title that the page takes on with a fragment: htmx puts it where it belongs. */
export function titleTag({ brand, render }: Site, { t }: Visit, title: string, failed: boolean): string {
  return render.title(titleOf(brand, t, title, failed, null))
}

export function answerFragment(visit: Visit, html: string, status = 200): void {
  visit.response.status(status).type('html').send(html)
}

/** A letter as a page of its own, which may stand in a frame of ours. */
export function answerLetter(site: Site, visit: Visit, html: string): void {
  site.headers.letter(visit.request, visit.response, () => {})
  answerFragment(visit, html)
}

/** 303: the browser gets the next page with GET, and reloading it does nothing twice. */
export async function redirect({ request, response }: Visit, path: string, banner?: Banner): Promise<void> {
  if (banner) await leaveBanner(request, path, banner)
  response.redirect(303, path)
}

// The page of the invoice that it speaks of says more, and says it itself.
async function noticeOn(site: Site, { actor, language, request }: Visit): Promise<NoticeView | null> {
  const notice = actor && (await site.notice(actor.company.id, language))
  const isSaid = notice && (request.path.startsWith(notice.href) || request.path === paths.payments)
  if (isSaid || !notice) return null
  const { more } = notice
  return more?.href === request.path ? { ...notice, more: { ...more, href: null } } : notice
}
