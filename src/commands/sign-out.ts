// Ends every session of a person at once: when a device is lost, or an account looks taken over.

import type { Ports } from '../ports/ports.ts'
import { normalised } from '../sign-in/credentials.ts'
import { told } from '../sign-in/told.ts'

/** How many sessions were ended, also those that still awaited a code; null where this address is nobody's. */
export async function signOutEverywhere(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  email: string,
): Promise<number | null> {
  const known = await store.members.byEmail(normalised(email))
  if (!known) return null
  const { id } = known.member
  const now = clock.now()
  const hashes = (await store.sessions.of(id, now)).map(({ idHash }) => idHash)
  const actor = await store.members.actor(id, null)
  // The operator did it, to them.
  const entries = (actor ? told(actor, 'session ended').entries : []).map((entry) => ({
    ...entry,
    memberId: null,
    facts: { memberId: id },
  }))
  return store.sessions.endSome(id, hashes, entries, now)
}
