import { lookAtRunningPages } from './running.ts'

lookAtRunningPages('en', 'with JavaScript')
