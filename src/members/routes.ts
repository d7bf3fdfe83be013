import { Router } from 'express'
import { may } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import type { TeamChange, TeamMember } from '../ports/team.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { lineOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { signOut } from '../web/session.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import type { UsersAnswers } from './answers.ts'
import { ownershipView, roleView, userRemovalView } from './pages.ts'
import { asGivenRole, refusalOfChange, standingOf } from './team.ts'

export function memberRoutes(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  site: Site,
  { membersWho, confirmed }: Doors,
  answers: UsersAnswers,
): Router {
  const routes = Router()
  const { team } = store

  routes.get(
    paths.users,
    membersWho('manage members', (visit) => answers.users(visit)),
  )

  routes.get(
    paths.ownership,
    membersWho('own the company', async (visit) => {
      const { to } = visit.request.query
      return askForOwner(visit, { chosen: typeof to === 'string' ? to : '' })
    }),
  )

  routes.post(
    paths.ownership,
    confirmed(
      'own the company',
      async (visit) => {
        const heir = await memberOf(visit, lineOf(visit.request.body, 'to'))
        if (!heir) return askForOwner(visit, { chosen: '', missing: true })
        const answer = await team.handOver(visit.actor, heir.memberId, clock.now())
        if (answer !== 'done') return refuse(visit, answer)
        return answers.done(visit, visit.t.members.done.handedOver(heir.name))
      },
      {
        back: paths.users,
        about: async ({ t, actor }) => t.members.ownership.title(actor.company.name),
      },
    ),
  )

  routes.get(
    paths.userRemoval(':id'),
    membersWho('manage members', async (visit) => {
      const subject = await memberOf(visit, visit.request.params.id)
      if (!subject) return answerError(site, visit, 'notFound')
      const people = await team.of(visit.actor.company.id)
      const refusal = refusalOfChange(people, visit.actor.member.id, subject.memberId, null)
      if (refusal) return refuse(visit, refusal)
      const page = userRemovalView(visit.t, visit.actor, subject)
      return answerPage(site, visit, 'members/removal', { page }, { title: page.heading })
    }),
  )

  routes.post(
    paths.userRemoval(':id'),
    confirmed(
      'manage members',
      async (visit) => {
        const subject = await memberOf(visit, visit.request.params.id)
        if (!subject) return answerError(site, visit, 'notFound')
        const answer = await team.remove(visit.actor, subject.memberId, clock.now())
        if (answer !== 'done') return refuse(visit, answer)
        if (subject.memberId === visit.actor.member.id) return leave(visit)
        return answers.done(visit, visit.t.members.done.removed(subject.name))
      },
      { back: paths.users, about: removalOf },
    ),
  )

  routes.get(
    paths.user(':id'),
    membersWho('manage members', async (visit) => {
      const subject = await memberOf(visit, visit.request.params.id)
      if (!subject) return answerError(site, visit, 'notFound')
      return subject.role === 'owner' ? refuse(visit, 'owner') : askForRole(visit, subject)
    }),
  )

  routes.post(
    paths.user(':id'),
    // A role opens what an invitation would, and closes what a removal would: it asks for no less than they do.
    confirmed('manage members', (visit) => changeRole(visit), { back: paths.users, about: roleOf }),
  )

  async function removalOf(visit: MemberVisit): Promise<string | null> {
    const subject = await memberOf(visit, visit.request.params.id)
    return subject ? userRemovalView(visit.t, visit.actor, subject).heading : null
  }

  async function roleOf(visit: MemberVisit): Promise<string | null> {
    const subject = await memberOf(visit, visit.request.params.id)
    return subject ? visit.t.members.role.title(subject.name) : null
  }

  async function changeRole(visit: MemberVisit): Promise<void> {
    const { t, actor } = visit
    const subject = await memberOf(visit, visit.request.params.id)
    if (!subject) return answerError(site, visit, 'notFound')
    const role = asGivenRole(lineOf(visit.request.body, 'role'))
    if (!role) return askForRole(visit, subject, 'nothing chosen')
    const answer = await team.changeRole(actor, subject.memberId, role, clock.now())
    if (answer !== 'done' && answer !== 'same') return refuse(visit, answer)
    const { done, roles: names } = t.members
    const said = (answer === 'done' ? done.role : done.sameRole)(subject.name, names[role])
    const staysHere = subject.memberId !== actor.member.id || may(role, 'manage members')
    return staysHere ? answers.done(visit, said) : redirect(visit, paths.home, { kind: 'done', text: said })
  }

  // Found among the company's own, and nowhere else: another's are as unknown as those who never were.
  async function memberOf({ actor }: MemberVisit, id: unknown): Promise<TeamMember | undefined> {
    return standingOf(await team.of(actor.company.id), String(id))
  }

  function askForRole(visit: MemberVisit, subject: TeamMember, fault?: 'nothing chosen'): Promise<void> {
    const isYou = subject.memberId === visit.actor.member.id
    const page = roleView(visit.t, subject, isYou, fault ? '' : subject.role)
    return answerPage(
      site,
      visit,
      'members/role',
      { page },
      { title: page.heading, failed: fault !== undefined, status: fault ? 422 : 200 },
    )
  }

  async function askForOwner(
    visit: MemberVisit,
    situation: { chosen: string; missing?: boolean },
  ): Promise<void> {
    const people = await team.of(visit.actor.company.id)
    const page = ownershipView(visit.t, visit.actor, people, situation)
    const { missing = false } = situation
    const options = { title: page.heading, failed: missing, status: missing ? 422 : 200 }
    return answerPage(site, visit, 'members/ownership', { page }, options)
  }

  async function leave(visit: MemberVisit): Promise<void> {
    const [next] = visit.actor.otherCompanies
    if (!next) {
      await signOut(visit.request)
      return redirect(visit, paths.signIn)
    }
    visit.request.session.companyId = next.id
    const text = visit.t.members.done.left(visit.actor.company.name)
    return redirect(visit, paths.home, { kind: 'done', text })
  }

  function refuse(visit: MemberVisit, answer: Exclude<TeamChange, 'done'>): Promise<void> {
    if (answer === 'missing') return answerError(site, visit, 'notFound')
    if (answer === 'owner' || answer === 'last') {
      const status = answer === 'owner' ? 403 : 422
      return answers.refused(visit, visit.t.members.refused[answer], status)
    }
    return answerError(site, visit, 'notForRole')
  }

  return routes
}
