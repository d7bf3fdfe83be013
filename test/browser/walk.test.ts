import { expect, it } from 'vitest'
import { addCard, badgeOf, makeDefault, mastercard, removeCard, visa } from '../walks/support/card-jobs.ts'
import { pointer } from '../walks/support/hands.ts'
import { leave } from '../walks/support/people-jobs.ts'
import { walkerOf } from '../walks/support/walker.ts'
import { languages } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

it.each(languages)(
  'somebody adds two cards, changes the default and removes one, by the names of things alone (%s)',
  async (language) => {
    const guest = await stage.guest({ language, reducedMotion: 'reduce' })
    const walker = walkerOf(stage, guest, { hands: pointer, scripted: true, language })
    const { page, words, link, on, told } = walker
    await page.goto('/')
    await walker.menu().click()
    await link(words.settings).click()
    await on(words.details)
    await page
      .getByRole('navigation', { name: words.settings })
      .getByRole('link', { name: words.methods })
      .click()
    await on(words.methods)

    await addCard(walker, visa)
    await told(words.added(visa.brand, visa.last4))
    expect(await badgeOf(walker, visa.last4)).toBe(words.default)
    await addCard(walker, mastercard)
    await told(words.alsoAdded(mastercard.brand, mastercard.last4))
    expect(await badgeOf(walker, mastercard.last4)).toBe(words.backup)

    await makeDefault(walker, mastercard)
    expect(await badgeOf(walker, visa.last4)).toBe(words.backup)
    await removeCard(walker, visa, mastercard)
    await stage.desk.settled()
    await leave(walker)
  },
)
