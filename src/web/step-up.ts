// The password again, before what cannot be undone: the form that was sent waits in the page that asks for it, and is
// done in the same request as the right password comes.

import type { Request } from 'express'
import { entriesOf } from '../activity/person-entries.ts'
import type { Clock } from '../ports/clock.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { Store } from '../ports/store.ts'
import { isStillTheirs, markOf } from '../sign-in/credentials.ts'
import { passwordLimits } from '../sign-in/limits.ts'
import { rawOf } from './forms.ts'
import { leadTo, wantsFragment } from './htmx.ts'
import { paths } from './paths.ts'
import { confirmSession, forgetSignIn } from './session.ts'
import { answerFragment, answerPage, type MemberVisit, type Site, titleTag } from './site.ts'
import { untilThen } from './too-many.ts'
import type { AgainView } from './views.ts'

export interface Confirmation {
  readonly passwords: Passwords
  readonly store: Pick<Store, 'accounts' | 'limits' | 'activity'>
  /** The log goes by it. */
  readonly clock: Clock
  /** People's own; sessions go by it. */
  readonly people: Clock
}

export interface ConfirmedOptions {
  /** However lately the password was given. */
  readonly always?: boolean
  /** Where those go who think better of it. */
  readonly back?: string
  /** What waits for the password, as the page called it that asked for it; null where there is no such thing. */
  readonly about?: (visit: MemberVisit) => Promise<string | null>
}

const lasts = 60 * 60_000
const field = 'again'

/** True where it may be done now; otherwise the answer was given. */
export type Confirm = (visit: MemberVisit, options: ConfirmedOptions) => Promise<boolean>

export function createConfirm(site: Site, { passwords, store, clock, people }: Confirmation): Confirm {
  return async (visit, options) => {
    const { request, actor } = visit
    const now = people.now()
    const { confirmedAt = 0 } = request.session
    const typed = rawOf(request.body, field, 1000)
    const isAnswer = Object.hasOwn(request.body ?? {}, field)
    if (!isAnswer) {
      if (!options.always && now - confirmedAt < lasts) return true
      await ask(visit, options, null, 200)
      return false
    }
    if (typed === '') {
      await ask(visit, options, visit.t.again.missing, 422)
      return false
    }
    const limits = passwordLimits(actor.member.id)
    const comeBack = await store.limits.take(limits, now)
    if (comeBack !== null) {
      const text = untilThen(visit, comeBack, now)
      await ask(visit, options, text, 429)
      return false
    }
    const passwordHash = await store.accounts.passwordHash(actor.member.id)
    const matches = await passwords.verify(passwordHash, typed)
    const result = matches ? 'done' : 'refused'
    await store.activity.record(entriesOf(actor, 'password confirmed', { result }), clock.now())
    if (!matches) {
      await ask(visit, options, visit.t.again.refused, 422)
      return false
    }
    await store.limits.forget(limits.map(({ key }) => key))
    await confirmSession(request, now)
    if (await isStillTheirs(store.accounts, actor.member.id, markOf(passwordHash))) return true
    await forgetSignIn(request)
    leadTo(visit, paths.signIn)
    return false
  }

  async function ask(
    visit: MemberVisit,
    { back = paths.home, about }: ConfirmedOptions,
    error: string | null,
    status: number,
  ): Promise<void> {
    const { request, response, language, t, actor } = visit
    const page: AgainView = {
      action: request.path,
      email: actor.member.email,
      about: (await about?.(visit)) ?? null,
      fields: carried(request.body),
      target: targetOf(request),
      cancelHref: back,
      error,
    }
    if (!wantsFragment(request)) {
      const options = { title: t.again.title, failed: error !== null, status, banner: null }
      return answerPage(site, visit, 'sign-in/again', { page }, options)
    }
    response.set({ 'HX-Retarget': '#dialog', 'HX-Reswap': 'innerHTML' })
    const title = titleTag(site, visit, t.again.title, error !== null)
    answerFragment(visit, title + site.render.fragment(language, 'sign-in/_again', { page }), status)
  }
}

const mostFields = 50
const longest = 60_000

/** What was sent, to be sent again: texts alone, and no password, which is not shown to anybody. */
export function carried(body: unknown): readonly { name: string; value: string }[] {
  const fields = Object.entries(body ?? {})
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .filter(([name]) => name !== field && !/password/i.test(name))
    .map(([name, value]) => ({ name, value }))
  const length = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0)
  return length > longest ? [] : fields.slice(0, mostFields)
}

// htmx says what the form would have changed: tag#id.
function targetOf(request: Request): string | null {
  const id = /#([\w-]{1,100})$/.exec(request.get('HX-Target') ?? '')?.[1]
  return wantsFragment(request) && id && id !== 'dialog' ? `#${id}` : null
}
