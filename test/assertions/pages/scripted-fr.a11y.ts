import { lookAtRunningPages } from './running.ts'

lookAtRunningPages('fr', 'with JavaScript')
