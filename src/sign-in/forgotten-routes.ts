import { Router } from 'express'
import { looksLikeAnAddress } from '../company/billing-details.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { lineOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { answerPage, redirect, type Site, type Visit } from '../web/site.ts'
import { untilThen } from '../web/too-many.ts'
import { forgottenView } from './code-page.ts'
import { normalised } from './credentials.ts'
import { offerReset } from './forgotten-password.ts'
import { resetLimits } from './limits.ts'

/** `later`: at a moment that nobody can guess. */
export function forgottenRoutes(
  ports: Ports,
  site: Site,
  { anyone }: Doors,
  people: Clock,
  wake: () => void,
  later: (work: () => Promise<void>) => void,
): Router {
  const routes = Router()

  routes.get(
    paths.forgotten,
    anyone((visit) => page(visit, '', null, 200)),
  )

  routes.post(
    paths.forgotten,
    anyone(async (visit) => {
      const { request, t, address } = visit
      const email = lineOf(request.body, 'email')
      if (!looksLikeAnAddress(email)) return page(visit, email, t.forgotten.malformed, 422)
      const now = people.now()
      const comeBack = await ports.store.limits.take(resetLimits(normalised(email), address), now)
      if (comeBack !== null) return page(visit, email, untilThen(visit, comeBack, now), 429)
      await redirect(visit, paths.signIn, { kind: 'done', text: t.forgotten.sent })
      // Not before is it looked whether anybody has this address: what was answered, and when, was the same, and so is
      // what is answered next.
      later(() => offerReset(ports, email, address).then(wake))
    }),
  )

  function page(visit: Visit, email: string, error: string | null, status: number): Promise<void> {
    const view = forgottenView(visit.t, email, error)
    const options = { title: visit.t.forgotten.title, failed: error !== null, status }
    return answerPage(site, visit, 'sign-in/forgotten', { page: view }, options)
  }

  return routes
}
