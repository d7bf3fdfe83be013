// A company's own data: its owner takes it along, or has it erased.

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { lineOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { signOut } from '../web/session.ts'
import { answerPage, type MemberVisit, type PageOptions, redirect, type Site } from '../web/site.ts'
import { comeBackLater } from '../web/too-many.ts'
import { eraseCompany } from './erase-company.ts'
import { exportCompany, mayExport } from './export-company.ts'
import { companyErasureView, exportView, goneView, underWayView } from './pages.ts'

export function companyDataRoutes(ports: Ports, site: Site, { confirmed }: Doors): Router {
  const routes = Router()

  routes.get(
    paths.companyExport,
    confirmed('own the company', (visit) => exportPage(visit)),
  )

  // POST, because it is recorded.
  routes.post(
    paths.companyExport,
    confirmed(
      'own the company',
      async (visit) => {
        const comeBack = await mayExport(ports, visit.actor)
        if (comeBack !== null) {
          const wait = comeBackLater(visit, { comeBack, now: ports.clock.now() })
          const text = visit.t.privacy.export.tooOften(wait)
          return exportPage(visit, { banner: { kind: 'error', text }, status: 429 })
        }
        return sendFile(visit, await exportCompany(ports, visit.actor))
      },
      { back: paths.billingDetails, about: async ({ t }) => t.privacy.export.title },
    ),
  )

  routes.get(
    paths.companyErasure,
    confirmed('own the company', (visit) =>
      visit.actor.company.isErasing ? underWay(visit) : question(visit, null),
    ),
  )

  routes.post(
    paths.companyErasure,
    confirmed(
      'own the company',
      async (visit) => {
        const { actor, t } = visit
        const typed = lineOf(visit.request.body, 'company-name', 1_000)
        // Whoever has confirmed it once only presses again.
        if (!actor.company.isErasing && !isSameName(typed, actor.company.name)) return question(visit, typed)
        const erased = await eraseCompany(ports, actor)
        if (erased === 'erased') return gone(visit)
        if (erased === 'unanswered') {
          return redirect(visit, paths.companyErasure, { kind: 'error', text: t.privacy.company.unanswered })
        }
        const banner = { kind: 'error', text: t.privacy.company.refused[erased] } as const
        return question(visit, null, { banner, status: 409 })
      },
      {
        back: paths.billingDetails,
        about: async ({ t, actor }) => t.privacy.company.title(actor.company.name),
      },
    ),
  )

  function exportPage(visit: MemberVisit, options: Partial<PageOptions> = {}): Promise<void> {
    const { title } = visit.t.privacy.export
    return answerPage(site, visit, 'privacy/export', { page: exportView() }, { title, ...options })
  }

  function question(
    visit: MemberVisit,
    typed: string | null,
    options: Partial<PageOptions> = {},
  ): Promise<void> {
    const page = companyErasureView(visit.t, visit.actor.company, typed)
    const failed = typed !== null
    const status = failed ? 422 : 200
    return answerPage(
      site,
      visit,
      'privacy/erasure',
      { page },
      { title: page.heading, failed, status, ...options },
    )
  }

  function underWay(visit: MemberVisit): Promise<void> {
    const page = underWayView(visit.t)
    return answerPage(site, visit, 'privacy/state', { page }, { title: page.heading })
  }

  // Whoever belongs to another company goes on there; the others are nobody here any more.
  async function gone(visit: MemberVisit): Promise<void> {
    const page = goneView(visit.t.privacy.gone.company)
    if (await ports.store.members.actor(visit.actor.member.id, null))
      return redirect(visit, paths.home, { kind: 'done', text: page.heading })
    await signOut(visit.request)
    return answerPage(site, { ...visit, actor: null }, 'privacy/state', { page }, { title: page.heading })
  }

  async function sendFile({ response }: MemberVisit, content: AsyncIterable<string>): Promise<void> {
    const day = new Date(ports.clock.now()).toISOString().slice(0, 10)
    response.set({
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="guichet-${day}.json"`,
    })
    try {
      await pipeline(Readable.from(content), response)
    } catch (error) {
      // Whoever goes away while it is being sent is told nothing.
      if (!isGone(error)) throw error
    }
  }

  return routes
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}

// Spaces that look alike and capitals are no reason to ask again.
function isSameName(typed: string, name: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
  return plain(typed) === plain(name)
}
