import { Router } from 'express'
import { entriesOf } from '../activity/person-entries.ts'
import type { Actor } from '../company/company.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { lineOf } from '../web/forms.ts'
import type { Awaiting } from '../web/kept-sessions.ts'
import { paths } from '../web/paths.ts'
import { forgetSignIn, signIn } from '../web/session.ts'
import { answerPage, redirect, type Site, type Visit } from '../web/site.ts'
import { untilThen } from '../web/too-many.ts'
import { type CodeKind, codeView } from './code-page.ts'
import { isStillTheirs } from './credentials.ts'
import { codeLimits, codeWorked, triesLimit } from './limits.ts'
import { type FactorPorts, takeCode, takeRecoveryCode } from './second-factor.ts'
import { accountOf } from './sign-in-limits.ts'
import { enterSignIn, turnedAway } from './sign-in-log.ts'

/** From the right password to the right code. */
const awaitingLasts = 10 * 60_000

/** `people`: their own clock, which their phones go by. */
export function signInCodeRoutes(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  factor: FactorPorts,
  site: Site,
  { anyone }: Doors,
  people: Clock,
): Router {
  const routes = Router()

  routes.get(
    paths.signInCode,
    anyone((visit) => {
      if (visit.actor) return redirect(visit, paths.home)
      if (!awaitingIn(visit)) return redirect(visit, paths.signIn)
      return codePage(visit, visit.request.query.kind === 'recovery' ? 'recovery' : 'digits', null, 200)
    }),
  )

  routes.post(
    paths.signInCode,
    anyone(async (visit) => {
      const { request, t } = visit
      if (visit.actor) return redirect(visit, paths.home)
      const awaiting = awaitingIn(visit)
      const actor = awaiting && (await store.members.actor(awaiting.memberId, awaiting.companyId))
      if (!awaiting || !actor) return startOver(visit, t.code.tooLate)
      const now = people.now()
      const who = { ...actor, address: visit.address }
      const startAgainAt = await store.limits.take([triesLimit(awaiting.id)], now)
      if (startAgainAt !== null) {
        await enterFailure(who, startAgainAt)
        return startOver(visit, t.code.tooMany)
      }
      const kind: CodeKind = lineOf(request.body, 'kind') === 'recovery' ? 'recovery' : 'digits'
      const account = accountOf(actor.member.email)
      const browser = site.knownBrowsers.which(request, account)
      const limits = codeLimits(actor.member.id, visit.address, browser)
      const comeBack = await store.limits.take(limits, now)
      if (comeBack !== null) {
        await enterFailure(who, comeBack)
        return codePage(visit, kind, untilThen(visit, comeBack, now), 429)
      }
      if (!(await takes(who, kind, lineOf(request.body, 'code'), now))) {
        const refused = kind === 'recovery' ? t.code.recoveryRefused : t.code.refused
        await enterFailure(who)
        return codePage(visit, kind, refused, 422)
      }
      await codeWorked(store.limits, limits, now)
      await enterSignIn({ store, clock }, who, visit.language)
      await signIn(request, actor.member.id, actor.company.id, now)
      if (!(await isStillTheirs(store.accounts, actor.member.id, awaiting.passwordMark)))
        return startOver(visit, t.code.tooLate)
      site.knownBrowsers.remember(visit.response, account)
      return redirect(visit, awaiting.next ?? paths.home)
    }),
  )

  function takes(actor: Actor, kind: CodeKind, typed: string, now: number): Promise<boolean> {
    return kind === 'recovery'
      ? takeRecoveryCode(factor, actor, typed)
      : takeCode(factor, actor.member.id, typed, now)
  }

  // The password alone is no sign-in: what becomes of one is known here.
  function enterFailure(actor: Actor, until?: number): Promise<void> {
    const entries = entriesOf(actor, 'sign-in failed', { facts: { why: 'code' }, result: 'refused' })
    const entered = until === undefined ? entries : entries.map((entry) => turnedAway(entry, until))
    return store.activity.record(entered, clock.now())
  }

  function awaitingIn({ request }: Visit): Awaiting | null {
    const { awaiting } = request.session
    return awaiting && people.now() - awaiting.since < awaitingLasts ? awaiting : null
  }

  async function startOver(visit: Visit, text: string): Promise<void> {
    await forgetSignIn(visit.request)
    return redirect(visit, paths.signIn, { kind: 'error', text })
  }

  function codePage(visit: Visit, kind: CodeKind, error: string | null, status: number): Promise<void> {
    const page = codeView(visit.t, kind, error)
    return answerPage(
      site,
      visit,
      'sign-in/code',
      { page },
      { title: page.heading, failed: error !== null, status },
    )
  }

  return routes
}
