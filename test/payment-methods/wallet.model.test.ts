// Any wallet, and any series of moves, promotions and removals in it.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PaymentMethod } from '../../src/payment-methods/payment-method.ts'
import {
  backupPlace,
  backupsOf,
  defaultOf,
  find,
  moved,
  successorOf,
  type Wallet,
} from '../../src/payment-methods/wallet.ts'
import { aCard, aWallet, idsOf } from '../support/builders.ts'

type Step = { kind: 'up' | 'down' | 'default' | 'leave'; which: number }

const wallets = fc
  .array(fc.record({ mayBeBackup: fc.boolean(), isLeaving: fc.boolean() }), { maxLength: 8 })
  .chain((cards) => fc.tuple(fc.constant(cards), fc.nat({ max: 7 })))
  .map(([cards, at]) => aWallet(...cards.map((card, index) => aCard({ ...card, isDefault: index === at }))))

const steps = fc.array(
  fc.record<Step>({ kind: fc.constantFrom('up', 'down', 'default', 'leave'), which: fc.nat({ max: 7 }) }),
  { maxLength: 30 },
)

it('Whatever is done to a wallet, its order and its places stay sound', () => {
  fc.assert(
    fc.property(wallets, steps, (wallet, series) => {
      let now = wallet
      for (const step of series) {
        const next = taken(now, step)
        expect([...idsOf(next.methods)].sort()).toEqual([...idsOf(wallet.methods)].sort())
        expectContiguousPlaces(next)
        now = next
      }
    }),
  )
})

it('A move that is taken back leaves everything as it was', () => {
  fc.assert(
    fc.property(wallets, fc.nat({ max: 7 }), (wallet, which) => {
      const id = wallet.methods[which]?.id ?? ''
      const there = moved(wallet, id, 'down')
      if (!there) return
      expect(moved(inOrder(wallet, there), id, 'up')).toEqual(idsOf(wallet.methods))
    }),
  )
})

it('A successor is another card that stays, and there is one wherever one stays', () => {
  fc.assert(
    fc.property(wallets, (wallet) => {
      const leaving = defaultOf(wallet)
      if (!leaving) return
      const others = wallet.methods.filter((method) => method !== leaving && !method.isLeaving)
      const successor = successorOf(wallet, leaving.id)
      if (others.length === 0) expect(successor).toBeUndefined()
      else expect(others).toContain(successor)
    }),
  )
})

function taken(wallet: Wallet, { kind, which }: Step): Wallet {
  const chosen = wallet.methods[which]
  if (!chosen) return wallet
  if (kind === 'default') return changed(wallet, (method) => ({ ...method, isDefault: method === chosen }))
  if (kind === 'leave')
    return changed(wallet, (method) => ({ ...method, isLeaving: method.isLeaving || method === chosen }))
  const ids = moved(wallet, chosen.id, kind)
  const place = backupPlace(wallet, chosen.id)
  if (!ids) return wallet
  const after = inOrder(wallet, ids)
  expect(backupPlace(after, chosen.id)).toBe((place ?? 0) + (kind === 'up' ? -1 : 1))
  return after
}

function changed(wallet: Wallet, change: (method: PaymentMethod) => PaymentMethod): Wallet {
  return { ...wallet, methods: wallet.methods.map(change) }
}

function inOrder(wallet: Wallet, ids: readonly string[]): Wallet {
  return { ...wallet, methods: ids.flatMap((id) => find(wallet, id) ?? []) }
}

function expectContiguousPlaces(wallet: Wallet): void {
  const places = backupsOf(wallet).map((method) => backupPlace(wallet, method.id))
  expect(places).toEqual(places.map((_place, index) => index + 1))
}
