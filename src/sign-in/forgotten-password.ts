// Who has forgotten their password is sent a link to set another one. It is good for an hour, once.

import type { Actor } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import { normalised } from './credentials.ts'
import { newToken } from './password-link.ts'
import { told } from './told.ts'

const lifetime = 60 * 60_000

/** Nothing for an address that is nobody's. `address`: the network's, for the log. */
export async function offerReset(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  email: string,
  address: string | null,
): Promise<void> {
  const known = await store.members.byEmail(normalised(email))
  const found = known && (await store.members.actor(known.member.id, null))
  if (!found) return
  const actor: Actor = { ...found, address }
  const { token, hash } = newToken()
  const now = clock.now()
  const expiresAt = now + lifetime
  const news = told(actor, 'password reset asked', { kind: 'password reset', token, expiresAt })
  await store.accounts.offerReset(actor.member.id, hash, expiresAt, news, now)
}
