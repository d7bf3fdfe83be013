import { Router } from 'express'
import type { Clock } from '../ports/clock.ts'
import type { Ports } from '../ports/ports.ts'
import { told } from '../sign-in/told.ts'
import type { Doors } from '../web/doors.ts'
import { type MemberSession, sessionsOf } from '../web/member-sessions.ts'
import { paths } from '../web/paths.ts'
import { type MemberVisit, redirect } from '../web/site.ts'

/** Ends somebody's sessions from another one of theirs. `people`: their own clock, which sessions go by. */
export function sessionRoutes(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { members }: Doors,
  people: Clock,
): Router {
  const routes = Router()

  routes.post(
    paths.sessions,
    members(async (visit) => {
      const current = visit.request.session.handle
      await end(visit, ({ handle }) => handle !== current)
      return say(visit, visit.t.account.endedOthers)
    }),
  )

  routes.post(
    paths.session(':handle'),
    members(async (visit) => {
      const { account } = visit.t
      const wanted = visit.request.params.handle
      const ended = await end(visit, ({ handle }) => handle === wanted)
      return say(visit, ended > 0 ? account.ended : account.endedBefore)
    }),
  )

  // Looked for among their own: of anybody else's we know as little as of one that never was.
  async function end({ actor }: MemberVisit, which: (session: MemberSession) => boolean): Promise<number> {
    const theirs = await sessionsOf(store.sessions, actor.member.id, people.now())
    const hashes = theirs.filter(which).map(({ idHash }) => idHash)
    return store.sessions.endSome(actor.member.id, hashes, told(actor, 'session ended').entries, clock.now())
  }

  function say(visit: MemberVisit, text: string): Promise<void> {
    return redirect(visit, paths.account, { kind: 'done', text })
  }

  return routes
}
