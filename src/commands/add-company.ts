// An operator makes a company and its owner. Safe beside a running server: it is a few rows and one customer.

import { randomUUID } from 'node:crypto'
import { type BillingDetails, looksLikeAnAddress, noBillingDetails } from '../company/billing-details.ts'
import type { Company, Member } from '../company/company.ts'
import { withCustomer } from '../company/customer.ts'
import { refreshWallet } from '../payment-methods/refresh-wallet.ts'
import type { Passwords } from '../ports/passwords.ts'
import { GatewayUnavailable } from '../ports/payment-gateway.ts'
import type { Ports } from '../ports/ports.ts'
import { normalised } from '../sign-in/credentials.ts'
import { faultOf, type PasswordFault } from '../sign-in/password.ts'
import { makePasswordLink } from '../sign-in/password-link.ts'

export interface NewCompany {
  readonly name: string
  readonly owner: string
  readonly stripeCustomer: string | undefined
  readonly password: string | undefined
}

export type Added =
  | {
      result: 'added'
      company: Company
      /** Sets the owner's password, once. */
      token: string | null
      atStripe: boolean
      /** They had a password before, and it was not touched. */
      passwordKept: boolean
    }
  | { result: 'refused'; why: string }

export async function addCompany(ports: Ports, passwords: Passwords, wanted: NewCompany): Promise<Added> {
  const why = await refusal(ports, wanted)
  if (why) return { result: 'refused', why }
  const { store, clock } = ports
  const details = await detailsFor(ports, wanted)
  const company = { id: randomUUID(), name: wanted.name, stripeCustomerId: wanted.stripeCustomer ?? null }
  await store.companies.add(company, details, clock.now())
  const { member, hasPassword, passwordKept } = await owner(ports, passwords, wanted)
  await store.members.join(company.id, member.id, 'owner', clock.now())
  const atStripe = await connect(ports, company)
  const token = hasPassword ? null : await makePasswordLink(store.passwordLinks, member.id, clock.now())
  return { result: 'added', company, token, atStripe, passwordKept }
}

const whyNot: Readonly<Record<PasswordFault, string>> = {
  tooShort: 'The password needs twelve characters or more.',
  tooLong: 'The password may have 200 characters at most.',
  common: 'This password is on the lists that attackers try first.',
  obvious: 'This password is mostly the owner’s address, the company’s name or Guichet’s.',
}

async function refusal({ store, gateway }: Ports, wanted: NewCompany): Promise<string | undefined> {
  if (wanted.name === '') return 'A company needs a name: --name "…".'
  if (!looksLikeAnAddress(wanted.owner)) return 'Its owner is an e-mail address: --owner ADDRESS.'
  const fault = wanted.password === undefined ? null : faultOf(wanted.password, [wanted.name, wanted.owner])
  if (fault) return whyNot[fault]
  if (await ownsOneCalled(store, wanted))
    return `${normalised(wanted.owner)} owns a company of this name already.`
  if (wanted.stripeCustomer === undefined) return undefined
  if (await store.companies.byCustomer(wanted.stripeCustomer))
    return 'Another company has this customer already.'
  if ((await gateway.wallet(wanted.stripeCustomer)) === 'gone') return 'Stripe knows no such customer.'
  return undefined
}

// Whoever runs the command again after a doubt makes no second company.
async function ownsOneCalled(
  { members, companies }: Ports['store'],
  { name, owner }: NewCompany,
): Promise<boolean> {
  const known = await members.byEmail(normalised(owner))
  const actor = known && (await members.actor(known.member.id, null))
  if (!actor) return false
  const same = [actor.company, ...actor.otherCompanies].filter((company) => company.name === name)
  const owners = await Promise.all(same.map((company) => companies.owner(company.id)))
  return owners.some((each) => each?.id === actor.member.id)
}

async function detailsFor(
  { gateway }: Ports,
  { name, owner, stripeCustomer }: NewCompany,
): Promise<BillingDetails> {
  const atStripe = stripeCustomer === undefined ? 'gone' : await gateway.billingDetails(stripeCustomer)
  return atStripe === 'gone' ? { ...noBillingDetails, name, email: normalised(owner) } : { ...atStripe, name }
}

async function owner(
  { store, clock }: Ports,
  passwords: Passwords,
  wanted: NewCompany,
): Promise<{ member: Member; hasPassword: boolean; passwordKept: boolean }> {
  const email = normalised(wanted.owner)
  const hash = wanted.password === undefined ? null : await passwords.hash(wanted.password)
  const known = await store.members.byEmail(email)
  if (!known) {
    const member = { id: randomUUID(), email, name: email.slice(0, email.indexOf('@')), language: null }
    await store.members.add(member, hash, clock.now())
    return { member, hasPassword: hash !== null, passwordKept: false }
  }
  // Somebody who signs in already goes on with the password they have.
  if (known.passwordHash !== null) return { member: known.member, hasPassword: true, passwordKept: true }
  if (hash !== null) await store.members.setPassword(known.member.id, hash)
  return { member: known.member, hasPassword: hash !== null, passwordKept: false }
}

// Where Stripe does not answer, the customer is made when the first card is added.
async function connect(ports: Ports, company: Company): Promise<boolean> {
  try {
    await refreshWallet(ports, await withCustomer(ports, company))
    return true
  } catch (error) {
    if (error instanceof GatewayUnavailable) return false
    throw error
  }
}
