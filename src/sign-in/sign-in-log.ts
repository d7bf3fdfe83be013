// What the log says of coming and going.

import { type Action, byActor, type NewEntry } from '../activity/entry.ts'
import { entriesOf } from '../activity/person-entries.ts'
import type { Actor, Language } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import { normalised } from './credentials.ts'

/** Before the session begins, so that nobody is in without an entry. */
export async function enterSignIn(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  actor: Actor,
  language: Language,
): Promise<void> {
  await store.accounts.hear(actor.member.id, language)
  await store.activity.record([entryOf(actor, 'signed in')], clock.now())
}

export async function enterSignOut({ store, clock }: Ports, actor: Actor): Promise<void> {
  await store.activity.record([entryOf(actor, 'signed out')], clock.now())
}

/**
 * In each company of whoever has this e-mail address; where nobody has it there is none to tell. `at`: when it was.
 * `until`: it was turned away unlooked at, till then. That is entered once, however often it is tried meanwhile: nobody
 * fills the log by it.
 */
export async function enterFailedSignIn(
  { store }: Pick<Ports, 'store'>,
  email: string,
  address: string | null,
  at: number,
  until: number | null = null,
): Promise<void> {
  const known = await store.members.byEmail(normalised(email))
  const actor = known && (await store.members.actor(known.member.id, null))
  if (!actor) return
  const failed = entriesOf({ ...actor, address }, 'sign-in failed', { result: 'refused' })
  const entries = until === null ? failed : failed.map((entry) => turnedAway(entry, until))
  await store.activity.record(entries, at)
}

/** By a limit, until then. */
export function turnedAway(entry: NewEntry, until: number): NewEntry {
  return { ...entry, facts: { why: 'too often' }, once: `turned away/${entry.memberId}/${until}` }
}

function entryOf(actor: Actor, action: Action): NewEntry {
  return { ...byActor(actor), companyId: actor.company.id, action, facts: {}, result: 'done' }
}
