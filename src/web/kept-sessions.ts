// What is kept of a session, and where: in our database, by the hash of its id, half an hour idle, twelve hours at most.

import { createHash } from 'node:crypto'
import type { Request } from 'express'
import { type SessionData, Store as SessionStore } from 'express-session'
import type { Clock } from '../ports/clock.ts'
import type { Sessions } from '../ports/store.ts'

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

export class DatabaseSessions extends SessionStore {
  readonly sessions: Sessions
  readonly clock: Clock

  constructor(sessions: Sessions, clock: Clock) {
    super()
    this.sessions = sessions
    this.clock = clock
  }

  override get(id: string, done: (error: unknown, data?: SessionData | null) => void): void {
    this.sessions.read(hashOf(id), this.clock.now()).then(
      (data) => done(null, data === null ? null : JSON.parse(data)),
      (error) => done(error),
    )
  }

  override set(id: string, data: SessionData, done: (error?: unknown) => void = () => {}): void {
    const now = this.clock.now()
    const expiresAt = Math.min((data.seenAt ?? now) + idle, (data.signedInAt ?? now) + absolute)
    const write = data.kept ? this.sessions.update : this.sessions.add
    data.kept = true
    write(hashOf(id), data.memberId ?? data.awaiting?.memberId ?? null, JSON.stringify(data), expiresAt).then(
      () => done(),
      done,
    )
  }

  /** Called where nothing else was changed. That it cannot be written is no reason to keep a page waiting. */
  override touch(id: string, data: SessionData, done: () => void = () => {}): void {
    const now = this.clock.now()
    if (data.memberId !== undefined && now - (data.seenAt ?? 0) >= slide)
      this.set(id, { ...data, seenAt: now })
    done()
  }

  override destroy(id: string, done: (error?: unknown) => void = () => {}): void {
    this.sessions.end(hashOf(id)).then(() => done(), done)
  }
}

export function storeOf({ sessionStore }: Request): DatabaseSessions {
  if (sessionStore instanceof DatabaseSessions) return sessionStore
  throw new Error('sessions are kept elsewhere')
}

export function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}
