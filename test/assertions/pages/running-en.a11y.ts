import { lookAtRunningPages } from './running.ts'

lookAtRunningPages('en', 'without JavaScript')
