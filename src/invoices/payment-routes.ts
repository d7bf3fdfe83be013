// Paying by hand: one invoice, or all that is open with a card that was just added.

import { Router } from 'express'
import { find } from '../payment-methods/wallet.ts'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { lineOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import type { Banner } from '../web/views.ts'
import { situationOf } from './collect-invoice.ts'
import type { Situation } from './fallback.ts'
import { type Invoice, isPayable } from './invoice.ts'
import { attemptedName, invoiceName, refusalReason } from './names.ts'
import { type PaidNow, payNow } from './pay-now.ts'
import { type Payable, paymentsView, paymentView } from './payment-page.ts'
import { invoiceIdOf } from './routes.ts'
import { payableNow } from './unpaid.ts'

export function paymentRoutes(ports: Ports, site: Site, { membersWho }: Doors): Router {
  const routes = Router()

  routes.get(
    paths.payments,
    membersWho('manage billing', (visit) => offer(visit, cardOf(visit.request.query), null)),
  )

  routes.post(
    paths.payments,
    membersWho('manage billing', async (visit) => {
      const cardId = cardOf(visit.request.body)
      const chosen = numbersIn(visit.request.body)
      if (chosen.length === 0) return offer(visit, cardId, visit.t.invoices.several.none)
      const results: { invoiceId: string; paid: PaidNow }[] = []
      for (const { invoiceId, number } of chosen) {
        results.push({ invoiceId, paid: await payNow(ports, visit.actor, { invoiceId, cardId, number }) })
      }
      const asks = results.find(({ paid }) => paid.result === 'needs cardholder')
      if (asks) return redirect(visit, paths.confirmation(asks.invoiceId))
      const count = results.filter(({ paid }) => isPaid(paid)).length
      const { several } = visit.t.invoices
      if (count === chosen.length)
        return redirect(visit, paths.invoices, { kind: 'done', text: several.paid(count) })
      return redirect(visit, paths.invoices, { kind: 'error', text: several.some(count, chosen.length) })
    }),
  )

  routes.get(
    paths.payment(':id'),
    membersWho('manage billing', async (visit) => {
      const situation = await situationIn(visit)
      if (!situation) return answerError(site, visit, 'notFound')
      if (!isPayable(situation.invoice)) return redirect(visit, paths.invoice(situation.invoice.id))
      return form(visit, situation, { chosen: cardOf(visit.request.query), error: null })
    }),
  )

  routes.post(
    paths.payment(':id'),
    membersWho('manage billing', async (visit) => {
      const situation = await situationIn(visit)
      if (!situation) return answerError(site, visit, 'notFound')
      const cardId = cardOf(visit.request.body)
      const number = Number(lineOf(visit.request.body, 'number', 10))
      if (!Number.isInteger(number) || number < 1) return answerError(site, visit, 'badRequest')
      if (cardId === '')
        return form(visit, situation, {
          chosen: '',
          error: visit.t.invoices.payment.noCardChosen,
          status: 422,
        })
      const { invoice } = situation
      const paid = await payNow(ports, visit.actor, { invoiceId: invoice.id, cardId, number })
      return answerPaid(visit, invoice, cardId, paid)
    }),
  )

  async function answerPaid(
    visit: MemberVisit,
    invoice: Invoice,
    cardId: string,
    paid: PaidNow,
  ): Promise<void> {
    const said = visit.t.invoices.payment
    const name = invoiceName(visit.t, invoice)
    const story = paths.invoice(invoice.id)
    switch (paid.result) {
      case 'paid':
        return redirect(visit, story, { kind: 'done', text: said.paid(name) })
      case 'already paid':
        return redirect(visit, story, { kind: 'done', text: said.alreadyPaid(name) })
      case 'needs cardholder':
        return redirect(visit, paths.confirmation(invoice.id))
      // Its page says that the outcome is not known, and looks by itself.
      case 'unknown':
        return redirect(visit, story)
      case 'not payable':
        return redirect(visit, story, { kind: 'error', text: said.notPayable })
      case 'missing':
        return answerError(site, visit, 'notFound')
      default: {
        const situation = await situationIn(visit)
        const error = whyNot(visit, paid)
        if (!situation || !isPayable(situation.invoice)) return redirect(visit, story, error)
        return form(visit, situation, { chosen: cardId, error: error.text, status: statusOf(paid) })
      }
    }
  }

  async function form(
    visit: MemberVisit,
    situation: Situation,
    { chosen, error, status = 200 }: { chosen: string; error: string | null; status?: number },
  ): Promise<void> {
    const page = paymentView(visit.language, situation, { chosen: error === null ? chosen : '', error })
    const options = { title: page.heading, status, failed: error !== null }
    return answerPage(site, visit, 'invoices/payment', { page }, options)
  }

  async function offer(visit: MemberVisit, cardId: string, error: string | null): Promise<void> {
    const { company } = visit.actor
    const card = find(await ports.store.wallets.of(company.id), cardId)
    const payable: readonly Payable[] = await payableNow(ports, company.id)
    if (!card || card.isLeaving || payable.length === 0) return redirect(visit, paths.invoices)
    const page = paymentsView(visit.language, payable, card, error)
    const options = {
      title: visit.t.invoices.several.title,
      failed: error !== null,
      status: error === null ? 200 : 422,
    }
    return answerPage(site, visit, 'invoices/payments', { page }, options)
  }

  function situationIn(visit: MemberVisit): Promise<Situation | null> {
    const id = invoiceIdOf(visit)
    return id === '' ? Promise.resolve(null) : situationOf(ports, visit.actor.company, id, [])
  }

  return routes
}

function isPaid({ result }: PaidNow): boolean {
  return result === 'paid' || result === 'already paid'
}

function whyNot({ t }: MemberVisit, paid: PaidNow): Banner {
  const said = t.invoices.payment
  const texts: Readonly<Record<string, string>> = {
    overtaken: said.overtaken,
    unanswered: said.unanswered,
    'card gone': said.cardGone,
    'card dead': said.cardDead,
    'card resting': said.cardResting,
  }
  const declined =
    paid.result === 'declined' &&
    said.declined(attemptedName(t, paid.attempt.card), refusalReason(t, paid.attempt.decline))
  return { kind: 'error', text: declined || (texts[paid.result] ?? said.notPayable) }
}

function statusOf({ result }: PaidNow): number {
  if (result === 'unanswered') return 502
  return result === 'overtaken' ? 409 : 422
}

// What is no id of Stripe's is nobody's card.
function cardOf(form: unknown): string {
  const id = lineOf(form, 'card', 300)
  return /^\w{1,250}$/.test(id) ? id : ''
}

// Each box that is ticked carries its invoice's id as its name, and the number of the attempt as its value.
function numbersIn(body: unknown): { invoiceId: string; number: number }[] {
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : []
  return names
    .filter((name) => /^in_\w{1,250}$/.test(name))
    .map((invoiceId) => ({ invoiceId, number: Number(lineOf(body, invoiceId, 10)) }))
    .filter(({ number }) => Number.isInteger(number) && number > 0)
}
