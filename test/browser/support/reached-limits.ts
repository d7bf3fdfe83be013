import type { Actor } from '../../../src/company/company.ts'
import type { Limit } from '../../../src/ports/limits.ts'
import type { Guest, Stage } from './stage.ts'

/** As if this member had done it as often as they may, just now. */
export async function reach(
  limitsOf: (actor: Actor) => readonly Limit[],
  { email }: Guest,
  { desk }: Stage,
): Promise<void> {
  const { members, limits } = desk.ports.store
  const known = await members.byEmail(email)
  const actor = known && (await members.actor(known.member.id, null))
  if (!actor) throw new Error('nobody is here')
  const ofMember = limitsOf(actor).filter(({ key }) => key.includes('/member/'))
  const now = Date.now()
  for (let at = 0; at < 20; at++) await limits.take(ofMember, now)
}
