import { request } from 'playwright-core'
import { expect, it } from 'vitest'
import {
  addButton,
  backOnList,
  bankFrame,
  errorSummary,
  openCardForm,
  press,
  tryCard,
  typeCard,
} from './support/card-form.ts'
import { kebab, row } from './support/list.ts'
import { said } from './support/said.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
const visa = '4242424242424242'
const asking = '4000002500003155'
const declined = '4000000000000002'

it('over the whole walk no card number reaches our server, and Stripe’s script is asked for on the add page only', async () => {
  const { page } = await stage.guest()
  const { desk } = stage
  const ours: string[] = []
  const scripts: string[] = []
  page.on('request', (sent) => {
    const url = sent.url()
    if (url.startsWith(desk.url))
      ours.push(decodeURIComponent([url, JSON.stringify(sent.headers()), sent.postData()].join(' ')))
    else if (url.endsWith('/stripe.js')) scripts.push(page.url())
  })

  await page.goto('/settings')
  await page.goto('/help/update-a-card')
  await page.goto('/settings/payment-methods')
  expect(scripts).toEqual([])
  await tryCard(page, { number: declined })
  await errorSummary(page).waitFor()
  await typeCard(page, { number: asking })
  await press(addButton(page))
  await bankFrame(page).getByRole('button', { name: said.en.pass }).click()
  await backOnList(page)
  await tryCard(page, { number: visa, cvc: '987' })
  await backOnList(page)
  await kebab(page, '4242').click()
  await page.getByRole('button', { name: said.en.setDefault }).click()
  await row(page, '4242').locator('.badge.default').waitFor()
  await desk.settled()

  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((url) => new URL(url).pathname !== '/settings/payment-methods/new')).toEqual([])
  const numbers = [visa, asking, declined].flatMap((number) => [
    number,
    number.replace(/(.{4})(?=.)/g, '$1 '),
  ])
  const kept = JSON.stringify(await everyRow())
  // The code by itself: as three digits among others it is in any random id sooner or later.
  for (const secret of [...numbers, 'cvc', /\b987\b/]) {
    expect(
      ours.filter((sent) => sent.match(secret)),
      `a request with ${secret}`,
    ).toEqual([])
  }
  for (const secret of numbers) {
    expect(
      desk.logged.filter((line) => line.includes(secret)),
      `a log line with ${secret}`,
    ).toEqual([])
    expect(kept).not.toContain(secret)
    expect(await page.content()).not.toContain(secret)
  }
})

async function everyRow(): Promise<unknown[]> {
  const { database } = stage.desk
  const tables = await database.all<{ name: string }>(
    "select name from sqlite_master where type = 'table'",
    [],
  )
  return Promise.all(tables.map(({ name }) => database.all(`select * from "${name}"`, [])))
}

it('nothing comes from a third party on any page but the one with the card form', async () => {
  const { page } = await stage.guest({ cards: ['pm_card_visa'] })
  const foreign: string[] = []
  page.on('request', (sent) => {
    if (!sent.url().startsWith(stage.desk.url)) foreign.push(sent.url())
  })
  for (const path of ['/settings', '/settings/payment-methods', '/help/failed-payment', '/nowhere']) {
    await page.goto(path)
  }
  expect(foreign).toEqual([])
  await openCardForm(page)
  expect(foreign.filter((url) => !url.startsWith(stage.desk.sandboxUrl))).toEqual([])
})

it('signed-in pages are not stored, and what another site sends in somebody’s name is refused', async () => {
  const { page } = await stage.guest({ cards: ['pm_card_visa'] })
  for (const path of ['/settings', '/settings/payment-methods', '/settings/payment-methods/new']) {
    const answer = await page.goto(path)
    expect(answer?.headers()['cache-control'], path).toBe('no-store')
  }
  const elsewhere = await request.newContext({ storageState: await page.context().storageState() })
  const answer = await elsewhere.post(`${stage.desk.url}/sign-out`, {
    headers: { 'Sec-Fetch-Site': 'cross-site' },
  })
  await elsewhere.dispose()
  expect(answer.status()).toBe(403)
})
