import { Router } from 'express'
import type { Ports } from '../ports/ports.ts'
import { csvOf } from '../web/csv.ts'
import type { Doors } from '../web/doors.ts'
import { paths } from '../web/paths.ts'
import { answerPage, type MemberVisit, redirect, type Site } from '../web/site.ts'
import { fileName, logTable } from './csv-page.ts'
import { byActor, type Entry } from './entry.ts'
import { readFilter, type TypedFilter } from './filter.ts'
import type { Names } from './names.ts'
import { activityView, addressOf } from './pages.ts'
import { readForFile, readPage } from './read-log.ts'

export function activityRoutes(
  { store, clock }: Ports,
  site: Site,
  { membersWho }: Doors,
  keptDays: number,
): Router {
  const routes = Router()
  const { activity } = store

  routes.get(
    paths.activity,
    membersWho('see activity', async (visit) => {
      const { language, t } = visit
      const { typed, people, read, companyId } = await asked(visit)
      const log = await readPage(activity, companyId, read.filter, read.next)
      const names = await namesIn(log.entries)
      const { faults } = read
      const page = activityView(language, { page: log, typed, faults, people, names, keptDays })
      const options = { title: t.activity.title, failed: faults.length > 0 }
      return answerPage(site, visit, 'activity/list', { page }, options)
    }),
  )

  routes.get(
    paths.activityCsv,
    membersWho('see activity', async (visit) => {
      const { language, response, actor } = visit
      const { typed, read, companyId } = await asked(visit)
      // A file that holds more than was asked for would pass for what was: the page says what is wrong.
      if (read.faults.length > 0) return redirect(visit, addressOf(typed))
      const found = await readForFile(activity, companyId, read.filter)
      const text = csvOf(logTable(language, found, await namesIn(found.entries)))
      const now = clock.now()
      const about = { companyId, action: 'log exported', facts: {}, result: 'done' } as const
      await activity.record([{ ...byActor(actor), ...about }], now)
      response.attachment(fileName(language, now)).type('csv').send(text)
    }),
  )

  async function asked(visit: MemberVisit) {
    const companyId = visit.actor.company.id
    const people = await activity.people(companyId)
    const typed = typedFilter(visit.request.query)
    return { companyId, people, typed, read: readFilter(typed, people) }
  }

  async function namesIn(entries: readonly Entry[]): Promise<Names> {
    const ids = entries.flatMap(({ memberId, facts }) => [memberId, facts.memberId])
    const known = await activity.named([...new Set(ids.filter((id) => typeof id === 'string'))])
    return { people: new Map(known.map(({ id, name }) => [id, name])), product: site.brand.name }
  }

  return routes
}

const longest = 100
const invisible = /[\p{Cc}\p{Cf}]/gu

// Whatever comes: what is no value of ours is said to be none, and never refuses the page.
function typedFilter(query: Readonly<Record<string, unknown>>): TypedFilter {
  const text = (name: string): string =>
    String(query[name] ?? '')
      .slice(0, longest)
      .replace(invisible, '')
      .trim()
  return {
    person: text('person'),
    kind: text('kind'),
    result: text('result'),
    from: text('from'),
    to: text('to'),
    before: text('before'),
    after: text('after'),
  }
}
