// What the questions need of a desk: as many accounts as there are tries, so that no limit counts two of them together.

import { randomUUID } from 'node:crypto'
import { attachTrialCard } from '../../src/adapters/stripe/trial-cards.ts'
import { refreshWallet } from '../../src/payment-methods/refresh-wallet.ts'
import { billingOf } from '../support/billing.ts'
import { cookieOf } from '../support/by-hand.ts'
import type { Desk } from '../support/running-desk.ts'
import { companyNamed } from '../support/story.ts'

export interface House {
  readonly url: string
  /** Of Alice's session. */
  readonly cookie: string
  /** A card of a company that is not hers. */
  readonly othersCard: string
}

/** The desk has to believe what a proxy on loopback says of where requests come from. */
export async function furnish(desk: Desk, accounts: number): Promise<House> {
  await addAccounts(desk, accounts)
  const house = { url: desk.url, cookie: await cookieOf(desk), othersCard: await cardOfOthers(desk) }
  await desk.settled()
  return house
}

/** All with the same password, and as old as each other. */
async function addAccounts(desk: Desk, count: number): Promise<void> {
  const { ports, database } = desk
  const known = await ports.store.members.byEmail('dan@atelier.example')
  const { id: companyId } = await companyNamed(desk, 'Atelier Lumière')
  await database.transaction(async (queries) => {
    for (let at = 0; at < count; at += 1) {
      const id = randomUUID()
      await queries.run(
        'insert into members (id, email, name, password_hash, language, created_at) values ($1, $2, $3, $4, $5, $6)',
        [id, `known-${at}@timing.example`, `Known ${at}`, known?.passwordHash ?? null, null, Date.now()],
      )
      await queries.run(
        "insert into memberships (company_id, member_id, role, created_at) values ($1, $2, 'developer', $3)",
        [companyId, id, Date.now()],
      )
    }
  })
}

async function cardOfOthers(desk: Desk): Promise<string> {
  const { ports, keys } = desk
  const { companyId: id, customerId: stripeCustomerId } = await billingOf(desk, 'Brasserie du Port')
  const card = await attachTrialCard({ ...keys, timeout: 5_000 })('pm_card_visa', stripeCustomerId)
  await refreshWallet(ports, { id, name: 'Brasserie du Port', stripeCustomerId })
  return card
}
