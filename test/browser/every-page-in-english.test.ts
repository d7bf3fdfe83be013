import { lookAtRunningPages } from '../assertions/pages/running.ts'

lookAtRunningPages('en', 'quickly')
