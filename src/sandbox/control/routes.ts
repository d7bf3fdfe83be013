// /sandbox/control: what tests and demonstrations order from outside the process. JSON in, JSON out.
import express, { type ErrorRequestHandler, Router } from 'express'
import { ApiError } from '../errors/api-error.ts'
import { billingRoutes } from './billing-routes.ts'
import type { Control } from './control.ts'
import {
  behaviourChange,
  disorderOrder,
  faultOrder,
  networkChange,
  read,
  settingsChange,
  settlement,
  webhook,
} from './orders.ts'

export function controlRoutes(control: Control): Router {
  const router = Router()
  router.use(express.json())

  router.get('/faults', (_request, response) => response.json(control.faults.list()))
  router.post('/faults', (request, response) => {
    control.faults.order(read(faultOrder, request.body))
    response.status(201).json(control.faults.list())
  })
  router.delete('/faults', (_request, response) => {
    control.faults.clear()
    response.json([])
  })

  router.get('/settings', (_request, response) => response.json(control.settings()))
  router.post('/settings', (request, response) => {
    const change = read(settingsChange, request.body)
    const { radar, processing, paymentProcessing, retries, confirmationLimit } = change
    if (radar) control.changeRadar(radar)
    if (processing) control.orderProcessing(processing)
    if (paymentProcessing) control.orderPaymentProcessing(paymentProcessing)
    if (retries) control.changeRetries(retries)
    if (confirmationLimit !== undefined) control.changeConfirmationLimit(confirmationLimit)
    response.json(control.settings())
  })

  router.post('/card-behaviour', (request, response) => {
    const { payment_method, behaviour } = read(behaviourChange, request.body)
    control.changeBehaviour(payment_method, behaviour)
    response.json({ payment_method, behaviour })
  })
  router.post('/payment-methods/:id/network-change', (request, response) => {
    response.json(control.changeByNetwork(request.params.id, read(networkChange, request.body)))
  })
  router.post('/setup-intents/:id/settle', (request, response) => {
    const { how } = read(settlement, request.body)
    const settled = control.settleProcessing(request.params.id, how)
    if (settled) response.json(settled)
    else response.status(409).json({ message: 'This setup intent is not processing.' })
  })

  router.use(billingRoutes(control))

  router.post('/webhooks', (request, response) => {
    control.webhooks.add(read(webhook, request.body))
    response.status(201).json(control.webhooks.urls())
  })
  router.post('/disorder', (request, response) => {
    const order = read(disorderOrder, request.body)
    control.disorderEvents(order)
    response.json(order)
  })
  router.delete('/disorder', (_request, response) => {
    control.disorderEvents(null)
    response.json(null)
  })
  router.post('/events/:id/redeliver', (request, response) => {
    const known = control.redeliver(request.params.id)
    response.status(known ? 202 : 404).json({ redelivered: known })
  })

  router.get('/delivered', async (_request, response) => {
    await control.delivered()
    response.json({ delivered: true })
  })

  router.get('/requests', (_request, response) => response.json(control.log.entries))
  router.delete('/requests', (_request, response) => {
    control.log.clear()
    response.json([])
  })

  router.use(refusal)
  return router
}

const refusal: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof ApiError) response.status(error.status).json({ error: error.body })
  else next(error)
}
