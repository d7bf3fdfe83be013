import { Router } from 'express'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { lineOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { answerPage, type Site } from '../web/site.ts'
import { agreeToBackup } from './agree-to-backup.ts'
import { walletAnswers } from './answers.ts'
import { cardAnswers, idOf } from './card-answers.ts'
import { changeOrder } from './change-order.ts'
import { defaultRoutes } from './default-routes.ts'
import { cardName } from './names.ts'
import { backupView } from './question-pages.ts'
import { removalRoutes } from './removal-routes.ts'

export function paymentMethodRoutes(ports: Ports, site: Site, doors: Doors): Router {
  const { membersWho } = doors
  const routes = Router()
  const answers = walletAnswers(ports, site)
  const card = cardAnswers(ports, site, answers)
  const { missing, around } = card
  const { wallets } = ports.store

  routes.get(
    paths.paymentMethods,
    membersWho('manage billing', (visit) => answers.list(visit)),
  )

  routes.use(defaultRoutes(ports, site, doors, answers, card))
  routes.use(removalRoutes(ports, site, doors, answers, card))

  routes.post(
    paths.order(':id'),
    membersWho('manage billing', async (visit) => {
      const direction = lineOf(visit.request.body, 'direction')
      if (direction !== 'up' && direction !== 'down') return answerError(site, visit, 'badRequest')
      const changed = await changeOrder(ports, visit.actor, idOf(visit), direction)
      if (changed.result === 'missing') return missing(visit)
      const { done } = visit.t.methods
      const name = cardName(visit.t, changed.method)
      return answers.done(
        visit,
        changed.result === 'moved' ? done.moved(name, changed.place) : done.stayed(name),
      )
    }),
  )

  routes.post(
    paths.duplicate(':id'),
    membersWho('manage billing', async (visit) => {
      const { method } = await around(visit)
      if (!method) return missing(visit)
      await wallets.keepDuplicate(visit.actor.company.id, method.id)
      return answers.done(visit, visit.t.methods.done.keptBoth, method.id)
    }),
  )

  routes.get(
    paths.backup(':id'),
    membersWho('manage billing', async (visit) => {
      const { method } = await around(visit)
      if (!method || method.isLeaving) return missing(visit)
      const page = backupView(visit.language, method)
      return answerPage(site, visit, 'payment-methods/backup', { page }, { title: page.heading })
    }),
  )

  routes.post(
    paths.backup(':id'),
    membersWho('manage billing', async (visit) => {
      const { method } = await around(visit)
      if (!method || method.isLeaving) return missing(visit)
      await agreeToBackup(ports, visit.actor, method, visit.language)
      return answers.done(visit, visit.t.methods.done.backup(cardName(visit.t, method)))
    }),
  )

  return routes
}
