import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { startDesk } from '../support/running-desk.ts'
import { addCard, rowsOf, textOf } from '../support/story.ts'

it('two cards of the same number and day are told apart by their places, in the list and before one goes', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  await addCard(alice)
  await addCard(alice)
  await desk.settled()
  const list = (await alice.get(paths.paymentMethods)).text
  const twins = rowsOf(list).filter(({ text }) => text.includes('4242'))
  const names = [
    ...list.matchAll(/Actions for (Visa ending in 4242[^<]*(?:<time[^>]*>[^<]*<\/time>[^<]*)?)</g),
  ].map(([, name = '']) => textOf(name))
  expect(twins.length).toBeGreaterThan(1)
  expect(new Set(names).size).toBe(twins.length)
  for (const { id, badge } of twins)
    expect(textOf((await alice.get(paths.removal(id))).text)).toMatch(new RegExp(`added on [^,]+, ${badge}`))
})
