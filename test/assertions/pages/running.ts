// Every page and every named state of the app as it runs.

import { expect, it } from 'vitest'
import { signedIn } from '../../browser/support/every-page.ts'
import { signedOut } from '../../browser/support/open-pages.ts'
import { type Language, setStage } from '../../browser/support/stage.ts'
import { type Look, unmet } from '../report/look.ts'
import { inOtherWords, quickly, thoroughly } from '../stations/assess.ts'
import { barriersInLight } from '../stations/barriers.ts'
import { menus } from '../stations/menus.ts'
import { lookAt, type Way } from './look-at.ts'

/** `quickly`: with JavaScript, by what takes no time. */
export type Effort = 'quickly' | 'without JavaScript' | 'with JavaScript'

export function lookAtRunningPages(language: Language, effort: Effort): void {
  const stage = setStage()
  const script = effort !== 'without JavaScript'
  const isWanted = (needsScript: boolean) => script || !needsScript
  // What is there without scripts has been seen from all sides; with them, what they change is looked at.
  const stationsFor = (needsScript: boolean): Way['stations'] => {
    if (effort === 'quickly') return language === 'en' ? [...quickly, barriersInLight] : inOtherWords
    return needsScript || !script ? thoroughly : [...quickly, menus]
  }
  const usual = { stage, language, script, kind: 'running', keeps: effort === 'without JavaScript' } as const

  const away = Object.entries(signedOut).filter(([, { script: needed = false }]) => isWanted(needed))
  it.for(away)('%s', async ([name, { go, script: needed = false }], { task }) => {
    const page = await stage.window({ language, javaScriptEnabled: script })
    const stations = stationsFor(needed)
    const look = await lookAt({ ...usual, name, page, member: null, go: () => go(page, stage), stations })
    task.meta.look = look
    expect(unmet(look)).toEqual([])
  })

  const inside = Object.entries(signedIn).filter(([, { script: needed = false }]) => isWanted(needed))
  it.for(inside)('%s', async ([name, { go, cards, script: needed = false, kind, member }], { task }) => {
    const guest = await stage.guest({ language, javaScriptEnabled: script, ...(cards && { cards }) })
    const { page } = guest
    const stations = stationsFor(needed)
    const way = { ...usual, name, page, member: member ?? guest.name, go: () => go(guest, stage), stations }
    const look: Look = await lookAt(kind ? { ...way, kind, keeps: false } : way)
    task.meta.look = look
    expect(unmet(look)).toEqual([])
  })
}
