// Every view of the gallery in every state, where the running app shows it.

import { afterAll, it } from 'vitest'
import { gallery } from '../../src/gallery/gallery.ts'
import { setStage } from '../browser/support/stage.ts'
import { fileName, photograph } from './camera.ts'
import { keepNotes } from './selectors.ts'

const exhibits = Object.entries(gallery).flatMap(([view, states]) =>
  Object.keys(states).map((state, at) => ({ view, state, at })),
)

export function photographGallery(language: 'en' | 'fr'): void {
  const stage = setStage()
  afterAll(() => keepNotes(`gallery-${language}`))

  it(`the gallery in ${language}`, async () => {
    const page = await stage.window({ language })
    for (const [number, { view, state, at }] of exhibits.entries()) {
      await page.goto(`/gallery/${number}`)
      const place = String(at + 1).padStart(2, '0')
      await photograph(page, `gallery/${fileName(view)}.${place}-${fileName(state)}`, language)
    }
  })
}
