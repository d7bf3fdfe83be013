import { keyboard, pointer } from './support/hands.ts'
import { walkEveryJob, zoomed } from './support/walk-every-job.ts'

walkEveryJob({
  'at 400 %': { hands: pointer, scripted: true, ...zoomed },
  'at 400 %, without JavaScript': { hands: pointer, scripted: false, ...zoomed },
  'at 400 %, by keyboard alone': { hands: keyboard, scripted: true, ...zoomed },
})
