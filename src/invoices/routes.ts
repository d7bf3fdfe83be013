import { Router } from 'express'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { wantsFragment } from '../web/htmx.ts'
import { paths } from '../web/paths.ts'
import { answerFragment, answerPage, type MemberVisit, type Site } from '../web/site.ts'
import { invoicesView, invoiceView } from './pages.ts'

/** On one page. */
const shown = 50

export function invoiceRoutes({ store }: Ports, site: Site, { membersWho }: Doors): Router {
  const routes = Router()

  routes.get(
    paths.invoices,
    membersWho('manage billing', async (visit) => {
      const at = pageAsked(visit)
      const part = { skip: (at - 1) * shown, limit: shown + 1 }
      const found = await store.invoices.list(visit.actor.company.id, part)
      if (found.length === 0 && at > 1) return answerError(site, visit, 'notFound')
      const page = invoicesView(visit.language, found.slice(0, shown), { at, isLast: found.length <= shown })
      return answerPage(site, visit, 'invoices/list', { page }, { title: visit.t.invoices.title })
    }),
  )

  routes.get(
    paths.invoice(':id'),
    membersWho('manage billing', async (visit) => {
      const id = invoiceIdOf(visit)
      const { company } = visit.actor
      const invoice = id === '' ? null : await store.invoices.byId(company.id, id)
      if (invoice === null || invoice.status === 'draft') return answerError(site, visit, 'notFound')
      const attempts = await store.invoices.attempts(company.id, id)
      const wallet = await store.wallets.of(company.id)
      const page = invoiceView(visit.language, { invoice, attempts, wallet, looks: looksOf(visit) })
      if (!wantsFragment(visit.request))
        return answerPage(site, visit, 'invoices/invoice', { page }, { title: page.heading })
      const { language } = visit
      const html = site.render.fragment(language, 'invoices/_invoice', { page })
      const announcement = visit.t.invoices.nowIs(page.heading, page.state.text)
      // A look that finds nothing new says nothing.
      const spoken = page.look
        ? ''
        : site.render.fragment(language, 'payment-methods/_announcement', { announcement })
      answerFragment(visit, html + spoken)
    }),
  )

  return routes
}

// What is no page is the first one.
function pageAsked({ request }: MemberVisit): number {
  const page = String(request.query.page)
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1
}

/** What is no id of Stripe's is nobody's invoice. */
export function invoiceIdOf({ request }: MemberVisit): string {
  const id = String(request.params.id)
  return /^in_\w{1,250}$/.test(id) ? id : ''
}

function looksOf({ request }: MemberVisit): number {
  const looks = Number(request.query.look)
  return Number.isInteger(looks) && looks > 0 ? looks : 0
}
