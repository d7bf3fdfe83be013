// What was done, told once: on the page that comes next.

import { randomBytes } from 'node:crypto'
import type { Request } from 'express'
import type { Sessions } from '../ports/store.ts'
import { StoreUnavailable } from '../ports/unavailable.ts'
import { hashOf, storeOf } from './kept-sessions.ts'
import { saved } from './session.ts'
import type { Banner } from './views.ts'

/** A banner whose page was not loaded by then is old: it is not said on a later one. */
const news = 2 * 60_000

/** Said once, on the page at `path` that comes next; on '/' by the one that it leads to. */
export async function leaveBanner(request: Request, path: string, banner: Banner): Promise<void> {
  const { session, sessionID } = request
  const { sessions, clock } = storeOf(request)
  const now = clock.now()
  if (!session.kept) {
    session.toldAt = now
    await saved(session)
  }
  const left = { id: randomBytes(12).toString('base64url'), path: pathOf(path), data: JSON.stringify(banner) }
  await sessions.leaveBanner(hashOf(sessionID), left, { now, since: now - news })
}

export async function takeBanner(request: Request): Promise<Banner | null> {
  // Nobody reads what HEAD leaves out.
  if (!request.session?.kept || request.method === 'HEAD') return null
  const { sessions, clock } = storeOf(request)
  for (;;) {
    const banner = await sessions.nextBanner(hashOf(request.sessionID), request.path, clock.now() - news)
    if (!banner) return null
    if (await isOurs(sessions, banner.id)) return JSON.parse(banner.data)
  }
}

async function isOurs(sessions: Sessions, bannerId: string): Promise<boolean> {
  try {
    return await sessions.takeBanner(bannerId)
  } catch (error) {
    // Said twice is better than a page that could be read and is not shown.
    if (error instanceof StoreUnavailable) return true
    throw error
  }
}

function pathOf(address: string): string {
  return address.replace(/[?#].*$/, '')
}
