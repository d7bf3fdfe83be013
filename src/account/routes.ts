import { Router } from 'express'
import type { Clock } from '../ports/clock.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { Ports } from '../ports/ports.ts'
import { told } from '../sign-in/told.ts'
import { deviceOf } from '../web/device.ts'
import type { Doors } from '../web/doors.ts'
import { lineOf, rawOf } from '../web/forms.ts'
import { asLanguage, forgetLanguage } from '../web/locale.ts'
import { sessionsOf } from '../web/member-sessions.ts'
import { paths } from '../web/paths.ts'
import { confirmSession } from '../web/session.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import { untilThen } from '../web/too-many.ts'
import type { FieldFault } from '../web/views.ts'
import { words } from '../words/words.ts'
import { changePassword } from './change-password.ts'
import { accountView } from './pages.ts'

/** `people`: their own clock, which sessions go by. */
export function accountRoutes(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  passwords: Passwords,
  site: Site,
  { members }: Doors,
  people: Clock,
  wake: () => void,
): Router {
  const routes = Router()

  routes.get(
    paths.account,
    members((visit) => accountPage(visit)),
  )

  routes.post(
    paths.account,
    members(async (visit) => {
      const { actor, t } = visit
      const name = lineOf(visit.request.body, 'name', 5_000)
      const problem = name === '' ? t.account.nameMissing : name.length > 200 ? t.account.nameTooLong : null
      if (problem) return accountPage(visit, { name, faults: [{ id: 'name', text: problem }] })
      await store.accounts.rename(actor.member.id, name, told(actor, 'profile changed'), clock.now())
      return done(visit, t.account.nameSaved)
    }),
  )

  routes.post(
    paths.accountLanguage,
    members(async (visit) => {
      const { actor } = visit
      const language = asLanguage(lineOf(visit.request.body, 'language')) ?? null
      await store.accounts.speak(actor.member.id, language, told(actor, 'profile changed'), clock.now())
      // What they choose here counts from now on, and not what this browser was switched to before.
      forgetLanguage(visit.response)
      const said = language ?? asLanguage(visit.request.acceptsLanguages(['en', 'fr'])) ?? 'en'
      return done(visit, words[said].account.languageSaved)
    }),
  )

  routes.post(
    paths.accountPassword,
    members(async (visit) => {
      const { request, actor, t } = visit
      const current = rawOf(request.body, 'current-password', 10_000)
      const next = rawOf(request.body, 'new-password', 10_000)
      const refuse = (text: string, id = 'current-password', status = 422): Promise<void> =>
        accountPage(visit, { faults: [{ id, text }], status })
      if (current === '') return refuse(t.account.currentMissing)
      const now = people.now()
      const typed = { current, next }
      const answer = await changePassword(store, passwords, actor, typed, { now: clock.now(), people: now })
      if (answer.result === 'refused') return refuse(t.password[answer.why], 'new-password')
      if (answer.result === 'wrong') return refuse(t.account.currentWrong)
      if (answer.result === 'wait')
        return refuse(untilThen(visit, answer.until, now), 'current-password', 429)
      await confirmSession(request, now)
      wake()
      return done(visit, t.account.passwordChanged)
    }),
  )

  function done(visit: MemberVisit, text: string): Promise<void> {
    return redirect(visit, paths.account, { kind: 'done', text })
  }

  async function accountPage(
    visit: MemberVisit,
    {
      name = visit.actor.member.name,
      faults = [],
      status = faults.length > 0 ? 422 : 200,
    }: { name?: string; faults?: readonly FieldFault[]; status?: number } = {},
  ): Promise<void> {
    const { actor, request, language, t } = visit
    const sessions = await sessionsOf(store.sessions, actor.member.id, people.now())
    const factor = await store.secondFactors.of(actor.member.id)
    const page = accountView(language, {
      actor,
      hasFactor: typeof factor?.onSince === 'number',
      sessions: sessions.map((session) => ({ ...session, ...deviceOf(session.userAgent) })),
      current: request.session.handle ?? '',
      name,
      faults,
    })
    const options = { title: t.account.title, failed: faults.length > 0, status }
    return answerPage(site, visit, 'account/page', { page }, options)
  }

  return routes
}
