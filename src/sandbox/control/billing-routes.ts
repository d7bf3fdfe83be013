// Orders about payments, the clock and the books.
import { type Response, Router } from 'express'
import type { Control } from './control.ts'
import { authentication, clockMove, read, settlement } from './orders.ts'

export function billingRoutes(control: Control): Router {
  const router = Router()

  router.get('/clock', (_request, response) => response.json({ now: control.now() }))
  router.post('/clock', (request, response) => {
    control.moveClock(read(clockMove, request.body).seconds)
    response.json({ now: control.now() })
  })
  router.post('/tick', (_request, response) => {
    control.tick()
    response.json({ now: control.now() })
  })

  router.post('/payment-intents/:id/settle', (request, response) => {
    const { how } = read(settlement, request.body)
    answer(response, control.settlePayment(request.params.id, how), 'is not processing')
  })
  router.post('/payment-intents/:id/authenticate', (request, response) => {
    const { answer: given } = read(authentication, request.body)
    answer(response, control.authenticatePayment(request.params.id, given), 'asks for nothing')
  })

  router.get('/invoices', (_request, response) => response.json(control.book()))
  router.get('/invoices/:id', (request, response) => {
    const [account] = control.book(request.params.id)
    if (account) response.json(account)
    else response.status(404).json({ message: 'There is no such invoice.' })
  })
  return router
}

function answer(response: Response, settled: object | undefined, why: string): void {
  if (settled) response.json(settled)
  else response.status(409).json({ message: `This payment intent ${why}.` })
}
