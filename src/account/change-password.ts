// Who knows their password may set another one, and is signed out everywhere.

import { entriesOf } from '../activity/person-entries.ts'
import type { Actor } from '../company/company.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { Store } from '../ports/store.ts'
import { passwordLimits } from '../sign-in/limits.ts'
import { faultOf, type PasswordFault } from '../sign-in/password.ts'
import { told } from '../sign-in/told.ts'

export type Changed =
  | { readonly result: 'changed' | 'wrong' }
  | { readonly result: 'refused'; readonly why: PasswordFault }
  /** Wrong too often. */
  | { readonly result: 'wait'; readonly until: number }

/** Ends this session, too: whoever goes on with it is given a new one. `people`: the time as sessions and limits have it. */
export async function changePassword(
  { accounts, limits, activity }: Pick<Store, 'accounts' | 'limits' | 'activity'>,
  passwords: Passwords,
  actor: Actor,
  { current, next }: { current: string; next: string },
  { now, people }: { now: number; people: number },
): Promise<Changed> {
  const { id, name, email } = actor.member
  const fault = faultOf(next, [name, email, actor.company.name])
  if (fault) return { result: 'refused', why: fault }
  const counted = passwordLimits(id)
  const until = await limits.take(counted, people)
  if (until !== null) return { result: 'wait', until }
  if (!(await passwords.verify(await accounts.passwordHash(id), current))) {
    await activity.record(entriesOf(actor, 'password changed', { result: 'refused' }), now)
    return { result: 'wrong' }
  }
  await limits.forget(counted.map(({ key }) => key))
  const news = told(actor, 'password changed', { kind: 'password changed' })
  await accounts.changePassword(id, await passwords.hash(next), news, now)
  return { result: 'changed' }
}
