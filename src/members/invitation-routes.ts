import { Router } from 'express'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { lineOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { answerPage, type MemberVisit, type Site } from '../web/site.ts'
import type { Banner } from '../web/views.ts'
import { formatMoment } from '../words/format.ts'
import type { UsersAnswers } from './answers.ts'
import type { InvitationTokens } from './invitation-tokens.ts'
import { type InvitationFault, invite, inviteAgain, mostInADay, type TypedInvitation } from './invite.ts'
import { inviteView } from './invite-page.ts'

export function invitationRoutes(
  ports: Pick<Ports, 'store' | 'clock'>,
  site: Site,
  { confirmed, membersWho }: Doors,
  answers: UsersAnswers,
  tokens: InvitationTokens,
): Router {
  const routes = Router()
  const { store, clock } = ports

  routes.get(
    paths.invitations,
    membersWho('manage members', (visit) => form(visit, { email: '', role: '' })),
  )

  routes.post(
    paths.invitations,
    confirmed(
      'manage members',
      async (visit) => {
        const { body } = visit.request
        const typed = { email: lineOf(body, 'email', 5_000), role: lineOf(body, 'role', 5_000) }
        const answer = await invite(ports, tokens, visit.actor, typed, visit.language)
        if (answer.result === 'faulty') return form(visit, typed, { faults: answer.faults, status: 422 })
        if (answer.result === 'limited') {
          comeBackAt(visit, answer.until)
          const banner: Banner = { kind: 'error', text: limited(visit, answer.until) }
          return form(visit, typed, { banner, status: 429 })
        }
        if (answer.result !== 'done') return answerError(site, visit, 'notForRole')
        return answers.done(visit, visit.t.members.done.invited(answer.email))
      },
      { back: paths.users, about: async ({ t }) => t.members.invite.title },
    ),
  )

  routes.post(
    paths.invitation(':id'),
    confirmed('manage members', (visit) => again(visit), { back: paths.users, about: whose }),
  )

  routes.post(
    paths.withdrawal(':id'),
    membersWho('manage members', (visit) => withdraw(visit)),
  )

  async function pendingIn({ actor, request }: MemberVisit) {
    const pending = await store.invitations.pending(actor.company.id)
    return pending.find(({ id }) => id === request.params.id)
  }

  async function whose(visit: MemberVisit): Promise<string | null> {
    const invitation = await pendingIn(visit)
    const { members, mail } = visit.t
    return invitation ? `${members.again}${mail.colon} ${invitation.email}` : null
  }

  async function again(visit: MemberVisit): Promise<void> {
    const id = String(visit.request.params.id)
    const answer = await inviteAgain(ports, tokens, visit.actor, id, visit.language)
    if (answer.result === 'limited') {
      comeBackAt(visit, answer.until)
      return answers.refused(visit, limited(visit, answer.until), 429)
    }
    if (answer.result === 'no right') return answerError(site, visit, 'notForRole')
    if (answer.result !== 'done') return answerError(site, visit, 'notFound')
    return answers.done(visit, visit.t.members.done.again(answer.email))
  }

  async function withdraw(visit: MemberVisit): Promise<void> {
    const { actor } = visit
    const invitation = await pendingIn(visit)
    if (!invitation) return answerError(site, visit, 'notFound')
    const answer = await store.invitations.withdraw(actor, invitation.id, clock.now())
    if (answer === 'no right') return answerError(site, visit, 'notForRole')
    if (answer === 'missing') return answerError(site, visit, 'notFound')
    return answers.done(visit, visit.t.members.done.withdrawn(invitation.email))
  }

  function form(
    visit: MemberVisit,
    typed: TypedInvitation,
    { faults = [], ...said }: { faults?: readonly InvitationFault[]; banner?: Banner; status?: number } = {},
  ): Promise<void> {
    const page = inviteView(visit.t, visit.actor.company.name, typed, faults)
    const title = visit.t.members.invite.title
    return answerPage(site, visit, 'members/invite', { page }, { title, failed: faults.length > 0, ...said })
  }

  function comeBackAt({ response }: MemberVisit, until: number): void {
    response.set('Retry-After', String(Math.max(1, Math.ceil((until - clock.now()) / 1000))))
  }

  function limited({ t, language }: MemberVisit, until: number): string {
    return t.members.invite.limited(mostInADay, formatMoment(language, until))
  }

  return routes
}
