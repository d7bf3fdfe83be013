import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitsOnlyForm } from '../../src/payment-methods/postal-code.ts'

describe('After a postal code was refused', () => {
  it.each([
    ['M4B 1B3', ['413', '41300']],
    ['SW1A 1AA', ['11', '11000']],
    ['  75 001 ', ['75001']],
    ['４１３', ['413', '41300']],
    ['９０２１０', ['90210']],
    ['90210', []],
    [' 90210 ', []],
    ['0', ['00000']],
    ['', []],
    ['   ', []],
    ['Dublin', []],
  ])('%j leads to %j, one after the other', (refused, tries) => {
    expect(triesAfter(refused)).toEqual(tries)
  })

  it('there are never more than two others to try, all of ASCII digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (refused) => {
        const tries = triesAfter(refused)
        expect(tries.length).toBeLessThanOrEqual(2)
        for (const each of tries) expect(each).toMatch(/^[0-9]+$/)
        expect(tries).not.toContain(refused)
      }),
    )
  })
})

function triesAfter(refused: string): string[] {
  const next = digitsOnlyForm(refused)
  return next === undefined ? [] : [next, ...triesAfter(next)]
}
