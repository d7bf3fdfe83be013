import { lookAtRunningPages } from './running.ts'

lookAtRunningPages('fr', 'without JavaScript')
