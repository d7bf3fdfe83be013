// Sessions of express-session, kept in our database: by the hash of their id, half an hour idle, twelve hours at most.

import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { SessionData } from 'express-session'
import session, { Store as SessionStore } from 'express-session'
import type { Clock } from '../ports/clock.ts'
import type { Sessions } from '../ports/store.ts'
import { StoreUnavailable } from '../ports/unavailable.ts'
import { addressOf } from './address.ts'
import type { Banner } from './views.ts'

declare module 'express-session' {
  interface SessionData {
    memberId: string
    companyId: string
    signedInAt: number
    seenAt: number
    /** When this session last gave the password. */
    confirmedAt: number
    /** By which its owner sees and ends it: neither the cookie nor what is kept of it. */
    handle: string
    userAgent: string
    address: string | null
    /** The password was right, and a code is still to come: nobody is signed in yet. */
    awaiting: Awaiting
    /** Somebody who is not signed in was told something, and so has a session. */
    toldAt: number
    /** It is in the database. One that is there no more was ended, and is not written back. */
    kept: boolean
  }
}

export interface Awaiting {
  readonly id: string
  readonly memberId: string
  readonly companyId: string
  /** Of the password that was right; it counts for as long as that is theirs. */
  readonly passwordMark: string
  readonly since: number
  readonly next: string | null
}

const idle = 30 * 60_000
const absolute = 12 * 60 * 60_000
/** Each page moves the end of the session, but writes so only this often. */
const slide = 5 * 60_000
/** A banner whose page was not loaded by then is old: it is not said on a later one. */
const news = 2 * 60_000

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
  await promised((done) => request.session.save(done))
}

export async function signOut(request: Request): Promise<void> {
  await promised((done) => request.session.destroy(done))
}

/** Said once, on the page at `path` that comes next; on '/' by the one that it leads to. */
export async function leaveBanner(request: Request, path: string, banner: Banner): Promise<void> {
  const { session } = request
  const store = storeOf(request)
  if (!session.kept) {
    session.toldAt = store.now()
    await promised((done) => session.save(done))
  }
  await store.leaveBanner(request.sessionID, path, banner)
}

export async function takeBanner(request: Request): Promise<Banner | null> {
  // Nobody reads what HEAD leaves out.
  if (!request.session?.kept || request.method === 'HEAD') return null
  return storeOf(request).takeBanner(request.sessionID, request.path)
}

function storeOf({ sessionStore }: Request): DatabaseSessions {
  if (sessionStore instanceof DatabaseSessions) return sessionStore
  throw new Error('sessions are kept elsewhere')
}

class DatabaseSessions extends SessionStore {
  readonly #sessions: Sessions
  readonly #clock: Clock

  constructor(sessions: Sessions, clock: Clock) {
    super()
    this.#sessions = sessions
    this.#clock = clock
  }

  override get(id: string, done: (error: unknown, data?: SessionData | null) => void): void {
    this.#sessions.read(hashOf(id), this.#clock.now()).then(
      (data) => done(null, data === null ? null : JSON.parse(data)),
      (error) => done(error),
    )
  }

  override set(id: string, data: SessionData, done: (error?: unknown) => void = () => {}): void {
    const now = this.#clock.now()
    const expiresAt = Math.min((data.seenAt ?? now) + idle, (data.signedInAt ?? now) + absolute)
    const write = data.kept ? this.#sessions.update : this.#sessions.add
    data.kept = true
    write(hashOf(id), data.memberId ?? data.awaiting?.memberId ?? null, JSON.stringify(data), expiresAt).then(
      () => done(),
      done,
    )
  }

  /** Called where nothing else was changed. That it cannot be written is no reason to keep a page waiting. */
  override touch(id: string, data: SessionData, done: () => void = () => {}): void {
    const now = this.#clock.now()
    if (data.memberId !== undefined && now - (data.seenAt ?? 0) >= slide)
      this.set(id, { ...data, seenAt: now })
    done()
  }

  now(): number {
    return this.#clock.now()
  }

  async leaveBanner(id: string, path: string, banner: Banner): Promise<void> {
    const left = {
      id: randomBytes(12).toString('base64url'),
      path: pathOf(path),
      data: JSON.stringify(banner),
    }
    const now = this.now()
    await this.#sessions.leaveBanner(hashOf(id), left, { now, since: now - news })
  }

  async takeBanner(id: string, path: string): Promise<Banner | null> {
    for (;;) {
      const banner = await this.#sessions.nextBanner(hashOf(id), path, this.now() - news)
      if (!banner) return null
      if (await this.#isOurs(banner.id)) return JSON.parse(banner.data)
    }
  }

  async #isOurs(bannerId: string): Promise<boolean> {
    try {
      return await this.#sessions.takeBanner(bannerId)
    } catch (error) {
      // Said twice is better than a page that could be read and is not shown.
      if (error instanceof StoreUnavailable) return true
      throw error
    }
  }

  override destroy(id: string, done: (error?: unknown) => void = () => {}): void {
    this.#sessions.end(hashOf(id)).then(() => done(), done)
  }
}

function pathOf(address: string): string {
  return address.replace(/[?#].*$/, '')
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}

function promised(call: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())))
}
