import { Router } from 'express'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { paths } from '../web/paths.ts'
import { answerPage, redirect, type Site } from '../web/site.ts'
import type { WalletAnswers } from './answers.ts'
import { answerAbout, ask, type CardAnswers, idOf } from './card-answers.ts'
import { changeDefaultWith } from './follow-default.ts'
import { cardName } from './names.ts'
import { defaultView } from './question-pages.ts'
import { leftBehind } from './subscription.ts'
import { followed } from './subscription-pages.ts'
import { mayBecomeDefault } from './wallet.ts'

export function defaultRoutes(
  ports: Ports,
  site: Site,
  { membersWho }: Doors,
  answers: WalletAnswers,
  { around, missing }: CardAnswers,
): Router {
  const routes = Router()

  routes.get(
    paths.default(':id'),
    membersWho('manage billing', async (visit) => {
      const { wallet, method, subscriptions } = await around(visit)
      if (!method) return missing(visit)
      const page = defaultView(visit.language, wallet, method, subscriptions)
      if (!mayBecomeDefault(method) || !page.follow) return redirect(visit, paths.paymentMethods)
      return answerPage(site, visit, 'payment-methods/default', { page }, { title: page.heading })
    }),
  )

  routes.post(
    paths.default(':id'),
    membersWho('manage billing', async (visit) => {
      const { method, subscriptions } = await around(visit)
      const asked = leftBehind(subscriptions, idOf(visit))
      const answer = answerAbout(visit, asked)
      if (answer === 'open' && method && mayBecomeDefault(method)) return ask(visit, paths.default(method.id))
      const ids = answer === 'follow' ? asked.map(({ id }) => id) : []
      const { changed, following } = await changeDefaultWith(ports, visit.actor, idOf(visit), ids)
      if (changed.result === 'missing') return missing(visit)
      const { done, failed } = visit.t.methods
      const name = cardName(visit.t, changed.method)
      if (changed.result === 'unanswered') return answers.failed(visit, failed.default(name))
      if (changed.result === 'gone') return answers.failed(visit, failed.gone(name))
      const news = changed.result === 'changed' ? done.default(name) : done.alreadyDefault(name)
      const kept = answer === 'stay' ? asked.length : 0
      return answers.done(visit, followed(visit.t, news, following, { kept }))
    }),
  )

  return routes
}
