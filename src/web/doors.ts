// The doors of the house: each route stands behind one of them, and gets a visit instead of a bare request.

import type { Request, RequestHandler } from 'express'
import { may, type Permission } from '../company/company.ts'
import { leaveBanner } from './banners.ts'
import { answerError } from './errors.ts'
import { lineOf } from './forms.ts'
import { type Asked, leadTo, wantsFragment } from './htmx.ts'
import { ownPath, paths } from './paths.ts'
import { type MemberVisit, type Site, type Visit, visitOf } from './site.ts'
import { type Confirmation, type ConfirmedOptions, createConfirm } from './step-up.ts'

export interface Doors {
  /** Whoever comes, signed in or not. */
  anyone(handle: (visit: Visit) => Promise<void> | void): RequestHandler
  /** Members who are signed in. */
  members(handle: (visit: MemberVisit) => Promise<void> | void): RequestHandler
  /** Members whose role allows it. */
  membersWho(permission: Permission, handle: (visit: MemberVisit) => Promise<void> | void): RequestHandler
  /**
   * The same, for what cannot be undone: who gave their password over an hour ago gives it again. Null: whatever the
   * role. For POST alone: reading asks for nothing.
   */
  confirmed(
    permission: Permission | null,
    handle: (visit: MemberVisit) => Promise<void> | void,
    options?: ConfirmedOptions,
  ): RequestHandler
}

export function createDoors(site: Site, confirmation: Confirmation): Doors {
  const confirm = createConfirm(site, confirmation)

  const anyone: Doors['anyone'] = (handle) => async (request, response) => {
    await handle(await visitOf(site, request, response))
  }
  const members: Doors['members'] = (handle) =>
    anyone(async (visit) => {
      if (!visit.actor) return toSignIn(visit)
      if (wasMeantElsewhere({ ...visit, actor: visit.actor }))
        return answerElsewhere({ ...visit, actor: visit.actor })
      if (visit.actor.owesSecondFactor && !isOnesOwn(visit.request)) return leadTo(visit, paths.secondFactor)
      return handle({ ...visit, actor: visit.actor })
    })

  const membersWho: Doors['membersWho'] = (permission, handle) =>
    members((visit) => {
      if (!may(visit.actor.role, permission))
        return answerError(site, visit, permission === 'manage billing' ? 'forbidden' : 'notForRole')
      return isClosed(visit) ? toErasure(site, visit) : handle(visit)
    })

  const confirmed: Doors['confirmed'] = (permission, handle, options = {}) => {
    const ask = async (visit: MemberVisit): Promise<void> => {
      // A password that was given in order to read must not do what is only being read about.
      if (onlyReads(visit.request) || (await confirm(visit, options))) await handle(visit)
    }
    return permission === null ? members(ask) : membersWho(permission, ask)
  }

  return { anyone, members, membersWho, confirmed }
}

function onlyReads({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

// What is sent from a page of one company is meant for that one alone: billing details, or somebody who is invited, are
// not to end up in another. Its forms say whose they are; who is in another by now has switched in a second tab, or
// belongs to the first no more and goes on in another of theirs.
function wasMeantElsewhere({ request, actor }: MemberVisit): boolean {
  const { session } = request
  const before = session.companyId ?? actor.company.id
  session.companyId = actor.company.id
  if (onlyReads(request) || isOnesOwn(request)) return false
  const meant = lineOf(request.body, 'company-id') || before
  return meant !== actor.company.id || before !== actor.company.id
}

async function answerElsewhere(visit: MemberVisit): Promise<void> {
  const { request, response, actor, t } = visit
  const text = t.userMenu.instead(actor.company.name)
  if (request.accepts(['html', 'json']) === 'json') {
    response.status(409).json({ message: text })
    return
  }
  await leaveBanner(request, paths.home, { kind: 'error', text })
  leadTo(visit, paths.home)
}

// Their account and their way to another company: what a company requires does not stand before these.
function isOnesOwn({ path }: Request): boolean {
  return path === paths.account || path.startsWith(`${paths.account}/`)
}

// After signing in they come back to the page they asked for; what they sent with POST is asked for anew, and the page
// says that nothing came of it. By its address: whoever is not signed in leaves nothing with us.
function toSignIn({ request, response }: Asked): void {
  const asked = request.method === 'GET' && !wantsFragment(request) ? request.originalUrl : undefined
  // What we would not follow afterwards need not go along; some of it is longer than clients take.
  const from = ownPath(asked) ?? paths.paymentMethods
  const lost = onlyReads(request) ? '' : '&lost=yes'
  leadTo({ request, response }, `${paths.signIn}?next=${encodeURIComponent(from)}${lost}`)
}

// A company that is being erased has one page left: where its owner sees that it is, and may press again.
function isClosed({ actor, request }: MemberVisit): boolean {
  return actor.company.isErasing === true && request.path !== paths.companyErasure
}

function toErasure(site: Site, visit: MemberVisit): Promise<void> | void {
  const isOwner = may(visit.actor.role, 'own the company')
  if (!isOwner || wantsFragment(visit.request)) return answerError(site, visit, 'erasing')
  visit.response.redirect(303, paths.companyErasure)
}
