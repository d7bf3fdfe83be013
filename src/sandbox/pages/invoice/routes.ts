// The hosted invoice page, with no JavaScript at all.
import { Router, urlencoded } from 'express'
import type { PaymentFlow } from '../../payment-flow.ts'
import { protectHostedPage } from '../headers.ts'
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
  return router
}
