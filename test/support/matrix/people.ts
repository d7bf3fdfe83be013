// Everybody who may stand before a door, each with a live session: two companies, every role, and one who was removed.

import { randomUUID } from 'node:crypto'
import type { Role } from '../../../src/company/company.ts'
import { cookieOf } from '../by-hand.ts'
import type { Desk } from '../running-desk.ts'
import { companyNamed } from '../story.ts'

export const everybody = [
  'nobody',
  'owner',
  'administrator',
  'billing',
  'developer',
  'another company’s owner',
  'removed member',
] as const

export type Person = (typeof everybody)[number]

/** Whose something is: Atelier's, where the roles are, or that of another company. */
export type Side = 'ours' | 'theirs'

export const companies: Readonly<Record<Side, string>> = {
  ours: 'Atelier Lumière',
  theirs: 'Brasserie du Port',
}

const addresses: Readonly<Record<Exclude<Person, 'nobody'>, string>> = {
  owner: 'alice@atelier.example',
  administrator: 'adele@atelier.example',
  billing: 'bob@atelier.example',
  developer: 'dan@atelier.example',
  'another company’s owner': 'charlie@brasserie.example',
  'removed member': 'remi@atelier.example',
}

export function sideOf(person: Person): Side | null {
  if (person === 'nobody' || person === 'removed member') return null
  return person === 'another company’s owner' ? 'theirs' : 'ours'
}

export function isMember(person: Person): boolean {
  return sideOf(person) !== null
}

export interface People {
  /** The cookie of their session; empty for nobody. */
  session(person: Person): string
  /** One more session of theirs, for what ends it. */
  anotherSession(person: Person): Promise<string>
  /** Signs everybody in anew, whose session was ended. */
  comeBack(): Promise<void>
}

/** Signs everybody in; one of them is removed afterwards, and keeps the cookie. */
export async function gather(desk: Desk): Promise<People> {
  const { id } = await companyNamed(desk, companies.ours)
  await addMember(desk, addresses.administrator, 'administrator', id)
  await addMember(desk, addresses['removed member'], 'administrator', id)
  const signIn = async (person: Person): Promise<string> =>
    person === 'nobody' ? '' : cookieOf(desk, addresses[person])
  const cookies = new Map<Person, string>()
  for (const person of everybody) cookies.set(person, await signIn(person))
  await desk.database.run(
    'delete from memberships where member_id = (select id from members where email = $1)',
    [addresses['removed member']],
  )
  const comeBack = async (): Promise<void> => {
    for (const person of everybody.filter(isMember)) cookies.set(person, await signIn(person))
  }
  return {
    comeBack,
    session: (person) => cookies.get(person) ?? '',
    anotherSession: async (person) =>
      person === 'removed member' ? (cookies.get(person) ?? '') : signIn(person),
  }
}

/** One more member, with everybody's password; the id. */
export async function addMember(desk: Desk, email: string, role: Role, companyId: string): Promise<string> {
  const { members } = desk.ports.store
  const id = randomUUID()
  const known = await members.byEmail(addresses.owner)
  const name = email.slice(0, email.indexOf('@'))
  await members.add({ id, email, name, language: null }, known?.passwordHash ?? null, Date.now())
  await members.join(companyId, id, role, Date.now())
  return id
}

/** Everybody's own other company, to switch to; the ids. */
export async function addOtherCompanies(desk: Desk): Promise<Readonly<Record<Side, string>>> {
  const { ports } = desk
  const found: Record<Side, string> = { ours: randomUUID(), theirs: randomUUID() }
  for (const side of ['ours', 'theirs'] as const) {
    const details = await ports.store.companies.billingDetails((await companyNamed(desk, companies[side])).id)
    const company = { id: found[side], name: `Second of ${companies[side]}`, stripeCustomerId: null }
    await ports.store.companies.add(company, details, Date.now())
    for (const person of everybody.filter((each) => sideOf(each) === side)) {
      const email = person === 'nobody' ? '' : addresses[person]
      const known = await ports.store.members.byEmail(email)
      await ports.store.members.join(
        company.id,
        known?.member.id ?? '',
        roles[person] ?? 'developer',
        Date.now() + 1000,
      )
    }
  }
  return found
}

const roles: Readonly<Partial<Record<Person, Role>>> = {
  owner: 'owner',
  administrator: 'administrator',
  billing: 'billing',
  'another company’s owner': 'owner',
}
