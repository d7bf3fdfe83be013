// /sandbox: the control page and its forms. Each form leads back to the page.
import { type NextFunction, type Request, type Response, Router, urlencoded } from 'express'
import type { Panel } from '../../control/panel.ts'
import { protectHostedPage } from '../headers.ts'
import { languageFrom } from '../words/language.ts'
import { controlPage } from './page.ts'
import { changeCards, makeInvoice } from './trial.ts'

export function controlPageRoutes(panel: Panel): Router {
  const router = Router()
  router.get('/sandbox', (request, response) => show(panel, request, response, request.query.customer))

  const form = [refuseOtherSites, urlencoded({ extended: false, limit: '16kb' })]
  router.post('/sandbox/invoice', form, async (request: Request, response: Response) => {
    changeCards(panel, request.body)
    if (await makeInvoice(panel, request.body)) back(request, response)
    else show(panel, request, response, request.body.customer)
  })
  router.post('/sandbox/cards', form, (request: Request, response: Response) => {
    changeCards(panel, request.body)
    back(request, response)
  })
  router.post('/sandbox/clock', form, (request: Request, response: Response) => {
    const seconds = Number(request.body.seconds)
    if (Number.isInteger(seconds) && seconds > 0 && seconds <= 366 * 86_400) panel.moveClock(seconds)
    back(request, response)
  })
  return router
}

function show(panel: Panel, request: Request, response: Response, chosen: unknown): void {
  const customers = panel.customers()
  const customer = customers.find(({ id }) => id === chosen) ?? customers[0]
  const isWrong = request.method === 'POST'
  const typed = (name: string) => String(request.body?.[name] ?? '').slice(0, 200)
  const language = languageFrom(request.query.locale, () => request.acceptsLanguages('en', 'fr'))
  protectHostedPage(response, undefined)
  response.status(isWrong ? 422 : 200).send(
    controlPage({
      language,
      now: panel.now(),
      merchant: panel.merchant(),
      customers,
      customer,
      cards: customer ? panel.cards(customer.id) : [],
      bank: panel.settings().paymentProcessing,
      invoices: customer ? panel.invoices(customer.id) : [],
      amount: isWrong ? typed('amount') : language === 'fr' ? '49,00' : '49.00',
      description: typed('description'),
      wrong: isWrong,
    }),
  )
}

function back(request: Request, response: Response): void {
  response.redirect(303, `/sandbox?customer=${encodeURIComponent(String(request.body.customer ?? ''))}`)
}

/** A page elsewhere must not post these forms in its visitor's name. */
function refuseOtherSites(request: Request, response: Response, next: NextFunction): void {
  if (request.get('sec-fetch-site') === 'cross-site') response.sendStatus(403)
  else next()
}
