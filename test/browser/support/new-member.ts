import { randomUUID } from 'node:crypto'
import { argon2Passwords } from '../../../src/adapters/argon2/passwords.ts'
import { attachTrialCard } from '../../../src/adapters/stripe/trial-cards.ts'
import { noBillingDetails } from '../../../src/company/billing-details.ts'
import type { Role } from '../../../src/company/company.ts'
import { withCustomer } from '../../../src/company/customer.ts'
import { consentIn } from '../../../src/payment-methods/consent.ts'
import { refreshWallet } from '../../../src/payment-methods/refresh-wallet.ts'
import { trialPassword } from '../../../src/sign-in/trial-accounts.ts'
import type { Desk } from '../../support/running-desk.ts'
import type { Guest } from './stage.ts'

const passwords = argon2Passwords()
const hash = passwords.hash(trialPassword)
const name = 'Zoé Lambert'

/** The owner of a new company with these cards, all of them agreed to. */
export async function newMember(
  { ports, keys }: Desk,
  email: string,
  tokens: readonly string[],
): Promise<Omit<Guest, 'page' | 'language'>> {
  const [companyId, memberId, now] = [randomUUID(), randomUUID(), ports.clock.now()]
  const company = { id: companyId, name: 'Studio Lambert', stripeCustomerId: null }
  const details = { ...noBillingDetails, name: company.name, country: 'FR', email }
  await ports.store.companies.add(company, details, now)
  await ports.store.members.add({ id: memberId, email, name, language: null }, await hash, now)
  await ports.store.members.join(companyId, memberId, 'owner', now)
  const served = await withCustomer(ports, company)

  const cards: string[] = []
  for (const token of tokens) {
    const card = await attachTrialCard({ ...keys, timeout: 5_000 })(token, served.stripeCustomerId)
    if (cards.length === 0) await ports.gateway.setDefault(served.stripeCustomerId, card, randomUUID())
    cards.push(card)
  }
  await refreshWallet(ports, served)
  for (const paymentMethodId of cards) {
    await ports.store.wallets.agree({
      companyId,
      memberId,
      paymentMethodId,
      consent: consentIn('en'),
      at: now,
    })
  }
  return { name, email, companyId, customerId: served.stripeCustomerId, cards }
}

export const colleagueName = 'Ali Benali'

/** Another member of that company, who does its billing unless told otherwise; their e-mail address. */
export async function newColleague(
  { ports }: Desk,
  companyId: string,
  role: Exclude<Role, 'owner'> = 'billing',
): Promise<string> {
  const [id, now] = [randomUUID(), ports.clock.now()]
  const email = `${id}@studio.example`
  await ports.store.members.add({ id, email, name: colleagueName, language: null }, await hash, now)
  await ports.store.members.join(companyId, id, role, now)
  return email
}
