// What the log says of coming and going.

import { type Action, byActor, type NewEntry } from '../activity/entry.ts'
import type { Actor } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import { normalised } from './credentials.ts'

/** Before the session begins, so that nobody is in without an entry. */
export async function enterSignIn({ store, clock }: Ports, actor: Actor): Promise<void> {
  await store.activity.record([entryOf(actor, 'signed in')], clock.now())
}

export async function enterSignOut({ store, clock }: Ports, actor: Actor): Promise<void> {
  await store.activity.record([entryOf(actor, 'signed out')], clock.now())
}

/** In each company of whoever has this e-mail address; where nobody has it there is none to tell. `at`: when it was. */
export async function enterFailedSignIn(
  { store }: Pick<Ports, 'store'>,
  email: string,
  address: string | null,
  at: number,
): Promise<void> {
  const known = await store.members.byEmail(normalised(email))
  const actor = known && (await store.members.actor(known.member.id, null))
  if (!actor) return
  const failed = { ...entryOf({ ...actor, address }, 'sign-in failed'), result: 'refused' as const }
  const companies = [actor.company, ...actor.otherCompanies]
  await store.activity.record(
    companies.map(({ id }) => ({ ...failed, companyId: id })),
    at,
  )
}

function entryOf(actor: Actor, action: Action): NewEntry {
  return { ...byActor(actor), companyId: actor.company.id, action, facts: {}, result: 'done' }
}
