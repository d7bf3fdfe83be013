import { lookAtRunningPages } from '../assertions/pages/running.ts'

lookAtRunningPages('fr', 'quickly')
