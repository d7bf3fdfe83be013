import { expect, it } from 'vitest'
import { words } from '../../src/words/words.ts'
import { backOnList, bankFrame, errorSummary, tryCard, turnAwayFromBank } from './support/card-form.ts'
import { focusOn } from './support/focus.ts'
import { languages, said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
const once = '4000002500003155'
const always = '4000002760003184'

it.each([once, always])(
  '%s is saved once its bank has confirmed, and the page says meanwhile what it waits for',
  async (number) => {
    const { page } = await stage.guest()
    await tryCard(page, { number })
    const pass = bankFrame(page).getByRole('button', { name: said.en.pass })
    await pass.waitFor()
    expect(await page.locator('#status').textContent()).toBe(words.en.add.status.confirming)
    await pass.click()
    await backOnList(page)
    expect(await page.locator('.banner').innerText()).toBe(said.en.added('Visa', number.slice(-4)))
  },
)

it.each(languages)(
  'a card whose holder the bank does not recognise is not saved, and the summary says so (%s)',
  async (language) => {
    const { page, companyId } = await stage.guest({ language })
    await tryCard(page, { number: once })
    await bankFrame(page).getByRole('button', { name: said[language].fail }).click()
    const { setup_intent_authentication_failure: why } = words[language].declines
    await errorSummary(page).getByText(why, { exact: true }).waitFor()
    await focusOn(errorSummary(page))
    expect(await page.title()).toMatch(new RegExp(`^${said[language].error}`))
    expect((await stage.desk.ports.store.wallets.of(companyId)).methods).toEqual([])
  },
)

it('whoever turns away from their bank by Escape may try again', async () => {
  const { page } = await stage.guest()
  await tryCard(page, { number: once })
  await turnAwayFromBank(page)
  await errorSummary(page).waitFor()
  await page.locator('#add-card').click()
  await bankFrame(page).getByRole('button', { name: said.en.pass }).click()
  await backOnList(page)
})
