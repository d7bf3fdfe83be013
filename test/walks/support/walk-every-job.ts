import { describe, it } from 'vitest'
import { guestWith } from '../../browser/support/owed.ts'
import { languages } from '../../browser/support/said.ts'
import { setStage } from '../../browser/support/stage.ts'
import type { Hands } from './hands.ts'
import { jobs } from './jobs.ts'
import { walkerOf } from './walker.ts'

export interface Way {
  readonly hands: Hands
  readonly scripted: boolean
  readonly window?: { readonly width: number; readonly height: number }
  readonly scale?: number
}

export const narrow = { width: 320, height: 640 }
/** What is left of a window of 1280 by 1024 pixels at 400 %. */
export const zoomed = { window: { width: 320, height: 256 }, scale: 4 }

/** Every job in either language, each by somebody new. */
export function walkEveryJob(ways: Readonly<Record<string, Way>>): void {
  const stage = setStage()

  describe.each(Object.entries(ways))('%s', (_way, { hands, scripted, window, scale }) => {
    describe.each(languages)('in %s', (language) => {
      it.each(Object.entries(jobs))('somebody %s', async (_job, { cards = [], walk }) => {
        const guest = await guestWith(stage, cards, {
          language,
          javaScriptEnabled: scripted,
          ...(window && { viewport: window }),
          ...(scale && { deviceScaleFactor: scale }),
        })
        await walk(walkerOf(stage, guest, { hands, scripted, language }))
      })
    })
  })
}
