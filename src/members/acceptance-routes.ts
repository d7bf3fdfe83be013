import { type RequestHandler, Router } from 'express'
import type { Clock } from '../ports/clock.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { Ports } from '../ports/ports.ts'
import type { Asked } from '../ports/team.ts'
import type { Doors } from '../web/doors.ts'
import { lineOf, rawOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { signIn } from '../web/session.ts'
import { answerPage, redirect, type Site, type Visit } from '../web/site.ts'
import {
  accept,
  acceptAsNewcomer,
  faultsOfNewcomer,
  type NewcomerFault,
  type Standing,
  standingOf,
  type Way,
} from './accept.ts'
import { acceptanceView, signInThen } from './acceptance-page.ts'

interface Typed {
  readonly name: string
  readonly faults: readonly NewcomerFault[]
}

/** `people`: their own clock, which sessions go by. */
export function acceptanceRoutes(
  ports: Ports,
  passwords: Passwords,
  site: Site,
  { anyone }: Doors,
  people: Clock,
): Router {
  const routes = Router()
  const address = paths.acceptance(':token')

  // The address is the key: no other site hears of it.
  const withoutReferrer: RequestHandler = (_request, response, next) => {
    response.set('Referrer-Policy', 'no-referrer')
    next()
  }

  routes.get(
    address,
    withoutReferrer,
    anyone(async (visit) => {
      const standing = await standingOn(visit)
      if (standing.state !== 'open') return gone(visit, standing.state)
      return question(visit, standing.invitation, standing.way, { name: '', faults: [] })
    }),
  )

  routes.post(
    address,
    withoutReferrer,
    anyone(async (visit) => {
      const standing = await standingOn(visit)
      if (standing.state !== 'open') return gone(visit, standing.state)
      const { invitation, way } = standing
      if (way === 'new') return settle(visit, invitation)
      if (way === 'sign in') return redirect(visit, signInThen(paths.acceptance(tokenOf(visit))))
      if (way === 'someone else') return question(visit, invitation, way, { name: '', faults: [] })
      return join(visit, invitation, way)
    }),
  )

  async function join(visit: Visit, invitation: Asked, way: 'join' | 'join, then sign in'): Promise<void> {
    const accepted = await accept(ports, invitation, visit.address)
    if (!('companyId' in accepted)) return redirect(visit, paths.acceptance(tokenOf(visit)))
    const { acceptance } = visit.t.members
    if (way === 'join, then sign in') {
      const text = acceptance.joinedSignIn(invitation.company)
      return redirect(visit, paths.signIn, { kind: 'done', text })
    }
    visit.request.session.companyId = accepted.companyId
    return redirect(visit, paths.home, { kind: 'done', text: acceptance.joined(invitation.company) })
  }

  async function settle(visit: Visit, invitation: Asked): Promise<void> {
    const { request, language } = visit
    const typed = {
      name: lineOf(request.body, 'name', 5_000),
      password: rawOf(request.body, 'password', 10_000),
    }
    const faults = faultsOfNewcomer(typed, invitation)
    if (faults.length > 0) return question(visit, invitation, 'new', { name: typed.name, faults })
    const accepted = await acceptAsNewcomer(ports, passwords, invitation, typed, language, visit.address)
    // Used meanwhile, or the address has an account by now: the page itself says what is left to do.
    if (!('companyId' in accepted)) return redirect(visit, paths.acceptance(tokenOf(visit)))
    await signIn(request, accepted.memberId, accepted.companyId, people.now())
    const text = visit.t.members.acceptance.joined(invitation.company)
    return redirect(visit, paths.home, { kind: 'done', text })
  }

  function standingOn(visit: Visit): Promise<Standing> {
    return standingOf(ports.store, tokenOf(visit), visit.actor, ports.clock.now())
  }

  function question(visit: Visit, invitation: Asked, way: Way, { name, faults }: Typed): Promise<void> {
    const situation = { token: tokenOf(visit), invitation, way, actor: visit.actor, name, faults }
    const page = acceptanceView(visit.t, situation)
    const failed = faults.length > 0
    const status = way === 'someone else' ? 403 : failed ? 422 : 200
    const options = { title: page.heading, failed, status }
    return answerPage(site, visit, 'members/acceptance', { page }, options)
  }

  function gone(visit: Visit, state: Exclude<Standing['state'], 'open'>): Promise<void> {
    const error = { ...visit.t.members.acceptance.gone[state], homeHref: paths.home }
    const status = state === 'unknown' ? 404 : 410
    return answerPage(site, visit, 'error', { error }, { title: error.title, status, failed: true })
  }

  return routes
}

function tokenOf({ request }: Visit): string {
  return String(request.params.token)
}
