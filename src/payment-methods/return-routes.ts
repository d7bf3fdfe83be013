// Where Stripe sends people back, whether its form was on our page or on its own.

import { Router } from 'express'
import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { paths } from '../web/paths.ts'
import { type MemberVisit, redirect } from '../web/site.ts'
import type { Banner } from '../web/views.ts'
import { declineText } from './add-page.ts'
import { type Finished, finishAdding, finishHosted } from './finish-adding.ts'
import { cardName } from './names.ts'

type Returned = Finished | { result: 'unanswered' }

const shownOnList: readonly Returned['result'][] = ['processing', 'removed', 'unanswered']

/** `afterSaving`: where a card that was just saved leads, such as to what can be paid with it. */
export function returnRoutes(
  ports: Ports,
  { membersWho }: Doors,
  afterSaving: (companyId: string, paymentMethodId: string) => Promise<string>,
): Router {
  const routes = Router()

  routes.get(
    paths.returnFromStripe,
    membersWho('manage billing', async (visit) => {
      const returned = await finish(visit)
      const setupIntent = setupIntentOf(visit)
      if (returned.result === 'failed' && setupIntent) return redirect(visit, paths.refusal(setupIntent))
      if (returned.result === 'saved') {
        const next = await afterSaving(visit.actor.company.id, returned.method.id)
        return redirect(visit, next, bannerFor(visit, returned))
      }
      const onList = shownOnList.includes(returned.result)
      return redirect(
        visit,
        onList ? paths.paymentMethods : paths.newPaymentMethod,
        bannerFor(visit, returned),
      )
    }),
  )

  async function finish(visit: MemberVisit): Promise<Returned> {
    const [session, setupIntent] = [sessionOf(visit), setupIntentOf(visit)]
    try {
      if (session !== '') return await finishHosted(ports, visit.actor.company, session)
      if (setupIntent !== '') return await finishAdding(ports, visit.actor.company, setupIntent)
      return { result: 'missing' }
    } catch (error) {
      if (error instanceof GatewayUnavailable) return { result: 'unanswered' }
      throw error
    }
  }

  return routes
}

/** Only what looks like an id of Stripe's goes there: an empty one would ask for a list. */
export function setupIntentOf({ request }: MemberVisit): string {
  const id = request.query.setup_intent
  return typeof id === 'string' && /^seti_\w{1,250}$/.test(id) ? id : ''
}

function sessionOf({ request }: MemberVisit): string {
  const id = request.query.session
  return typeof id === 'string' && /^cs_\w{1,250}$/.test(id) ? id : ''
}

function bannerFor({ t }: MemberVisit, returned: Returned): Banner | undefined {
  if (returned.result === 'processing') return undefined
  if (returned.result === 'saved') {
    const name = cardName(t, returned.method)
    const text = returned.method.isDefault ? t.methods.done.addedDefault(name) : t.methods.done.added(name)
    return { kind: 'done', text }
  }
  if (returned.result === 'failed') return { kind: 'error', text: declineText(t, returned.failure) }
  if (returned.result === 'unanswered') return { kind: 'error', text: t.add.unansweredReturn }
  return { kind: 'error', text: t.add[returned.result] }
}
