// People's own data: they have it erased themselves, or their company does once they have left.

import { Router } from 'express'
import { entriesOf } from '../activity/person-entries.ts'
import type { Clock } from '../ports/clock.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { Ports } from '../ports/ports.ts'
import type { FormerMember } from '../ports/privacy.ts'
import { passwordLimits } from '../sign-in/limits.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { rawOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { signOut } from '../web/session.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import { comeBackLater } from '../web/too-many.ts'
import { eraseMember, formerMember } from './erase-member.ts'
import { type Hindrance, hindranceOf } from './hindrance.ts'
import { formerMembersView, goneView, hinderedView, memberErasureView, selfErasureView } from './pages.ts'

/** `people`: their own clock, which sessions go by. */
export function memberDataRoutes(
  ports: Ports,
  passwords: Passwords,
  site: Site,
  { members, membersWho, confirmed }: Doors,
  people: Clock,
): Router {
  const routes = Router()
  const { store, clock } = ports

  routes.get(
    paths.formerMembers,
    membersWho('manage members', async (visit) => {
      const page = formerMembersView(await store.privacy.formerMembers(visit.actor.company.id))
      return answerPage(site, visit, 'privacy/former', { page }, { title: visit.t.privacy.former.title })
    }),
  )

  routes.get(
    paths.userErasure(':id'),
    confirmed('manage members', async (visit) => {
      const former = await formerMember(ports, visit.actor, idOf(visit))
      if (!former) return answerError(site, visit, 'notFound')
      const page = memberErasureView(visit.t, former)
      return answerPage(site, visit, 'privacy/erasure', { page }, { title: page.heading })
    }),
  )

  routes.post(
    paths.userErasure(':id'),
    confirmed(
      'manage members',
      async (visit) => {
        const former = await formerMember(ports, visit.actor, idOf(visit))
        if (!former) return answerError(site, visit, 'notFound')
        const erased = await eraseMember(ports, visit.actor, former.id)
        if (erased === 'missing') return answerError(site, visit, 'notFound')
        if (erased !== 'erased') return hindered(visit, erased, 409, former)
        const text = visit.t.privacy.member.done(former.name)
        return redirect(visit, paths.formerMembers, { kind: 'done', text })
      },
      { back: paths.formerMembers, about: questionAbout },
    ),
  )

  routes.get(
    paths.accountErasure,
    members(async (visit) => {
      const hindrance = hindranceOf(await store.privacy.standing(visit.actor.member.id))
      return hindrance ? hindered(visit, hindrance) : question(visit, null)
    }),
  )

  // The password is asked for each time, whatever the role: there is nothing to come back to.
  routes.post(
    paths.accountErasure,
    members(async (visit) => {
      const { t, actor } = visit
      const password = rawOf(visit.request.body, 'password', 1_000)
      if (password === '') return question(visit, t.privacy.self.passwordMissing)
      // One count for every form that asks for it: more forms are no more guesses.
      const now = people.now()
      const limits = passwordLimits(actor.member.id)
      const comeBack = await store.limits.take(limits, now)
      if (comeBack !== null) {
        const wait = comeBackLater(visit, { comeBack, now })
        return question(visit, t.privacy.self.tooOften(wait), 429)
      }
      const known = await store.members.byEmail(actor.member.email)
      if (!(await passwords.verify(known?.passwordHash ?? null, password))) {
        await store.activity.record(
          entriesOf(actor, 'password confirmed', { result: 'refused' }),
          clock.now(),
        )
        return question(visit, t.privacy.self.passwordWrong)
      }
      await store.limits.forget(limits.map(({ key }) => key))
      const erased = await eraseMember(ports, actor, actor.member.id)
      if (erased === 'missing') return answerError(site, visit, 'notFound')
      return erased === 'erased' ? gone(visit) : hindered(visit, erased, 409)
    }),
  )

  async function questionAbout(visit: MemberVisit): Promise<string | null> {
    const former = await formerMember(ports, visit.actor, idOf(visit))
    return former && visit.t.privacy.member.title(former.name)
  }

  function question(visit: MemberVisit, error: string | null, status = 422): Promise<void> {
    const page = selfErasureView(visit.t, error)
    const failed = error !== null
    return answerPage(
      site,
      visit,
      'privacy/erasure',
      { page },
      { title: page.heading, failed, status: failed ? status : 200 },
    )
  }

  function hindered(
    visit: MemberVisit,
    hindrance: Hindrance,
    status = 200,
    whoLeft?: FormerMember,
  ): Promise<void> {
    const page = hinderedView(visit.t, hindrance, visit.actor.company.id, whoLeft)
    return answerPage(site, visit, 'privacy/state', { page }, { title: page.heading, status })
  }

  async function gone(visit: MemberVisit): Promise<void> {
    await signOut(visit.request)
    const page = goneView(visit.t.privacy.gone.self)
    return answerPage(site, { ...visit, actor: null }, 'privacy/state', { page }, { title: page.heading })
  }

  return routes
}

function idOf({ request }: MemberVisit): string {
  const id = String(request.params.id)
  return /^[\w-]{1,64}$/.test(id) ? id : ''
}
