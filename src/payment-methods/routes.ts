import { Router } from 'express'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { lineOf } from '../web/forms.ts'
import { wantsFragment } from '../web/htmx.ts'
import { paths } from '../web/paths.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import { walletAnswers } from './answers.ts'
import { changeDefault } from './change-default.ts'
import { changeOrder } from './change-order.ts'
import { consentIn } from './consent.ts'
import { cardName } from './names.ts'
import type { PaymentMethod } from './payment-method.ts'
import { backupView, removalView } from './question-pages.ts'
import { removePaymentMethod } from './remove-payment-method.ts'
import { find, type Wallet } from './wallet.ts'

export function paymentMethodRoutes(ports: Ports, site: Site, { membersWho }: Doors): Router {
  const routes = Router()
  const answers = walletAnswers(ports, site)
  const { wallets } = ports.store

  routes.get(
    paths.paymentMethods,
    membersWho('manage billing', (visit) => answers.list(visit)),
  )

  routes.post(
    paths.default(':id'),
    membersWho('manage billing', async (visit) => {
      const changed = await changeDefault(ports, visit.actor, idOf(visit))
      if (changed.result === 'missing') return missing(visit)
      const { done, failed } = visit.t.methods
      const name = cardName(visit.t, changed.method)
      if (changed.result === 'unanswered') return answers.failed(visit, failed.default(name))
      if (changed.result === 'gone') return answers.failed(visit, failed.gone(name))
      return answers.done(
        visit,
        changed.result === 'changed' ? done.default(name) : done.alreadyDefault(name),
      )
    }),
  )

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

  routes.get(
    paths.removal(':id'),
    membersWho('manage billing', async (visit) => {
      const { wallet, method } = await walletWith(visit)
      if (!method || method.isLeaving) return missing(visit)
      const page = removalView(visit.language, wallet, method)
      if (wantsFragment(visit.request)) return answers.fragment(visit, 'payment-methods/_removal', { page })
      return answerPage(site, visit, 'payment-methods/removal', { page }, { title: page.heading })
    }),
  )

  routes.post(
    paths.removal(':id'),
    membersWho('manage billing', async (visit) => {
      const neighbour = neighbourOf(await wallets.of(visit.actor.company.id), idOf(visit))
      const removed = await removePaymentMethod(ports, visit.actor, idOf(visit))
      if (removed.result === 'missing') return answerError(site, visit, 'notFound')
      if (removed.result === 'already') return redirect(visit, paths.paymentMethods)
      const { done, failed } = visit.t.methods
      const name = cardName(visit.t, removed.method)
      if (removed.result === 'unanswered')
        return answers.failed(
          visit,
          removed.method.isDefault ? failed.removalOfDefault(name) : failed.removal(name),
        )
      const other = removed.newDefault && cardName(visit.t, removed.newDefault)
      return answers.done(visit, other ? done.removedNewDefault(name, other) : done.removed(name), neighbour)
    }),
  )

  routes.post(
    paths.duplicate(':id'),
    membersWho('manage billing', async (visit) => {
      const { method } = await walletWith(visit)
      if (!method) return missing(visit)
      await wallets.keepDuplicate(visit.actor.company.id, method.id)
      return answers.done(visit, visit.t.methods.done.keptBoth, method.id)
    }),
  )

  routes.get(
    paths.backup(':id'),
    membersWho('manage billing', async (visit) => {
      const { method } = await walletWith(visit)
      if (!method || method.isLeaving) return missing(visit)
      const page = backupView(visit.language, method)
      return answerPage(site, visit, 'payment-methods/backup', { page }, { title: page.heading })
    }),
  )

  routes.post(
    paths.backup(':id'),
    membersWho('manage billing', async (visit) => {
      const { method } = await walletWith(visit)
      if (!method || method.isLeaving) return missing(visit)
      const { company, member } = visit.actor
      await wallets.agree({
        companyId: company.id,
        memberId: member.id,
        paymentMethodId: method.id,
        consent: consentIn(visit.language),
        at: ports.clock.now(),
      })
      return answers.done(visit, visit.t.methods.done.backup(cardName(visit.t, method)))
    }),
  )

  // Removed in another window, it is no secret; of anybody else's card we know as little as of none.
  async function missing(visit: MemberVisit): Promise<void> {
    const wasTheirs = await wallets.wasRemoved(visit.actor.company.id, idOf(visit))
    return wasTheirs ? answers.failed(visit, visit.t.add.removed) : answerError(site, visit, 'notFound')
  }

  async function walletWith(
    visit: MemberVisit,
  ): Promise<{ wallet: Wallet; method: PaymentMethod | undefined }> {
    const wallet = await wallets.of(visit.actor.company.id)
    return { wallet, method: find(wallet, idOf(visit)) }
  }

  return routes
}

// Where the focus goes when a card goes: to the next one's kebab, else the previous one's, else to the add button.
function neighbourOf({ methods }: Wallet, id: string): string {
  const at = methods.findIndex((method) => method.id === id)
  return (methods[at + 1] ?? methods[at - 1])?.id ?? 'add'
}

// What is no id of Stripe's is nobody's card.
function idOf({ request }: MemberVisit): string {
  const id = String(request.params.id)
  return /^\w{1,250}$/.test(id) ? id : ''
}
