// /sandbox: the control page and its forms. Each form leads back to the page.
import { type NextFunction, type Request, type Response, Router, urlencoded } from 'express'
import { isBehaviourName } from '../../cards/behaviours.ts'
import type { Panel } from '../../control/panel.ts'
import { protectHostedPage } from '../headers.ts'
import { languageFrom } from '../words/language.ts'
import { controlPage } from './page.ts'

export function controlPageRoutes(panel: Panel): Router {
  const router = Router()
  router.get('/sandbox', (request, response) => show(panel, request, response, request.query.customer))

  const form = [refuseOtherSites, urlencoded({ extended: false, limit: '4kb' })]
  router.post('/sandbox/invoice', form, (request: Request, response: Response) =>
    bill(panel, request, response),
  )
  router.post('/sandbox/card', form, (request: Request, response: Response) => {
    const { card, behaviour } = request.body
    if (panel.card(String(card)) && isBehaviourName(behaviour)) panel.changeBehaviour(card, behaviour)
    back(request, response)
  })
  router.post('/sandbox/slow', form, (request: Request, response: Response) => {
    const outcome = request.body.outcome === 'fail' ? 'fail' : 'succeed'
    panel.orderPaymentProcessing({ times: 1, outcome, afterMs: 20_000 })
    back(request, response)
  })
  router.post('/sandbox/clock', form, (request: Request, response: Response) => {
    const seconds = Number(request.body.seconds)
    if (Number.isInteger(seconds) && seconds > 0 && seconds <= 366 * 86_400) panel.moveClock(seconds)
    back(request, response)
  })
  return router
}

function bill(panel: Panel, request: Request, response: Response): void {
  const { customer, description = '' } = request.body
  const amount = cents(request.body.amount)
  const known = panel.customers().some(({ id }) => id === customer)
  if (amount === undefined || !known) show(panel, request, response, customer)
  else {
    panel.bill(customer, amount, String(description).slice(0, 200))
    back(request, response)
  }
}

function show(panel: Panel, request: Request, response: Response, chosen: unknown): void {
  const customers = panel.customers()
  const customer = customers.find(({ id }) => id === chosen) ?? customers[0]
  const isWrong = request.method === 'POST'
  protectHostedPage(response, undefined)
  response.status(isWrong ? 422 : 200).send(
    controlPage({
      language: languageFrom(request.query.locale, () => request.acceptsLanguages('en', 'fr')),
      now: panel.now(),
      customers,
      customer,
      cards: customer ? panel.cards(customer.id) : [],
      invoices: customer ? panel.invoices(customer.id) : [],
      amount: isWrong ? String(request.body.amount ?? '').slice(0, 20) : '49.00',
      wrong: isWrong,
    }),
  )
}

function back(request: Request, response: Response): void {
  response.redirect(303, `/sandbox?customer=${encodeURIComponent(String(request.body.customer ?? ''))}`)
}

/** '49', '49.5' and '49,50' are amounts. */
function cents(typed: unknown): number | undefined {
  const [whole, euros, fraction = ''] = /^\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*$/.exec(String(typed)) ?? []
  const amount = whole === undefined ? 0 : Number(euros) * 100 + Number(fraction.padEnd(2, '0'))
  return amount > 0 ? amount : undefined
}

/** A page elsewhere must not post these forms in its visitor's name. */
function refuseOtherSites(request: Request, response: Response, next: NextFunction): void {
  if (request.get('sec-fetch-site') === 'cross-site') response.sendStatus(403)
  else next()
}
