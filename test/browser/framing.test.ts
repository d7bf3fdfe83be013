import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()

it('no page of ours shows in a frame of another site', async () => {
  const { page } = await stage.guest({ cards: ['pm_card_visa'] })
  const cookies = await page.context().cookies()
  const evil = 'http://127.0.0.1:1/'
  // Not a window of the stage: here the browser is meant to complain.
  const context = await stage.browser.newContext()
  await context.addCookies(cookies)
  const window = await context.newPage()
  const addresses = [
    paths.signIn,
    paths.paymentMethods,
    paths.newPaymentMethod,
    paths.help.abroad,
    '/nowhere',
  ]
  const frames = addresses.map((address) => `<iframe src="${stage.desk.url}${address}"></iframe>`)
  await window.route(evil, (route) => route.fulfill({ contentType: 'text/html', body: frames.join('') }))
  await window.goto(evil, { waitUntil: 'load' })
  expect(window.frames()).toHaveLength(addresses.length + 1)
  for (const frame of window.frames().slice(1)) {
    expect(frame.url()).toBe('chrome-error://chromewebdata/')
    expect(await frame.locator('h1, form, nav').count()).toBe(0)
  }
})
