// How changes of a company's people are answered: by the page that lists them.

import type { Ports } from '../ports/ports.ts'
import { paths } from '../web/paths.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import type { Banner } from '../web/views.ts'
import { usersView } from './pages.ts'

export interface UsersAnswers {
  users(visit: MemberVisit): Promise<void>
  done(visit: MemberVisit, text: string): Promise<void>
  refused(visit: MemberVisit, text: string, status: number): Promise<void>
}

export function usersAnswers({ store, clock }: Pick<Ports, 'store' | 'clock'>, site: Site): UsersAnswers {
  async function answer(visit: MemberVisit, said: { banner?: Banner; status?: number } = {}): Promise<void> {
    const { actor } = visit
    const [team, pending] = await Promise.all([
      store.team.of(actor.company.id),
      store.invitations.pending(actor.company.id),
    ])
    const page = usersView(visit.language, { actor, team, pending, now: clock.now() })
    return answerPage(site, visit, 'members/users', { page }, { title: visit.t.members.title, ...said })
  }

  return {
    users: (visit) => answer(visit),
    done: (visit, text) => redirect(visit, paths.users, { kind: 'done', text }),
    refused: (visit, text, status) => answer(visit, { banner: { kind: 'error', text }, status }),
  }
}
