import { Router } from 'express'
import type { Clock } from '../ports/clock.ts'
import type { Ports } from '../ports/ports.ts'
import { codeLimits, codeWorked } from '../sign-in/limits.ts'
import {
  beginFactor,
  type FactorPorts,
  renewRecoveryCodes,
  turnOnFactor,
  waitingSecret,
} from '../sign-in/second-factor.ts'
import { told } from '../sign-in/told.ts'
import type { Doors } from '../web/doors.ts'
import { lineOf } from '../web/forms.ts'
import { paths } from '../web/paths.ts'
import { qrCode } from '../web/qr-code.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import { untilThen } from '../web/too-many.ts'
import { type FactorSituation, recoveryCodesView, secondFactorView } from './factor-pages.ts'

/** `people`: their own clock, which their phones go by. */
export function secondFactorRoutes(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  factor: FactorPorts,
  site: Site,
  { members, confirmed }: Doors,
  people: Clock,
  wake: () => void,
): Router {
  const routes = Router()
  const back = paths.secondFactor

  routes.get(
    paths.secondFactor,
    members((visit) => factorPage(visit)),
  )

  routes.post(
    paths.secondFactor,
    confirmed(
      null,
      async (visit) => {
        const begun = await beginFactor(factor, visit.actor.member.id, people.now())
        return begun ? redirect(visit, back) : say(visit, visit.t.account.factor.isOn)
      },
      { back, about: async ({ t }) => t.account.factor.toSetUp },
    ),
  )

  routes.post(
    paths.secondFactorCode,
    members(async (visit) => {
      const { actor, request, t } = visit
      const now = people.now()
      const limits = codeLimits(actor.member.id, actor.address, null)
      const comeBack = await store.limits.take(limits, now)
      if (comeBack !== null) return factorPage(visit, untilThen(visit, comeBack, now), 429)
      const answer = await turnOnFactor(factor, actor, lineOf(request.body, 'code'), now)
      if (answer === 'refused') return factorPage(visit, t.account.factor.codeRefused, 422)
      if (answer === 'not begun') return redirect(visit, back, { kind: 'error', text: t.account.factor.gone })
      await codeWorked(store.limits, limits, now)
      wake()
      return codesPage(visit, answer, t.account.factor.turnedOn)
    }),
  )

  routes.post(
    paths.recoveryCodes,
    confirmed(
      null,
      async (visit) => {
        const codes = await renewRecoveryCodes(factor, visit.actor)
        if (!codes) return say(visit, visit.t.account.factor.isOff)
        wake()
        return codesPage(visit, codes, visit.t.account.codes.made)
      },
      { back, about: async ({ t }) => t.account.factor.renew },
    ),
  )

  routes.post(
    paths.secondFactorRemoval,
    confirmed(
      null,
      async (visit) => {
        const { actor, t } = visit
        const news = told(actor, 'second factor off', { kind: 'second factor off' })
        const isOff = await store.secondFactors.turnOff(actor.member.id, news, clock.now())
        wake()
        return say(visit, isOff ? t.account.factor.turnedOff : t.account.factor.isOff)
      },
      { back, always: true, about: async ({ t }) => t.account.factor.offHeading },
    ),
  )

  function say(visit: MemberVisit, text: string): Promise<void> {
    return redirect(visit, back, { kind: 'done', text })
  }

  // In the answer itself, and nowhere to be read again: they are shown once.
  function codesPage(visit: MemberVisit, codes: readonly string[], text: string): Promise<void> {
    const page = recoveryCodesView(visit.actor, codes)
    const banner = { kind: 'done', text } as const
    const options = { title: visit.t.account.codes.title, banner, holdsSecret: true }
    return answerPage(site, visit, 'account/recovery-codes', { page }, options)
  }

  async function factorPage(visit: MemberVisit, error: string | null = null, status = 200): Promise<void> {
    const page = secondFactorView(visit.language, visit.actor, await situationOf(visit, error))
    const options = { title: visit.t.account.factor.title, failed: error !== null, status }
    const holdsSecret = page.waiting !== null
    return answerPage(site, visit, 'account/second-factor', { page }, { ...options, holdsSecret })
  }

  async function situationOf({ actor }: MemberVisit, error: string | null): Promise<FactorSituation> {
    const { member, company } = actor
    const kept = await store.secondFactors.of(member.id)
    if (kept && kept.onSince !== null) {
      const codesLeft = (await store.secondFactors.recoveryCodes(member.id)).length
      const { required } = await store.companies.secondFactors(company.id)
      return { state: 'on', since: kept.onSince, codesLeft, isRequired: required }
    }
    const secret = waitingSecret(factor, member.id, kept, people.now())
    if (secret === null) return { state: 'off' }
    const picture = qrCode(factor.codes.addressOf(secret, member.email, site.brand.name))
    return { state: 'waiting', secret, picture, error }
  }

  return routes
}
