import { photographRunningApp } from './running.ts'

photographRunningApp('fr')
