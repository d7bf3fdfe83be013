// The page on which a bank asks its cardholder, through Stripe.js, and where they come back to afterwards.

import { Router } from 'express'
import { find } from '../payment-methods/wallet.ts'
import type { InvoiceAtStripe } from '../ports/invoice-gateway.ts'
import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { paths } from '../web/paths.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import { followInvoice } from './follow-invoice.ts'
import { type Invoice, isPayable, isUncertain } from './invoice.ts'
import { invoiceName } from './names.ts'
import { confirmationView } from './payment-page.ts'
import { refreshInvoice } from './refresh-invoice.ts'
import { invoiceIdOf } from './routes.ts'

export function confirmationRoutes(
  ports: Ports,
  site: Site,
  { membersWho }: Doors,
  publishableKey: string,
): Router {
  const routes = Router()

  routes.get(
    paths.confirmation(':id'),
    membersWho('manage billing', async (visit) => {
      const id = invoiceIdOf(visit)
      const known = id === '' ? null : await ports.store.invoices.byId(visit.actor.company.id, id)
      if (!known) return answerError(site, visit, 'notFound')
      const read = await readAnew(visit, id)
      if (read === 'missing') return answerError(site, visit, 'notFound')
      if (read === 'unanswered') {
        const text = visit.t.invoices.payment.unanswered
        return redirect(visit, paths.invoice(id), { kind: 'error', text })
      }
      const cameBack = visit.request.query.done !== undefined
      return read.atStripe.asks ? ask(visit, read, cameBack) : whatCameOfIt(visit, read.invoice, cameBack)
    }),
  )

  async function readAnew({ actor }: MemberVisit, id: string) {
    try {
      await followInvoice(ports, actor.company, id)
      return await refreshInvoice(ports, actor.company, id)
    } catch (error) {
      if (error instanceof GatewayUnavailable) return 'unanswered'
      throw error
    }
  }

  async function ask(
    visit: MemberVisit,
    { invoice, atStripe }: { invoice: Invoice; atStripe: InvoiceAtStripe },
    cameBack: boolean,
  ): Promise<void> {
    const card = find(await ports.store.wallets.of(invoice.companyId), atStripe.asks?.id ?? '')
    const mayConfirm = isPayable(invoice) && card !== undefined && !card.isLeaving
    const secret = mayConfirm ? await ports.gateway.confirmationSecret(invoice.id) : null
    if (secret === null || !atStripe.asks) return redirect(visit, paths.invoice(invoice.id))
    const origin = site.originOf(visit.request)
    const page = confirmationView(visit.language, invoice, atStripe.asks, { secret, publishableKey, origin })
    const { title, failed } = visit.t.invoices.confirmation
    return answerPage(
      site,
      visit,
      'invoices/confirmation',
      { page },
      // Whoever comes back and is still asked did not go through with it.
      {
        title,
        stripeScript: 'confirm-payment.js',
        holdsSecret: true,
        ...(cameBack && { banner: { kind: 'error' as const, text: failed } }),
      },
    )
  }

  async function whatCameOfIt(visit: MemberVisit, invoice: Invoice, cameBack: boolean): Promise<void> {
    const { payment, confirmation } = visit.t.invoices
    const story = paths.invoice(invoice.id)
    if (invoice.status === 'paid') {
      return redirect(visit, story, { kind: 'done', text: payment.paid(invoiceName(visit.t, invoice)) })
    }
    if (isUncertain(invoice)) return redirect(visit, story)
    if (!cameBack) return redirect(visit, story, { kind: 'error', text: confirmation.nothing })
    return redirect(visit, paths.payment(invoice.id), { kind: 'error', text: confirmation.failed })
  }

  return routes
}
