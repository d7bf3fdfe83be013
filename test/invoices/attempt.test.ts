import { expect, it } from 'vitest'
import { bodyOf, isSameCard, keyOf } from '../../src/invoices/attempt.ts'

it('A key is derived from the invoice, the card and the number, and from nothing else', () => {
  expect(keyOf('in_1', 'pm_1', 2)).toBe('charge/in_1/pm_1/2')
  const keys = [
    keyOf('in_1', 'pm_1', 1),
    keyOf('in_1', 'pm_1', 2),
    keyOf('in_1', 'pm_2', 1),
    keyOf('in_2', 'pm_1', 1),
  ]
  expect(new Set(keys).size).toBe(4)
})

it('A body says which card, and whether its holder is there', () => {
  expect(JSON.parse(bodyOf('pm_1', 'guichet'))).toMatchObject({ payment_method: 'pm_1', off_session: true })
  expect(JSON.parse(bodyOf('pm_1', 'member'))).toMatchObject({ payment_method: 'pm_1', off_session: false })
  expect(bodyOf('pm_1', 'guichet')).toBe(bodyOf('pm_1', 'guichet'))
})

it('A card is the same by its id or by its fingerprint; where there is none, it is like no other', () => {
  const card = (id: string, fingerprint: string | null) => ({ id, fingerprint })
  expect(isSameCard(card('pm_1', 'a'), card('pm_2', 'a'))).toBe(true)
  expect(isSameCard(card('pm_1', null), card('pm_1', 'a'))).toBe(true)
  expect(isSameCard(card('pm_1', null), card('pm_2', null))).toBe(false)
  expect(isSameCard(card('pm_1', 'a'), card('pm_2', 'b'))).toBe(false)
})
