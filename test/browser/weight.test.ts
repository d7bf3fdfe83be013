// What pages weigh in a browser: as they come over the wire, with all that comes with them. Three of them here, one of
// each kind; `npm run weights` has the others.

import { beforeAll, expect, it } from 'vitest'
import { page, withFiveCards } from '../support/main-pages.ts'
import { faultsOfLoad } from '../weights/load-faults.ts'
import { type Load, loadOf } from '../weights/on-the-wire.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

let cookie: string
beforeAll(async () => {
  cookie = await withFiveCards(stage.desk)
})

async function load(path: string, isSignedIn: boolean): Promise<Load> {
  const window = await stage.window({ language: 'fr' })
  const [name = '', value = ''] = cookie.split('=')
  if (isSignedIn) await window.context().addCookies([{ name, value, url: stage.desk.url }])
  return loadOf(window, path)
}

it.each([
  page('five cards', '/settings/payment-methods'),
  page('adding a card', '/settings/payment-methods/new', { hasStripe: true }),
  page('signing in', '/sign-in', { isSignedIn: false }),
])(
  '$name: light, in few requests, and nothing from elsewhere but Stripe’s where that belongs',
  async (each) => {
    const loaded = await load(each.path, each.isSignedIn)
    expect(faultsOfLoad(each, loaded, stage.desk.sandboxUrl)).toEqual([])
    // As any other page it would have been too much.
    const strict = faultsOfLoad({ ...each, hasStripe: false }, loaded, stage.desk.sandboxUrl)
    expect(strict.length > 0).toBe(each.hasStripe)
  },
)
