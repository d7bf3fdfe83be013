import { Router } from 'express'
import { byActor } from '../activity/entry.ts'
import type { Ports } from '../ports/ports.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { lineOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import type { Banner } from '../web/views.ts'
import { countrySet } from '../words/countries.ts'
import { type BillingDetails, type DetailsFault, faultsOf } from './billing-details.ts'
import { changeBillingDetails } from './change-billing-details.ts'
import { may } from './company.ts'
import { billingDetailsView, yourDataView } from './pages.ts'

export function companyRoutes(ports: Ports, site: Site, { members, membersWho }: Doors): Router {
  const routes = Router()

  routes.get(
    paths.billingDetails,
    membersWho('manage billing', async (visit) => {
      return form(visit, await ports.store.companies.billingDetails(visit.actor.company.id))
    }),
  )

  routes.post(
    paths.billingDetails,
    membersWho('manage billing', async (visit) => {
      const { t } = visit
      const details = typedDetails(visit.request.body)
      const faults = faultsOf(details, countrySet)
      if (faults.length > 0) return form(visit, details, { faults, status: 422 })
      const answer = await changeBillingDetails(ports, visit.actor, details)
      if (answer === 'saved') {
        return redirect(visit, paths.billingDetails, { kind: 'done', text: t.details.saved })
      }
      if (answer === 'tax id refused') {
        return form(visit, details, { faults: [{ field: 'taxId', why: 'malformed' }], status: 422 })
      }
      const status = answer === 'refused' ? 422 : 502
      return form(visit, details, { banner: { kind: 'error', text: t.details[answer] }, status })
    }),
  )

  // A member of several companies goes on in another of theirs.
  routes.post(
    paths.switchCompany,
    members(async (visit) => {
      const wanted = lineOf(visit.request.body, 'company')
      const theirs = visit.actor.otherCompanies.find((company) => company.id === wanted)
      if (!theirs) return answerError(site, visit, 'notFound')
      const entry = { companyId: theirs.id, action: 'company entered', facts: {}, result: 'done' } as const
      await ports.store.activity.record([{ ...byActor(visit.actor), ...entry }], ports.clock.now())
      visit.request.session.companyId = theirs.id
      const text = visit.t.userMenu.switched(theirs.name)
      return redirect(visit, paths.home, { kind: 'done', text })
    }),
  )

  routes.get(
    paths.home,
    members((visit) =>
      redirect(visit, may(visit.actor.role, 'manage billing') ? paths.paymentMethods : paths.account),
    ),
  )

  function form(
    visit: MemberVisit,
    details: BillingDetails,
    {
      faults = [],
      banner,
      status,
    }: { faults?: readonly DetailsFault[]; banner?: Banner; status?: number } = {},
  ): Promise<void> {
    const page = billingDetailsView(visit.language, details, faults)
    return answerPage(
      site,
      visit,
      'company/billing-details',
      { page, yourData: yourDataView(visit.t, visit.actor.role) },
      {
        title: visit.t.details.title,
        failed: faults.length > 0,
        ...(banner && { banner }),
        ...(status && { status }),
      },
    )
  }

  return routes
}

function typedDetails(body: unknown): BillingDetails {
  const line = (name: keyof BillingDetails): string => lineOf(body, name, 5_000)
  return {
    name: line('name'),
    line1: line('line1'),
    line2: line('line2'),
    postalCode: line('postalCode'),
    city: line('city'),
    state: line('state'),
    country: line('country').toUpperCase(),
    taxId: line('taxId').toUpperCase(),
    email: line('email'),
  }
}
