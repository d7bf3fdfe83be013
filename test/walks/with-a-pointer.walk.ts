import { pointer } from './support/hands.ts'
import { walkEveryJob } from './support/walk-every-job.ts'

walkEveryJob({
  'by the names of things alone': { hands: pointer, scripted: true },
  'without JavaScript': { hands: pointer, scripted: false },
})
