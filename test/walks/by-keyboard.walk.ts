import { keyboard } from './support/hands.ts'
import { walkEveryJob } from './support/walk-every-job.ts'

walkEveryJob({
  'by keyboard alone': { hands: keyboard, scripted: true },
  'by keyboard alone, without JavaScript': { hands: keyboard, scripted: false },
})
