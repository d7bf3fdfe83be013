import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { cookieOf, send } from '../support/by-hand.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { atStripe, rowsOf } from '../support/story.ts'
import { bothSay, inTrouble } from '../support/trouble.ts'

function changesAt({ sandbox }: Desk): string[] {
  return sandbox.log.entries.filter(({ method }) => method === 'POST').map(({ path }) => path)
}

it('a double click on “Set as default card” is one call to Stripe, though Stripe is slow', async (test) => {
  const { desk, alice, second } = await inTrouble(test)
  desk.sandbox.faults.order({ kind: 'delay', method: 'POST', ms: 100 })
  const answers = await Promise.all([1, 2, 3].map(() => alice.post(paths.default(second))))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(changesAt(desk)).toEqual([`/v1/customers/${(await atStripe(desk)).customerId}`])
  expect((await atStripe(desk)).defaultId).toBe(second)
})

it('a double click on “Remove” is one detachment', async (test) => {
  const { desk, alice, second } = await inTrouble(test)
  desk.sandbox.faults.order({ kind: 'delay', method: 'POST', ms: 100 })
  const answers = await Promise.all([1, 2, 3].map(() => alice.post(paths.removal(second))))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(changesAt(desk)).toEqual([`/v1/payment_methods/${second}/detach`])
})

it('a double click on “Continue on Stripe’s page” leads to one page, though Stripe is slow', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const page = await alice.get(paths.newPaymentMethod)
  const attempt = /name="attempt" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  desk.sandbox.faults.order({ kind: 'delay', method: 'POST', ms: 1_500 })
  const answers = await Promise.all([1, 2].map(() => alice.post(paths.paymentMethods, { attempt })))
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
})

it('a card that is made the default and removed at once ends in one state, here and at Stripe', async (test) => {
  const trouble = await inTrouble(test)
  const { alice, first, second } = trouble
  const answers = await Promise.all([
    alice.post(paths.default(second)),
    alice.post(paths.removal(second)),
    alice.post(paths.removal(first)),
    alice.post(paths.default(first)),
  ])
  expect(answers.every(({ status }) => status === 303 || status === 404)).toBe(true)
  await trouble.mended()
  expect(await bothSay(trouble)).toEqual({ default: null, ids: [] })
})

it('what is under way when somebody signs out does not sign them in again', async () => {
  const desk = await startDesk()
  const cookie = await cookieOf(desk)
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }
  const second = rowsOf((await send(desk, paths.paymentMethods, { headers })).text)[1]?.id ?? ''
  desk.sandbox.faults.order({ kind: 'delay', method: 'POST', ms: 300 })
  const slow = send(desk, paths.default(second), { method: 'POST', headers })
  await expect.poll(() => changesAt(desk).length).toBeGreaterThan(0)
  await send(desk, paths.signOut, { method: 'POST', headers })
  expect((await slow).status).toBe(303)
  expect((await send(desk, paths.paymentMethods, { headers })).headers.location).toMatch(/^\/sign-in/)
})
