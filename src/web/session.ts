// Sessions of express-session: how they begin, go on under another id, and end.

import { createHmac, randomBytes } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import session, { type Session, type SessionData } from 'express-session'
import type { Clock } from '../ports/clock.ts'
import type { Sessions } from '../ports/store.ts'
import { addressOf } from './address.ts'
import { type Awaiting, DatabaseSessions } from './kept-sessions.ts'

export interface SessionOptions {
  readonly secrets: readonly string[]
  readonly https: boolean
}

export function createSessions(
  sessions: Sessions,
  clock: Clock,
  { secrets, https }: SessionOptions,
): RequestHandler {
  const name = https ? '__Host-sid' : 'sid'
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const
  const handler = session({
    store: new DatabaseSessions(sessions, clock),
    name,
    secret: [...secrets],
    genid: () => randomBytes(32).toString('base64url'),
    resave: false,
    saveUninitialized: false,
    proxy: true,
    cookie,
  })
  const [newest = ''] = secrets
  return (request, response, next) => {
    // PUBLIC_URL says how browsers reach us; not every proxy says so again with each request.
    if (https) request.headers['x-forwarded-proto'] = 'https'
    handler(request, response, (error?: unknown) => {
      // Signed by a secret that is being rolled: by the new one from here on, before the old one goes.
      const { session, sessionID: id } = request
      if (session?.memberId !== undefined && !isSignedBy(newest, id, name, request.headers.cookie))
        response.cookie(name, signed(newest, id), cookie)
      next(error)
    })
  }
}

function isSignedBy(secret: string, id: string, name: string, cookies = ''): boolean {
  return cookies.includes(`${name}=${encodeURIComponent(signed(secret, id))}`)
}

// As express-session itself writes it.
function signed(secret: string, id: string): string {
  const mark = createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '')
  return `s:${id}.${mark}`
}

/** A new id with each sign-in: whoever planted the old one has nothing. */
export function signIn(request: Request, memberId: string, companyId: string, now: number): Promise<void> {
  return startAnew(request, {
    memberId,
    companyId,
    signedInAt: now,
    seenAt: now,
    confirmedAt: now,
    handle: randomBytes(12).toString('base64url'),
    userAgent: (request.get('User-Agent') ?? '').slice(0, 400),
    address: addressOf(request),
  })
}

/** The password was right; who has a second factor shows that, too, before anybody is signed in. */
export function awaitCode(request: Request, awaiting: Omit<Awaiting, 'id'>): Promise<void> {
  return startAnew(request, { awaiting: { id: randomBytes(12).toString('base64url'), ...awaiting } })
}

/** What was given so far counts no more: it is begun anew. */
export async function forgetSignIn(request: Request): Promise<void> {
  const { awaiting, memberId } = request.session
  if (awaiting || memberId !== undefined) await startAnew(request, {})
}

/** The password was given again: the session goes on under a new id. */
export function confirmSession(request: Request, now: number): Promise<void> {
  const { cookie: _, kept: __, ...data } = request.session
  return startAnew(request, { ...data, confirmedAt: now })
}

async function startAnew(request: Request, data: Partial<SessionData>): Promise<void> {
  await promised((done) => request.session.regenerate(done))
  Object.assign(request.session, data)
  await saved(request.session)
}

export function saved(session: Session): Promise<void> {
  return promised((done) => session.save(done))
}

export async function signOut(request: Request): Promise<void> {
  await promised((done) => request.session.destroy(done))
}

function promised(call: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())))
}
