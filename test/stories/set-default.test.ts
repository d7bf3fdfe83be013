import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { startDesk } from '../support/running-desk.ts'

it('Alice makes her second card the default, and Stripe knows', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const page = await alice.get(paths.paymentMethods)
  expect(page.status).toBe(200)
  const action = /action="([^"]+\/default)"/.exec(page.text)?.[1] ?? ''
  const answer = await alice.post(action)
  expect(answer.status).toBe(303)
  const after = await alice.get(answer.headers.location ?? '')
  expect(after.text).toContain('Mastercard ending in 4444 is now your default card.')
  expect(after.text.match(/class="badge default"/g)).toHaveLength(1)
  await desk.settled()
})
