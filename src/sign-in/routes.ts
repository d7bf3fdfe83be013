import { Router } from 'express'
import type { Member } from '../company/company.ts'
import type { Clock } from '../ports/clock.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { lineOf, rawOf } from '../web/forms.ts'
import { ownPath, paths } from '../web/paths.ts'
import { awaitCode, forgetSignIn, signIn, signOut } from '../web/session.ts'
import { answerPage, type PageOptions, redirect, type Site, type Visit } from '../web/site.ts'
import { answerTooMany, comeBackLater } from '../web/too-many.ts'
import { isStillTheirs, memberWith } from './credentials.ts'
import { findBehindLink } from './link-limits.ts'
import { passwordView, type SignInSituation, signInView } from './pages.ts'
import { memberOfLink, useLink } from './password-link.ts'
import { accountOf, beginTry, type Guesser, startAnew, tryWorked } from './sign-in-limits.ts'
import { enterFailedSignIn, enterSignIn, enterSignOut } from './sign-in-log.ts'

/** `people`: their own clock, which sessions go by; `later`: at a moment that nobody can guess. */
export function signInRoutes(
  ports: Ports,
  passwords: Passwords,
  site: Site,
  { anyone }: Doors,
  people: Clock,
  later: (work: () => Promise<void>) => void,
): Router {
  const routes = Router()
  const { members, accounts, passwordLinks, secondFactors, limits } = ports.store
  const now = (): number => ports.clock.now()

  routes.get(
    paths.signIn,
    anyone((visit) => {
      const next = ownPath(visit.request.query.next)
      if (visit.actor) return redirect(visit, next ?? paths.home)
      const text = visit.t.signIn.signedOut
      const lost = visit.request.query.lost === 'yes'
      return signInPage(
        visit,
        { next, email: '', problems: [] },
        lost ? { banner: { kind: 'error', text } } : {},
      )
    }),
  )

  routes.post(
    paths.signIn,
    anyone(async (visit) => {
      const { body } = visit.request
      const email = lineOf(body, 'email')
      const password = rawOf(body, 'password', 1000)
      const next = ownPath(lineOf(body, 'next', 2000))
      const problems = [
        ...(email === '' ? ['noEmail' as const] : []),
        ...(password === '' ? ['noPassword' as const] : []),
      ]
      if (problems.length > 0) return signInPage(visit, { next, email, problems })
      const begun = await beginTry(limits, guesserOf(visit, email), now())
      const { address } = visit
      // Some time afterwards: how long this answer takes, or the next, must not tell whether there is such an account.
      const at = now()
      if (typeof begun === 'number') {
        await tooManyTries(visit, { next, email, problems: [] }, begun)
        return later(() => enterFailedSignIn(ports, email, address, at, begun))
      }
      const known = await memberWith(members, passwords, email, password)
      if (!known) {
        await signInPage(visit, { next, email, problems: ['refused'] })
        return later(() => enterFailedSignIn(ports, email, address, at))
      }
      await tryWorked(limits, begun)
      const { actor, passwordMark } = known
      const [memberId, companyId] = [actor.member.id, actor.company.id]
      const tooLate = async (): Promise<boolean> => !(await isStillTheirs(accounts, memberId, passwordMark))
      const factor = await secondFactors.of(memberId)
      if (factor && factor.onSince !== null) {
        const awaiting = { memberId, companyId, passwordMark, since: people.now(), next: next ?? null }
        await awaitCode(visit.request, awaiting)
        return (await tooLate()) ? overtaken(visit, { next, email }) : redirect(visit, paths.signInCode)
      }
      // With a second factor, once that is shown: the password alone makes no browser known.
      site.knownBrowsers.remember(visit.response, accountOf(email))
      await enterSignIn(ports, { ...actor, address }, visit.language)
      await signIn(visit.request, memberId, companyId, people.now())
      return (await tooLate()) ? overtaken(visit, { next, email }) : redirect(visit, next ?? paths.home)
    }),
  )

  routes.post(
    paths.signOut,
    anyone(async (visit) => {
      if (visit.actor) await enterSignOut(ports, visit.actor)
      await signOut(visit.request)
      return redirect(visit, paths.signIn)
    }),
  )

  routes.get(
    paths.password(':token'),
    anyone(async (visit) => {
      const token = String(visit.request.params.token)
      const member = await memberBehind(visit, token)
      if (typeof member === 'number') return tooManyLinks(visit, member)
      return member ? passwordPage(visit, token, member.email, null) : linkGone(visit)
    }),
  )

  routes.post(
    paths.password(':token'),
    anyone(async (visit) => {
      const token = String(visit.request.params.token)
      const member = await memberBehind(visit, token)
      if (typeof member === 'number') return tooManyLinks(visit, member)
      if (!member) return linkGone(visit)
      const password = rawOf(visit.request.body, 'password', 10_000)
      const answer = await useLink(ports.store, passwords, token, password, visit.address, now())
      if (answer === 'gone') return linkGone(visit)
      if (answer !== 'set') return passwordPage(visit, token, member.email, visit.t.password[answer])
      await startAnew(limits, guesserOf(visit, member.email))
      if (!(await secondFactors.of(member.id)))
        site.knownBrowsers.remember(visit.response, accountOf(member.email))
      return redirect(visit, paths.signIn, { kind: 'done', text: visit.t.password.saved })
    }),
  )

  async function overtaken(visit: Visit, typed: Pick<SignInSituation, 'next' | 'email'>): Promise<void> {
    await forgetSignIn(visit.request)
    return signInPage(visit, { ...typed, problems: ['refused'] })
  }

  function signInPage(
    visit: Visit,
    situation: Omit<SignInSituation, 'sandbox'>,
    more: Partial<PageOptions> = {},
  ): Promise<void> {
    const page = signInView(visit.t, { ...situation, sandbox: site.sandbox })
    const failed = situation.problems.length > 0
    const options = { title: visit.t.signIn.title, failed, status: failed ? 422 : 200, ...more }
    return answerPage(site, visit, 'sign-in/page', { page }, options)
  }

  function tooManyTries(
    visit: Visit,
    situation: Omit<SignInSituation, 'sandbox'>,
    comeBack: number,
  ): Promise<void> {
    const text = visit.t.limits.signIn(comeBackLater(visit, { comeBack, now: now() }))
    return signInPage(visit, situation, { banner: { kind: 'error', text }, status: 429 })
  }

  function guesserOf({ request, address }: Visit, email: string): Guesser {
    const browser = site.knownBrowsers.which(request, accountOf(email))
    return { email, address, browser }
  }

  function memberBehind({ address }: Visit, token: string): Promise<Member | number | null> {
    const at = now()
    return findBehindLink(limits, address, at, () => memberOfLink(passwordLinks, token, at))
  }

  function tooManyLinks(visit: Visit, comeBack: number): Promise<void> {
    return answerTooMany(site, visit, { comeBack, now: now() }, visit.t.limits.link)
  }

  function passwordPage(visit: Visit, token: string, email: string, problem: string | null): Promise<void> {
    const page = passwordView(visit.t, token, email, problem)
    const failed = problem !== null
    const options = { title: visit.t.password.title, failed, status: failed ? 422 : 200 }
    return answerPage(site, visit, 'sign-in/password', { page }, options)
  }

  function linkGone(visit: Visit): Promise<void> {
    const error = {
      title: visit.t.password.linkGone,
      text: visit.t.password.linkGoneHelp,
      homeHref: paths.signIn,
    }
    return answerPage(site, visit, 'error', { error }, { title: error.title, status: 404, failed: true })
  }

  return routes
}
