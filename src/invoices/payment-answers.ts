// What a browser gets when it comes to pay, and after it has paid or tried to.

import { find } from '../payment-methods/wallet.ts'
import type { Ports } from '../ports/ports.ts'
import { answerError } from '../web/errors.ts'
import { paths } from '../web/paths.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import type { Banner } from '../web/views.ts'
import { situationOf } from './collect-invoice.ts'
import type { Situation } from './fallback.ts'
import { type Invoice, isPayable } from './invoice.ts'
import { attemptedName, invoiceName, refusalReason } from './names.ts'
import type { PaidNow } from './pay-now.ts'
import { type Payable, paymentsView, paymentView } from './payment-page.ts'
import { invoiceIdOf } from './routes.ts'
import { payableNow } from './unpaid.ts'

export interface PaidInvoice {
  readonly invoiceId: string
  readonly paid: PaidNow
}

interface Refused {
  readonly text: string
  readonly status: number
  /** The invoices that were ticked; all are where they are not given. */
  readonly ticked?: readonly string[]
}

export interface PaymentAnswers {
  situationIn(visit: MemberVisit, id?: string): Promise<Situation | null>
  form(
    visit: MemberVisit,
    situation: Situation,
    more: { readonly chosen: string; readonly error: string | null; readonly status?: number },
  ): Promise<void>
  offer(visit: MemberVisit, cardId: string, refused: Refused | null): Promise<void>
  paid(visit: MemberVisit, invoice: Invoice, paid: PaidNow): Promise<void>
  paidSeveral(visit: MemberVisit, results: readonly PaidInvoice[]): Promise<void>
}

export function paymentAnswers(ports: Ports, site: Site): PaymentAnswers {
  function situationIn(visit: MemberVisit, id = invoiceIdOf(visit)): Promise<Situation | null> {
    return id === '' ? Promise.resolve(null) : situationOf(ports, visit.actor.company, id, [])
  }

  const form: PaymentAnswers['form'] = (visit, situation, { chosen, error, status = 200 }) => {
    const page = paymentView(visit.language, situation, { chosen, error })
    const options = { title: page.heading, status, failed: error !== null }
    return answerPage(site, visit, 'invoices/payment', { page }, options)
  }

  return {
    situationIn,
    form,

    async offer(visit, cardId, refused) {
      const { company } = visit.actor
      const card = find(await ports.store.wallets.of(company.id), cardId)
      const payable: readonly Payable[] = await payableNow(ports, company.id)
      if (!card || card.isLeaving || payable.length === 0) return redirect(visit, paths.invoices)
      const page = paymentsView(visit.language, payable, card, {
        error: refused?.text ?? null,
        ticked: refused?.ticked,
      })
      const options = {
        title: visit.t.invoices.several.title,
        failed: refused !== null,
        status: refused?.status ?? 200,
      }
      return answerPage(site, visit, 'invoices/payments', { page }, options)
    },

    async paid(visit, invoice, paid) {
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
          const situation = await situationIn(visit, invoice.id)
          const error = whyNot(visit, paid)
          if (!situation || !isPayable(situation.invoice)) return redirect(visit, story, error)
          // Another card is offered than the one that was refused.
          return form(visit, situation, { chosen: '', error: error.text, status: statusOf(paid) })
        }
      }
    },

    paidSeveral(visit, results) {
      const { several } = visit.t.invoices
      const [first] = results
      const asks = results.find(({ paid }) => paid.result === 'needs cardholder')
      if (asks) return redirect(visit, paths.confirmation(asks.invoiceId))
      const count = results.filter(({ paid }) => isPaid(paid)).length
      if (count === results.length)
        return redirect(visit, paths.invoices, { kind: 'done', text: several.paid(count) })
      if (count === 0 && first) return redirect(visit, paths.invoices, whyNot(visit, first.paid))
      return redirect(visit, paths.invoices, { kind: 'error', text: several.some(count, results.length) })
    },
  }
}

function isPaid({ result }: PaidNow): boolean {
  return result === 'paid' || result === 'already paid'
}

function whyNot({ t }: MemberVisit, paid: PaidNow): Banner {
  const said = t.invoices.payment
  const texts: Readonly<Record<string, string>> = {
    overtaken: said.overtaken,
    unknown: said.unknown,
    unanswered: said.unanswered,
    'card gone': said.cardGone,
    'card dead': said.cardDead,
    'card resting': said.cardResting,
    'card busy': said.cardBusy,
    'not charged': said.notCharged,
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
