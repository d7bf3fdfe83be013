import { photographRunningApp } from './running.ts'

photographRunningApp('en')
