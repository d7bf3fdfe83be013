// For whoever has lost their phone and their recovery codes, once the operator knows by other means who asks.

import type { Ports } from '../ports/ports.ts'
import { normalised } from '../sign-in/credentials.ts'
import { told } from '../sign-in/told.ts'

/** False where this address is nobody's, or its person has no second factor. */
export async function turnOffSecondFactor(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  email: string,
): Promise<boolean> {
  const known = await store.members.byEmail(normalised(email))
  const actor = known && (await store.members.actor(known.member.id, null))
  if (!actor) return false
  const { mail, entries } = told(actor, 'second factor off', { kind: 'second factor off' })
  // The operator did it, to them.
  const facts = { memberId: actor.member.id }
  const news = {
    ...(mail && { mail }),
    entries: entries.map((entry) => ({ ...entry, memberId: null, facts })),
  }
  return store.secondFactors.turnOff(actor.member.id, news, clock.now())
}
