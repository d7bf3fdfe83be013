// Paying by hand: one invoice, or all that is open with a card that was just added.

import { Router } from 'express'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { lineOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { type MemberVisit, redirect, type Site } from '../web/site.ts'
import { comeBackLater } from '../web/too-many.ts'
import { isPayable } from './invoice.ts'
import { payNow } from './pay-now.ts'
import { mayPay } from './paying-limits.ts'
import { type PaidInvoice, paymentAnswers } from './payment-answers.ts'

export function paymentRoutes(ports: Ports, site: Site, { membersWho }: Doors): Router {
  const routes = Router()
  const answers = paymentAnswers(ports, site)

  routes.get(
    paths.payments,
    membersWho('manage billing', (visit) => answers.offer(visit, cardOf(visit.request.query), null)),
  )

  routes.post(
    paths.payments,
    membersWho('manage billing', async (visit) => {
      const cardId = cardOf(visit.request.body)
      const chosen = numbersIn(visit.request.body)
      if (chosen.length === 0)
        return answers.offer(visit, cardId, { text: visit.t.invoices.several.none, status: 422, ticked: [] })
      const comeBack = await mayPay(ports, visit.actor, chosen)
      if (comeBack !== null) {
        const ticked = chosen.map(({ invoiceId }) => invoiceId)
        return answers.offer(visit, cardId, { text: tooMany(visit, comeBack), status: 429, ticked })
      }
      const results: PaidInvoice[] = []
      for (const { invoiceId, number } of chosen) {
        results.push({ invoiceId, paid: await payNow(ports, visit.actor, { invoiceId, cardId, number }) })
      }
      const [only, ...others] = results
      const invoice = only && (await ports.store.invoices.byId(visit.actor.company.id, only.invoiceId))
      if (only && invoice && others.length === 0) return answers.paid(visit, invoice, only.paid)
      return answers.paidSeveral(visit, results)
    }),
  )

  routes.get(
    paths.payment(':id'),
    membersWho('manage billing', async (visit) => {
      const situation = await answers.situationIn(visit)
      if (!situation) return answerError(site, visit, 'notFound')
      if (!isPayable(situation.invoice)) return redirect(visit, paths.invoice(situation.invoice.id))
      return answers.form(visit, situation, { chosen: cardOf(visit.request.query), error: null })
    }),
  )

  routes.post(
    paths.payment(':id'),
    membersWho('manage billing', async (visit) => {
      const situation = await answers.situationIn(visit)
      if (!situation) return answerError(site, visit, 'notFound')
      const cardId = cardOf(visit.request.body)
      const number = Number(lineOf(visit.request.body, 'number', 10))
      if (!Number.isInteger(number) || number < 1) return answerError(site, visit, 'badRequest')
      if (cardId === '') {
        const error = visit.t.invoices.payment.noCardChosen
        return answers.form(visit, situation, { chosen: '', error, status: 422 })
      }
      const { invoice } = situation
      const comeBack = await mayPay(ports, visit.actor, [{ invoiceId: invoice.id, number }])
      if (comeBack !== null) {
        const error = tooMany(visit, comeBack)
        return answers.form(visit, situation, { chosen: cardId, error, status: 429 })
      }
      const paid = await payNow(ports, visit.actor, { invoiceId: invoice.id, cardId, number })
      return answers.paid(visit, invoice, paid)
    }),
  )

  function tooMany(visit: MemberVisit, comeBack: number): string {
    return visit.t.limits.paying(comeBackLater(visit, { comeBack, now: ports.clock.now() }))
  }

  return routes
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
