// Every view in its named states, as /gallery shows them.

import { expect, it } from 'vitest'
import { gallery } from '../../../src/gallery/gallery.ts'
import { paths } from '../../../src/web/paths.ts'
import { type Language, setStage } from '../../browser/support/stage.ts'
import { unmet } from '../report/look.ts'
import { again, thoroughly } from '../stations/assess.ts'
import type { Sight } from '../stations/sight.ts'
import { lookAt } from './look-at.ts'

const exhibits = Object.entries(gallery)
  .flatMap(([view, states]) => Object.keys(states).map((state) => ({ view, state })))
  .map((exhibit, at) => ({ ...exhibit, at }))

function kindOf(view: string): Sight['kind'] {
  if (view === 'mail/letter') return 'letter'
  return view.includes('/_') ? 'part' : 'gallery'
}

/** The exhibits are many: each file takes its share of them. */
export function lookAtGallery(language: Language, isMine: (at: number) => boolean = () => true): void {
  const stage = setStage()

  it.for(exhibits.filter(({ at }) => isMine(at)))('$view, $state', async ({ view, state, at }, { task }) => {
    const page = await stage.window({ language, javaScriptEnabled: false })
    const look = await lookAt({
      name: `gallery: ${view}, ${state}`,
      stage,
      language,
      script: false,
      keeps: view !== 'mail/letter',
      kind: kindOf(view),
      member: view === 'layout' && state === 'signed out' ? null : 'Alice Martin',
      page,
      // The same templates have the same barriers and colours, and menus that open as in English.
      stations: language === 'en' ? thoroughly : again,
      go: () => page.goto(`${paths.gallery}/${at}`),
    })
    task.meta.look = look
    expect(unmet(look)).toEqual([])
  })
}
