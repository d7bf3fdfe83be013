import { Router } from 'express'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { wantsFragment } from '../web/htmx.ts'
import { paths } from '../web/paths.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import type { WalletAnswers } from './answers.ts'
import { answerAbout, ask, type CardAnswers, idOf } from './card-answers.ts'
import { cardName } from './names.ts'
import { removalTitle, removalView } from './question-pages.ts'
import { removePaymentMethod } from './remove-payment-method.ts'
import { leftBehindByRemoval } from './subscription.ts'
import { removedText } from './subscription-pages.ts'
import { successorOf, type Wallet } from './wallet.ts'

export function removalRoutes(
  ports: Ports,
  site: Site,
  { membersWho, confirmed }: Doors,
  answers: WalletAnswers,
  { around, missing }: CardAnswers,
): Router {
  const routes = Router()

  routes.get(
    paths.removal(':id'),
    membersWho('manage billing', async (visit) => {
      const { wallet, method, subscriptions } = await around(visit)
      if (!method || method.isLeaving) return missing(visit)
      const page = removalView(visit.language, wallet, method, subscriptions)
      if (wantsFragment(visit.request)) return answers.fragment(visit, 'payment-methods/_removal', { page })
      return answerPage(site, visit, 'payment-methods/removal', { page }, { title: page.heading })
    }),
  )

  routes.post(
    paths.removal(':id'),
    confirmed(
      'manage billing',
      async (visit) => {
        const { wallet, method, subscriptions } = await around(visit)
        const asked = method ? leftBehindByRemoval(subscriptions, wallet, method) : []
        const answer = answerAbout(visit, asked)
        if (answer === 'open' && method && !method.isLeaving) return ask(visit, paths.removal(method.id))
        const others = answer === 'follow' ? asked.map(({ id }) => id) : []
        const removed = await removePaymentMethod(ports, visit.actor, idOf(visit), others)
        if (removed.result === 'missing') return answerError(site, visit, 'notFound')
        if (removed.result === 'already') return redirect(visit, paths.paymentMethods)
        const { failed } = visit.t.methods
        const name = cardName(visit.t, removed.method)
        if (removed.result === 'unanswered')
          return answers.failed(
            visit,
            removed.method.isDefault ? failed.removalOfDefault(name) : failed.removal(name),
          )
        const kept = answer === 'stay' ? asked.length : 0
        const text = removedText(visit.t, removed, successorOf(wallet, removed.method.id), kept)
        return answers.done(visit, text, neighbourOf(wallet, removed.method.id))
      },
      { about: question },
    ),
  )

  async function question(visit: MemberVisit): Promise<string | null> {
    const { method } = await around(visit)
    return method ? removalTitle(visit.t, method) : null
  }

  return routes
}

// Where the focus goes when a card goes: to the next one's kebab, else the previous one's, else to the add button.
function neighbourOf({ methods }: Wallet, id: string): string {
  const at = methods.findIndex((method) => method.id === id)
  return (methods[at + 1] ?? methods[at - 1])?.id ?? 'add'
}
