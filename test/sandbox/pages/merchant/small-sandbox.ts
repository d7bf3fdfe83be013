// The pages over a setup flow of a few lines: what a card does is decided by its number here.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import type Stripe from 'stripe'
import { pagesRoutes } from '../../../../src/sandbox/pages/routes.ts'
import type { Confirmed, SetupFlow } from '../../../../src/sandbox/setup-flow.ts'

type Intent = Stripe.SetupIntent

export interface SmallSandbox {
  url: string
  /** A new setup intent's client secret. */
  intend(): string
  /** A new hosted session's id. */
  session(values?: Partial<Stripe.Checkout.Session>): string
  expire(session: string): void
  statusOf(session: string): string | null | undefined
  received: string[]
  close(): void
}

export async function openSmallSandbox(): Promise<SmallSandbox> {
  const intents = new Map<string, Intent>()
  const returns = new Map<string, string>()
  const sessions = new Map<string, Stripe.Checkout.Session>()
  const received: string[] = []
  const app = express()
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`

  const intend = () => {
    const id = `seti_${intents.size + 1}`
    const blank = {
      id,
      object: 'setup_intent',
      client_secret: `${id}_secret_x`,
      status: 'requires_payment_method',
    }
    intents.set(id, { ...blank, next_action: null, last_setup_error: null } as Intent)
    return `${id}_secret_x`
  }

  const confirm = (
    id: string,
    number: string,
    returnUrl: string | undefined,
    inBrowser: boolean,
  ): Confirmed => {
    const intent = intents.get(id) as Intent
    const declineCode = declines[number]
    if (declineCode) {
      const error = { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' } as const
      return { outcome: 'refused', error: { ...error, decline_code: declineCode, setup_intent: intent } }
    }
    if (returnUrl) returns.set(id, returnUrl)
    if (number !== '4000002500003155') Object.assign(intent, { status: 'succeeded', payment_method: 'pm_1' })
    else {
      const redirect = { type: 'redirect_to_url', redirect_to_url: { url: `${url}/sandbox/3ds/${id}` } }
      const next_action = inBrowser ? { type: 'use_stripe_sdk', use_stripe_sdk: {} } : redirect
      Object.assign(intent, { status: 'requires_action', next_action })
    }
    return { outcome: 'accepted', setupIntent: intent }
  }

  const flow: SetupFlow = {
    setupIntent: (id) => intents.get(id),
    setupIntentByClientSecret: () => undefined,
    confirmSetupIntent: (id, { card, returnUrl }) => confirm(id, card.number, returnUrl, false),
    settleAuthentication(id, answer) {
      const intent = intents.get(id)
      if (intent?.status !== 'requires_action') return undefined
      const passed = { status: 'succeeded', next_action: null, payment_method: 'pm_1' }
      const failed = {
        status: 'requires_payment_method',
        next_action: null,
        last_setup_error: authenticationFailure,
      }
      return Object.assign(intent, answer === 'passed' ? passed : failed) as Intent
    },
    returnAddress: (id) => {
      const [address, intent] = [returns.get(id), intents.get(id)]
      return address && `${address}?setup_intent=${id}&redirect_status=${intent?.status}`
    },
    checkoutSession: (id) => sessions.get(id),
    completeSession: (id) =>
      Object.assign(sessions.get(id) ?? {}, { status: 'complete' }) as Stripe.Checkout.Session,
    expireSession: () => undefined,
    successAddress: ({ id, success_url }) => (success_url ?? '').replace('{CHECKOUT_SESSION_ID}', id),
  }
  app.use((request, _response, next) => {
    received.push(request.originalUrl)
    next()
  })
  app.use(pagesRoutes(flow))
  answerApi(app, intents, confirm)

  return {
    url,
    intend,
    session(values = {}) {
      const id = `cs_test_${sessions.size + 1}`
      const blank = {
        id,
        mode: 'setup',
        status: 'open',
        locale: 'en',
        setup_intent: intend().split('_secret_')[0],
      }
      sessions.set(id, { ...blank, ...values } as Stripe.Checkout.Session)
      return id
    },
    expire: (id) => void Object.assign(sessions.get(id) ?? {}, { status: 'expired' }),
    statusOf: (id) => sessions.get(id)?.status,
    received,
    close: () => server.close(),
  }
}

const declines: Record<string, string> = {
  '4000000000000002': 'generic_decline',
  '4000000000009995': 'insufficient_funds',
}

const authenticationFailure = {
  type: 'invalid_request_error',
  code: 'setup_intent_authentication_failure',
  message: 'The latest attempt to set up the payment method has failed because authentication failed.',
}

type Confirm = (id: string, number: string, returnUrl: string | undefined, inBrowser: boolean) => Confirmed

function answerApi(app: Express, intents: Map<string, Intent>, confirm: Confirm): void {
  app.use('/v1', express.urlencoded({ extended: true }))
  app.use('/v1', (request, response, next) => {
    if (/^Bearer pk_test_/.test(request.get('authorization') ?? '')) next()
    else response.status(401).send({ error: { type: 'invalid_request_error', message: 'No such key' } })
  })
  app.get('/v1/setup_intents/:id', (request, response) => {
    const intent = intents.get(request.params.id)
    if (intent?.client_secret === request.query.client_secret) response.send(intent)
    else response.status(404).send({ error: { type: 'invalid_request_error', code: 'resource_missing' } })
  })
  app.post('/v1/setup_intents/:id/confirm', (request, response) => {
    const { payment_method_data, return_url, use_stripe_sdk } = request.body
    const confirmed = confirm(
      request.params.id,
      payment_method_data.card.number,
      return_url,
      use_stripe_sdk === 'true',
    )
    if (confirmed.outcome === 'refused') response.status(402).send({ error: confirmed.error })
    else response.send(confirmed.setupIntent)
  })
}
