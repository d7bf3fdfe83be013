// What requests about one card have in common: which card it is, what its wallet looks like around it, what is
// answered where there is no such card, and whether what had to be asked was answered.

import type { Ports } from '../ports/ports.ts'
import { answerError } from '../web/errors.ts'
import { lineOf } from '../web/forms.ts'
import { wantsFragment } from '../web/htmx.ts'
import { type MemberVisit, redirect, type Site } from '../web/site.ts'
import type { WalletAnswers } from './answers.ts'
import type { PaymentMethod } from './payment-method.ts'
import { questionAbout, type Subscription } from './subscription.ts'
import { find, type Wallet } from './wallet.ts'

export interface Around {
  readonly wallet: Wallet
  readonly method: PaymentMethod | undefined
  readonly subscriptions: readonly Subscription[]
}

export interface CardAnswers {
  around(visit: MemberVisit): Promise<Around>
  missing(visit: MemberVisit): Promise<void>
}

export function cardAnswers({ store }: Ports, site: Site, answers: WalletAnswers): CardAnswers {
  return {
    async around(visit) {
      const { id } = visit.actor.company
      const wallet = await store.wallets.of(id)
      return { wallet, method: find(wallet, idOf(visit)), subscriptions: await store.subscriptions.of(id) }
    },

    // Removed in another window, it is no secret; of anybody else's card we know as little as of none.
    async missing(visit) {
      const wasTheirs = await store.wallets.wasRemoved(visit.actor.company.id, idOf(visit))
      return wasTheirs ? answers.failed(visit, visit.t.add.removed) : answerError(site, visit, 'notFound')
    },
  }
}

// What is no id of Stripe's is nobody's card.
export function idOf({ request }: MemberVisit): string {
  const id = String(request.params.id)
  return /^\w{1,250}$/.test(id) ? id : ''
}

/** 'open' where there is something to ask and no answer came, or one to another question than is asked by now. */
export function answerAbout(
  { request }: MemberVisit,
  asked: readonly Subscription[],
): 'follow' | 'stay' | 'open' {
  if (asked.length === 0) return 'stay'
  if (lineOf(request.body, 'subscriptions') !== questionAbout(asked)) return 'open'
  return lineOf(request.body, 'follow') === 'yes' ? 'follow' : 'stay'
}

/** To the page that asks. htmx is sent there, too: a question wants a page of its own. */
export function ask(visit: MemberVisit, page: string): Promise<void> | void {
  if (!wantsFragment(visit.request)) return redirect(visit, page)
  visit.response.set('HX-Redirect', page).status(200).end()
}
