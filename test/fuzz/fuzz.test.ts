import { expect, it } from 'vitest'
import { fuzz } from './fuzz.ts'

it('300 random requests to all routes are answered within the page, escaped, and not logged', async () => {
  const { tally, fault } = await fuzz(300, Math.floor(Math.random() * 2 ** 30))
  expect(fault).toBeNull()
  expect(tally.requests).toBe(300)
  expect(tally.routes.size).toBeGreaterThan(30)
})
