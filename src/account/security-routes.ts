import { Router } from 'express'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { lineOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { answerPage, redirect, type Site } from '../web/site.ts'
import { companySecurityView } from './factor-pages.ts'

/** Whether a company requires a second factor of its people. */
export function companySecurityRoutes(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  site: Site,
  { membersWho, confirmed }: Doors,
): Router {
  const routes = Router()

  routes.get(
    paths.companySecurity,
    membersWho('manage members', async (visit) => {
      const { actor, language, t } = visit
      const own = await store.secondFactors.of(actor.member.id)
      const counted = await store.companies.secondFactors(actor.company.id)
      const hasOwn = typeof own?.onSince === 'number'
      const page = companySecurityView(language, actor, { ...counted, hasOwn })
      return answerPage(site, visit, 'company/security', { page }, { title: t.account.security.title })
    }),
  )

  routes.post(
    paths.companySecurity,
    confirmed(
      'manage members',
      async (visit) => {
        const { actor, t } = visit
        const required = lineOf(visit.request.body, 'required') === 'yes'
        const action = required ? 'second factor required' : 'second factor not required'
        const { company, member, address } = actor
        const entry = {
          companyId: company.id,
          memberId: member.id,
          address,
          action,
          facts: {},
          result: 'done',
        } as const
        await store.companies.requireSecondFactor(company.id, required, [entry], clock.now())
        const text = required ? t.account.security.nowRequired : t.account.security.nowNotRequired
        return redirect(visit, paths.companySecurity, { kind: 'done', text })
      },
      {
        back: paths.companySecurity,
        about: async ({ t, request }) =>
          lineOf(request.body, 'required') === 'yes'
            ? t.account.security.require
            : t.account.security.release,
      },
    ),
  )

  return routes
}
