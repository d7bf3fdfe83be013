import { randomUUID } from 'node:crypto'
import { Router } from 'express'
import { GatewayUnavailable, type SetupFailure } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { lineOf } from '../web/forms.ts'
import { wantsFragment } from '../web/htmx.ts'
import { paths } from '../web/paths.ts'
import {
  answerFragment,
  answerPage,
  type MemberVisit,
  type PageOptions,
  redirect,
  type Site,
} from '../web/site.ts'
import { answerTooMany, comeBackLater, type Refused } from '../web/too-many.ts'
import { newPaymentMethodView, refusalView } from './add-page.ts'
import { beginAdding, beginOnHostedPage } from './add-payment-method.ts'
import { finishAdding } from './finish-adding.ts'
import { setupIntentOf } from './return-routes.ts'

export function addPaymentMethodRoutes(
  ports: Ports,
  site: Site,
  { membersWho }: Doors,
  publishableKey: string,
): Router {
  const routes = Router()

  routes.get(
    paths.newPaymentMethod,
    membersWho('manage billing', async (visit) => {
      const failure = await failureOf(visit)
      if (!wantsFragment(visit.request)) return addPage(visit, failure)
      const refusal = refusalView(visit.t, failure)
      answerFragment(
        visit,
        site.render.fragment(visit.language, 'payment-methods/_refusal', { refusal }) +
          site.render.fragment(visit.language, 'payment-methods/_postal-code', { refusal }),
      )
    }),
  )

  // The script on the page asks for JSON and stays; a plain form is sent on to Stripe's own page.
  routes.post(
    paths.paymentMethods,
    membersWho('manage billing', async (visit) => {
      const attempt = lineOf(visit.request.body, 'attempt', 100)
      if (!/^[0-9a-f-]{36}$/.test(attempt)) return answerError(site, visit, 'badRequest')
      const beginning = { attempt, language: visit.language }
      if (visit.request.accepts(['html', 'json']) === 'json') {
        const begun = await beginAdding(ports, visit.actor, beginning)
        if (typeof begun === 'object' && 'comeBack' in begun)
          return answerTooMany(site, visit, refused(begun.comeBack), visit.t.limits.adding)
        if (begun === 'unanswered') visit.response.status(502).json({ message: visit.t.add.unanswered })
        else visit.response.json(begun)
        return
      }
      const origin = site.originOf(visit.request)
      const begun = await beginOnHostedPage(ports, visit.actor, beginning, {
        returnUrl: `${origin}${paths.returnFromStripe}?session={CHECKOUT_SESSION_ID}`,
        cancelUrl: origin + paths.newPaymentMethod,
      })
      if (begun === 'unanswered') return notBegun(visit, visit.t.add.unanswered, 502)
      if ('url' in begun) return redirect(visit, begun.url)
      return notBegun(visit, visit.t.limits.adding(comeBackLater(visit, refused(begun.comeBack))), 429)
    }),
  )

  function refused(comeBack: number): Refused {
    return { comeBack, now: ports.clock.now() }
  }

  function notBegun(visit: MemberVisit, text: string, status: number): Promise<void> {
    return addPage(visit, null, { banner: { kind: 'error', text }, status })
  }

  // Why Stripe did not take the last card, as Stripe itself recorded it.
  async function failureOf(visit: MemberVisit): Promise<SetupFailure | null> {
    const id = setupIntentOf(visit)
    if (id === '') return null
    try {
      const finished = await finishAdding(ports, visit.actor.company, id)
      return finished.result === 'failed' ? finished.failure : null
    } catch (error) {
      if (error instanceof GatewayUnavailable) return null
      throw error
    }
  }

  async function addPage(
    visit: MemberVisit,
    failure: SetupFailure | null,
    options: Partial<PageOptions> = {},
  ): Promise<void> {
    const details = await ports.store.companies.billingDetails(visit.actor.company.id)
    const page = newPaymentMethodView(visit.language, {
      attempt: randomUUID(),
      origin: site.originOf(visit.request),
      publishableKey,
      country: details.country || regionOf(visit),
      failure,
    })
    return answerPage(
      site,
      visit,
      'payment-methods/new',
      { page },
      {
        title: visit.t.add.title,
        stripeScript: 'add-card.js',
        failed: failure !== null,
        ...options,
      },
    )
  }

  return routes
}

// fr-CA: the reader's own country is the best guess for their card's.
function regionOf({ request, language }: MemberVisit): string {
  const region = /^[a-z]{2}-([A-Z]{2})\b/i.exec(request.acceptsLanguages()[0] ?? '')?.[1]
  return region?.toUpperCase() ?? (language === 'fr' ? 'FR' : 'GB')
}
