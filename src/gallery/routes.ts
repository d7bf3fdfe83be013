import { Router } from 'express'
import type { Doors } from '../web/doors.ts'
import type { Site } from '../web/site.ts'
export function galleryRoutes(_site: Site, _doors: Doors): Router {
  return Router()
}
