import { expect, it } from 'vitest'
import {
  addButton,
  backOnList,
  cardFrame,
  openCardForm,
  press,
  tryCard,
  typeCard,
} from './support/card-form.ts'
import { row } from './support/list.ts'
import { said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

it('American Express wants four digits, shows where they are, and refuses three', async () => {
  const { page } = await stage.guest()
  await tryCard(page, { number: '378282246310005', cvc: '123' })
  const cvc = cardFrame(page).locator('[name=cvc]')
  await cardFrame(page).locator('[name=cvc][aria-invalid=true]').waitFor()
  await expect.poll(() => cvc.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true)
  expect(await page.locator('#status').innerText()).toBe('')
  await cardFrame(page).getByText('4 digits on the front of the card').waitFor()
  await cvc.fill('1234')
  await press(addButton(page))
  await backOnList(page)
  await row(page, '0005').getByText('American Express', { exact: true }).waitFor()
})

it('an incomplete card is not sent anywhere: no setup is begun for it', async () => {
  const { page } = await stage.guest()
  await openCardForm(page)
  stage.desk.sandbox.log.clear()
  await press(addButton(page))
  await cardFrame(page).locator('[name=number][aria-invalid=true]').waitFor()
  await expect.poll(() => addButton(page).getAttribute('aria-busy')).toBeNull()
  expect(stage.desk.sandbox.log.entries).toEqual([])
})

it('a co-branded card offers its two networks, and the list names the one that was chosen', async () => {
  const { page } = await stage.guest()
  await openCardForm(page)
  await typeCard(page, { number: '4000002500001001' })
  await cardFrame(page).locator('[name=network]').selectOption({ label: 'Cartes Bancaires' })
  await press(addButton(page))
  await backOnList(page)
  await row(page, '1001').getByText('Cartes Bancaires', { exact: true }).waitFor()
})

it('the pictures show where the code is on both kinds of card', async () => {
  const { page } = await stage.guest()
  await openCardForm(page)
  await page.getByText('Where is the security code?').click()
  await page.getByText('Three digits on the back of the card').waitFor()
  await page.getByText('American Express: four digits on the front').waitFor()
})

it('the country starts from the company’s own', async () => {
  const { page } = await stage.guest({ language: 'en' })
  await openCardForm(page)
  expect(await page.locator('#country').inputValue()).toBe('FR')
})

it('pressing the button twice begins one setup and saves one card', async () => {
  const { page, companyId } = await stage.guest()
  await openCardForm(page)
  await typeCard(page)
  stage.desk.sandbox.log.clear()
  await addButton(page).dblclick()
  await backOnList(page)
  await stage.desk.settled()
  const paths = stage.desk.sandbox.log.entries
    .filter(({ method }) => method === 'POST')
    .map(({ path }) => path)
  expect(paths.filter((path) => path === '/v1/setup_intents')).toHaveLength(1)
  expect(paths.filter((path) => path.endsWith('/confirm'))).toHaveLength(1)
  expect((await stage.desk.ports.store.wallets.of(companyId)).methods).toHaveLength(1)
})

it('the same card twice is noticed, and stays until the person has decided', async () => {
  const { page } = await stage.guest({ cards: ['pm_card_visa'] })
  await tryCard(page)
  await backOnList(page)
  await page.getByText(/^The same card is already here, added on/).waitFor()
  await page.getByRole('button', { name: /^Keep both/ }).click()
  await page.getByRole('status').filter({ hasText: 'Both cards are kept.' }).waitFor()
  expect(await page.getByText(/^The same card/).count()).toBe(0)
  expect(await page.locator('.kebab .menu-button:focus').count()).toBe(1)
  expect(await page.getByText(said.en.default, { exact: true }).count()).toBe(1)
})
