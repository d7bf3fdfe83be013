import { expect, it } from 'vitest'
import { afterwards } from '../src/afterwards.ts'

it('does what was put off, by itself, within the time that it was put off for', async () => {
  const { later } = afterwards(5)
  await new Promise<void>((resolve) => later(async () => resolve()))
})

it('does what still waits when it is to be finished, once, and waits for what is under way', async () => {
  const { later, finish } = afterwards(1_000_000)
  const done: string[] = []
  later(async () => void done.push('one'))
  later(async () => {
    await new Promise((resolve) => setImmediate(resolve))
    done.push('two')
  })
  expect(done).toEqual([])
  await finish()
  expect(done).toEqual(['one', 'two'])
  await finish()
  expect(done).toEqual(['one', 'two'])
})
