import { expect, it } from 'vitest'
import { of } from '../../src/words/elision.ts'

it.each([
  ['Alice', 'd’Alice'],
  ['Émile', 'd’Émile'],
  ['Œuvres', 'd’Œuvres'],
  ['Yves', 'd’Yves'],
  ['Yann', 'de Yann'],
  ['Bob', 'de Bob'],
  ['Hugo', 'de Hugo'],
  ['Øyvind', 'd’Øyvind'],
])('of %s is %s', (name, said) => {
  expect(of(name)).toBe(said)
})
