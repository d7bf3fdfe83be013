// The answer to whoever does something too often: not now, and when.

import { formatWait } from '../words/format.ts'
import { answerProblem, statuses } from './errors.ts'
import type { Site, Visit } from './site.ts'

export interface Refused {
  /** In epoch milliseconds. */
  readonly comeBack: number
  readonly now: number
}

/** For a page that shows its form again: says when in a header, and gives the words for it. */
export function comeBackLater({ response, language }: Visit, { comeBack, now }: Refused): string {
  response.set('Retry-After', String(Math.max(1, Math.ceil((comeBack - now) / 1000))))
  return formatWait(language, comeBack, now)
}

/** For all else: a page, the part of one that htmx swaps in, or JSON, as it was asked for. */
export async function answerTooMany(
  site: Site,
  visit: Visit,
  refused: Refused,
  say: (wait: string) => string = visit.t.limits.any,
): Promise<void> {
  const text = say(comeBackLater(visit, refused))
  const { request, response, t } = visit
  if (request.accepts(['html', 'json']) === 'json') {
    response.status(statuses.tooMany).json({ message: text })
    return
  }
  return answerProblem(site, visit, { status: statuses.tooMany, title: t.errors.tooMany.title, text })
}

/** The same, in the words of a form that asks for a password, a code or an address. */
export function untilThen(visit: Visit, comeBack: number, now: number): string {
  return visit.t.again.tooOften(comeBackLater(visit, { comeBack, now }))
}
