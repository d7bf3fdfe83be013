import { pointer } from './support/hands.ts'
import { narrow, walkEveryJob } from './support/walk-every-job.ts'

walkEveryJob({
  'at 320 pixels': { hands: pointer, scripted: true, window: narrow },
  'at 320 pixels, without JavaScript': { hands: pointer, scripted: false, window: narrow },
})
