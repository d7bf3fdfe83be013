// The stand-in for Stripe: one Express app with its own ledger, listening on loopback only.
import express, { type Express } from 'express'
import { type Faults, faultOrders } from './api/faults.ts'
import { type LoggedRequest, type RequestLog, requestLog } from './api/request-log.ts'
import { apiRoutes } from './api/routes.ts'
import { savedAnswers } from './api/saved-answers.ts'
import { type Control, openControl } from './control/control.ts'
import { openPanel } from './control/panel.ts'
import { controlRoutes } from './control/routes.ts'
import { reactToPayment } from './invoices/react.ts'
import { type Ledger, openLedger } from './ledger/ledger.ts'
import { type Listening, listen } from './listen.ts'
import { openPaymentFlow } from './open-payment-flow.ts'
import { openSetupFlow } from './open-setup-flow.ts'
import { controlPageRoutes } from './pages/control/routes.ts'
import { pagesRoutes } from './pages/routes.ts'
import type { SetupFlow } from './setup-flow.ts'
import { keepTime } from './setup-intents/timekeeper.ts'
import { reactToInvoice } from './subscriptions/react.ts'
import { startTicker } from './time/ticker.ts'
import { courier, defaultBackoff } from './webhooks/courier.ts'
import { eventDisorder } from './webhooks/disorder.ts'
import { type Webhook, type WebhookEndpoints, webhookEndpoints } from './webhooks/endpoints.ts'
import { merchantAddress } from './webhooks/merchant-address.ts'

export interface SandboxOptions {
  /** A file, or ':memory:'. */
  data: string
  webhooks: Webhook[]
  /** Where the control page leads back to; without it, to where the events go. */
  merchant?: { url: string }
  /** Milliseconds since 1970. */
  clock?: () => number
  /** Milliseconds between the attempts to deliver an event; after the last it counts as failed. */
  backoff?: number[]
  /** Called with each API request when it has arrived and before anything is done about it; for a judge. */
  onRequest?: (request: LoggedRequest) => void | Promise<void>
}

interface ControlPage {
  /** Where a person orders things. */
  controlUrl: string
}

export interface Sandbox {
  app: Express
  ledger: Ledger
  flow: SetupFlow
  control: Control
  faults: Faults
  log: RequestLog
  webhooks: WebhookEndpoints
  /** Resolves when no event waits to be delivered. */
  delivered(): Promise<void>
  listen(port?: number): Promise<Listening & ControlPage>
  /** Stops delivering and closes the ledger; for one that never listened. */
  close(): Promise<void>
}

export function createSandbox(options: SandboxOptions): Sandbox {
  const { data, webhooks: first, merchant, clock = Date.now, backoff, onRequest = () => {} } = options
  const ledger = openLedger(data, clock)
  const webhooks = webhookEndpoints(first)
  const disorder = eventDisorder()
  const carrier = courier(ledger, webhooks, backoff ?? defaultBackoff)
  ledger.onEvent = (event) => {
    for (const url of webhooks.urls()) {
      const delays = disorder.delays()
      for (const delay of delays) ledger.deliveries.add(event.id, url, delay)
      if (delays.length === 0) ledger.deliveries.lose(event.id, url)
    }
  }
  ledger.onPayment = (intent) => void reactToPayment(ledger, intent)
  ledger.onInvoice = (invoice) => reactToInvoice(ledger, invoice)
  const ticker = startTicker(ledger, carrier.wake)
  const timekeeper = keepTime(ledger, carrier.wake)
  const faults = faultOrders()
  const log = requestLog()
  const flow = openSetupFlow(ledger, carrier.wake)
  const control = openControl({ ledger, ticker, disorder, faults, log, webhooks, courier: carrier })

  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', 'extended')
  app.use(pagesRoutes(flow, openPaymentFlow(ledger, carrier.wake)))
  const merchantUrl = () => merchant?.url ?? merchantAddress(webhooks.urls()[0])
  app.use(controlPageRoutes(openPanel(ledger, control, carrier.wake, merchantUrl)))
  app.use('/sandbox/control', controlRoutes(control))
  app.use(
    apiRoutes({
      ledger,
      faults,
      log,
      answers: savedAnswers(ledger.connection),
      courier: carrier,
      onRequest,
      inUse: new Set(),
    }),
  )

  async function close(): Promise<void> {
    ticker.close()
    timekeeper.close()
    await carrier.close()
    ledger.connection.close()
  }

  return {
    app,
    ledger,
    flow,
    control,
    faults,
    log,
    webhooks,
    delivered: carrier.delivered,
    async listen(port = 0) {
      const listening = await listen(app, port, close)
      ledger.origin = listening.url
      carrier.wake()
      return { ...listening, controlUrl: `${listening.url}/sandbox` }
    },
    close,
  }
}
