// The pages of the running app, in the states that take more than a view: menus and dialogs that are open, Stripe's
// form, answers that say no, paper.

import { afterAll, it } from 'vitest'
import { signedIn } from '../browser/support/every-page.ts'
import { signedOut } from '../browser/support/open-pages.ts'
import { setStage } from '../browser/support/stage.ts'
import { fileName, photograph, photographOtherwise, photographPrint } from './camera.ts'
import { keepNotes } from './selectors.ts'

const onPaper = ['five cards', 'an invoice paid by a backup', 'the activity log']
const otherwise = ['an open kebab', 'the removal dialog', 'an invoice paid by a backup', 'an error banner']

export function photographRunningApp(language: 'en' | 'fr'): void {
  const stage = setStage()
  afterAll(() => keepNotes(`running-${language}`))

  it.each(Object.entries(signedOut))(`%s (${language})`, async (name, { go }) => {
    const page = await stage.window({ language })
    await go(page, stage)
    await photograph(page, `running/${fileName(name)}`, language)
  })

  it.each(Object.entries(signedIn))(`%s (${language})`, async (name, { go, cards }) => {
    const guest = await stage.guest({ language, ...(cards && { cards }) })
    await go(guest, stage)
    const file = `running/${fileName(name)}`
    await photograph(guest.page, file, language)
    if (onPaper.includes(name)) await photographPrint(guest.page, file, language)
    if (otherwise.includes(name) && language === 'en') await photographOtherwise(guest.page, file)
  })

  it(`the sandbox’s control page (${language})`, async () => {
    const { page, customerId } = await stage.guest({
      language,
      cards: ['pm_card_visa', 'pm_card_mastercard'],
    })
    await page.goto(`${stage.desk.sandboxUrl}/sandbox?customer=${customerId}`)
    await photograph(page, 'running/the-sandbox-s-control-page', language)
  })
}
