// The hosted invoice page, with no JavaScript at all, and the bank's question about a payment.
import { type Request, Router, urlencoded } from 'express'
import type { PaymentFlow } from '../../payment-flow.ts'
import { protectHostedPage, protectQuestion } from '../headers.ts'
import { openerOf } from '../opener.ts'
import { answeredPage, noQuestionPage, questionPage } from '../three-d-secure.ts'
import { type Language, languageFrom } from '../words/language.ts'
import { invoicePdf } from './pdf.ts'
import { invoiceOf, languageOf, payInvoice, showInvoice } from './visit.ts'

export function invoiceRoutes(flow: PaymentFlow): Router {
  const router = Router()
  const form = urlencoded({ extended: false, limit: '16kb' })
  router.get('/i/:invoice', (request, response) => showInvoice({ flow, request, response }))
  router.post('/i/:invoice', form, (request, response) => payInvoice({ flow, request, response }))
  router.get('/i/:invoice/pdf', (request, response) => {
    const visit = { flow, request, response }
    const invoice = invoiceOf(visit)
    if (!invoice) return
    protectHostedPage(response, undefined)
    response.attachment(`${invoice.number}.pdf`).send(invoicePdf(invoice, languageOf(visit)))
  })

  router.get('/sandbox/3ds/:id', (request, response, next) => {
    const { id } = request.params
    if (!id.startsWith('pi_')) return next()
    const [language, opener] = [spoken(request), openerOf(request)]
    protectQuestion(response)
    const asked = flow.paymentIntent(id)?.status === 'requires_action'
    if (asked) response.send(questionPage(language, request.originalUrl, opener))
    else response.status(404).send(noQuestionPage(language, opener))
  })
  router.post('/sandbox/3ds/:id', form, (request, response, next) => {
    const { id } = request.params
    if (!id.startsWith('pi_')) return next()
    const [language, opener] = [spoken(request), openerOf(request)]
    const settled = flow.authenticate(id, request.body?.answer === 'passed' ? 'passed' : 'failed')
    const back = flow.returnAddress(id)
    protectQuestion(response)
    if (opener) response.send(answeredPage(language, opener))
    else if (back) response.redirect(303, back)
    else
      response
        .status(settled ? 200 : 404)
        .send((settled ? answeredPage : noQuestionPage)(language, undefined))
  })
  return router
}

function spoken(request: Request<{ id: string }>): Language {
  return languageFrom(request.query.locale, () => request.acceptsLanguages('en', 'fr'))
}
