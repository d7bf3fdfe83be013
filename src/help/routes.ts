import { Router } from 'express'
import type { Doors } from '../web/doors.ts'
import { paths } from '../web/paths.ts'
import { answerPage, type Site } from '../web/site.ts'
import { guideNames, guideView } from './pages.ts'

/** Guides are for everybody: who reads one may not be signed in yet. */
export function helpRoutes(site: Site, { anyone }: Doors): Router {
  const routes = Router()
  for (const name of guideNames) {
    routes.get(
      paths.help[name],
      anyone((visit) => {
        const guide = guideView(visit.t, name, visit.actor !== null)
        return answerPage(site, visit, 'help/guide', { guide }, { title: guide.title })
      }),
    )
  }
  return routes
}
