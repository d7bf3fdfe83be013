// Subscriptions that name a card of their own are made to follow the default. That they shall is written down before
// Stripe hears of it; what Stripe does not confirm at once is taken up again until it has.

import type { Actor } from '../company/company.ts'
import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import type { FollowWish } from '../ports/subscriptions.ts'
import { changeDefault, type DefaultChanged } from './change-default.ts'
import { defaultOf } from './wallet.ts'

/** How many subscriptions follow by now, how many will, and how many Stripe leaves as they are. */
export interface Following {
  readonly done: number
  readonly waiting: number
  readonly refused: number
}

export const noneFollow: Following = { done: 0, waiting: 0, refused: 0 }

export function together(one: Following, other: Following): Following {
  return {
    done: one.done + other.done,
    waiting: one.waiting + other.waiting,
    refused: one.refused + other.refused,
  }
}

/** They follow only if this card does become the default. */
export async function changeDefaultWith(
  ports: Ports,
  actor: Actor,
  id: string,
  subscriptionIds: readonly string[],
): Promise<{ changed: DefaultChanged; following: Following }> {
  const wishes = await wish(ports, actor.company.id, subscriptionIds, id)
  const changed = await changeDefault(ports, actor, id)
  if (changed.result === 'changed' || changed.result === 'already')
    return { changed, following: await pursue(ports, wishes) }
  if (changed.result === 'unanswered') await leaveForLater(ports, wishes)
  else for (const each of wishes) await ports.store.subscriptions.forget(each)
  return { changed, following: noneFollow }
}

export function wish(
  { store, clock }: Ports,
  companyId: string,
  subscriptionIds: readonly string[],
  defaultId: string | null = null,
): Promise<readonly FollowWish[]> {
  return store.subscriptions.want(companyId, subscriptionIds, defaultId, clock.now())
}

/** Tries each once, until Stripe falls silent: nobody waits for more than one silence. */
export async function pursue(ports: Ports, wishes: readonly FollowWish[]): Promise<Following> {
  const outcomes: Outcome[] = []
  for (const [at, each] of wishes.entries()) {
    const outcome = await tryOnce(ports, each)
    outcomes.push(outcome)
    if (outcome !== 'waiting') continue
    await leaveForLater(ports, wishes.slice(at + 1))
    break
  }
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length
  const [done, refused] = [count('followed'), count('gone')]
  return { done, refused, waiting: wishes.length - done - refused }
}

export async function leaveForLater({ store, clock }: Ports, wishes: readonly FollowWish[]): Promise<void> {
  for (const each of wishes) await store.subscriptions.postpone(each, false, clock.now())
}

/** True when there was something to do, and there may be more. */
export async function followOneMore(ports: Ports): Promise<boolean> {
  const found = await ports.store.subscriptions.takeUp(ports.clock.now())
  if (!found) return false
  const standing = await standingOf(ports, found)
  if (standing === 'stands') await pursue(ports, [found])
  else if (standing === 'waits') await leaveForLater(ports, [found])
  else await ports.store.subscriptions.forget(found)
  return true
}

// Whoever chose another default meanwhile, or whose choice Stripe never heard of, did not mean this one.
async function standingOf(
  { store }: Ports,
  { companyId, defaultId }: FollowWish,
): Promise<'stands' | 'waits' | 'lapsed'> {
  if (defaultId === null) return 'stands'
  const wallet = await store.wallets.of(companyId)
  if (defaultOf(wallet)?.id === defaultId) return 'stands'
  return wallet.awaitedDefaultId === defaultId ? 'waits' : 'lapsed'
}

type Outcome = 'followed' | 'gone' | 'waiting'

async function tryOnce({ store, gateway, clock }: Ports, each: FollowWish): Promise<Outcome> {
  try {
    const answer = await gateway.followDefault(each.subscriptionId, each.key)
    if (answer === 'followed') await store.subscriptions.followed(each, clock.now())
    else await store.subscriptions.forget(each)
    return answer
  } catch (error) {
    if (!(error instanceof GatewayUnavailable)) throw error
    await store.subscriptions.postpone(each, error.answered, clock.now())
    return 'waiting'
  }
}
