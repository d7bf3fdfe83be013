import { expect, it } from 'vitest'
import type { Limit } from '../../../src/ports/limits.ts'
import { hour, minute, noon } from '../../support/builders.ts'
import { eachStore } from '../../support/stores.ts'

const perAccount: Limit = { key: 'sign-in/account/alice', most: 2, within: hour }
const perAddress: Limit = { key: 'sign-in/address/192.0.2.1', most: 3, within: 10 * minute }

eachStore('Limits in a store', (fresh) => {
  it('let as many through as they say, and tell the others when to come back', async () => {
    const { limits } = await fresh()
    expect(await limits.take([perAccount], noon)).toBeNull()
    expect(await limits.take([perAccount], noon + minute)).toBeNull()
    expect(await limits.take([perAccount], noon + 2 * minute)).toBe(noon + hour)
    expect(await limits.take([perAccount], noon + hour)).toBeNull()
    expect(await limits.take([perAccount], noon + hour)).toBe(noon + minute + hour)
  })

  it('count against none of several where one is reached', async () => {
    const { limits } = await fresh()
    for (let times = 0; times < 2; times++) await limits.take([perAccount], noon)
    expect(await limits.take([perAddress, perAccount], noon)).toBe(noon + hour)
    const taken = await Promise.all([1, 2, 3, 4].map(() => limits.take([perAddress], noon)))
    expect(taken.filter((each) => each === null)).toHaveLength(3)
  })

  it('count an act once where several limits have the same key, and the longest wait counts', async () => {
    const { limits } = await fresh()
    const often: Limit = { ...perAccount, most: 1, within: minute }
    expect(await limits.take([often, perAccount], noon)).toBeNull()
    expect(await limits.take([often, perAccount], noon + 1)).toBe(noon + minute)
    expect(await limits.take([often, perAccount], noon + minute)).toBeNull()
    expect(await limits.take([often, perAccount], noon + minute)).toBe(noon + hour)
  })

  it('let no more through when many ask at once', async () => {
    const { limits } = await fresh()
    const taken = await Promise.all(
      Array.from({ length: 12 }, () => limits.take([perAccount, perAddress], noon)),
    )
    expect(taken.filter((each) => each === null)).toHaveLength(2)
  })

  it('start anew for whoever has shown who they are', async () => {
    const { limits } = await fresh()
    for (let times = 0; times < 2; times++) await limits.take([perAccount], noon)
    await limits.forget([perAccount.key])
    expect(await limits.take([perAccount], noon)).toBeNull()
  })

  it('count an act once, however often and from however many sides it is asked for', async () => {
    const { limits } = await fresh()
    const asked = Array.from({ length: 6 }, () => limits.take([perAccount, perAddress], noon, 'this one'))
    expect(await Promise.all(asked)).toEqual([null, null, null, null, null, null])
    expect(await limits.take([perAccount], noon, 'another one')).toBeNull()
    expect(await limits.take([perAccount], noon + minute, 'a third one')).toBe(noon + hour)
    expect(await limits.take([perAccount], noon + minute, 'this one')).toBeNull()
    expect(await limits.take([perAccount], noon + hour, 'this one')).toBeNull()
    expect(await limits.take([perAccount], noon + hour, 'another one')).toBeNull()
    expect(await limits.take([perAccount], noon + hour, 'a third one')).toBe(noon + 2 * hour)
  })

  it('count an act against those that do not know it yet', async () => {
    const { limits } = await fresh()
    await limits.take([perAddress], noon, 'this one')
    for (let times = 0; times < 2; times++) await limits.take([perAccount], noon)
    expect(await limits.take([perAddress, perAccount], noon, 'this one')).toBe(noon + hour)
  })

  it('give back what was counted and should not have been, once', async () => {
    const { limits } = await fresh()
    await limits.take([perAccount, perAddress], noon)
    await limits.take([perAccount], noon + 1)
    await limits.giveBack([perAccount.key, perAddress.key, 'sign-in/nobody'], noon)
    await limits.giveBack([perAccount.key], noon)
    expect(await limits.take([perAccount], noon + 2)).toBeNull()
    expect(await limits.take([perAccount], noon + 2)).toBe(noon + 1 + hour)
  })

  it('are kept only as long as they count', async () => {
    const { limits } = await fresh()
    for (let times = 0; times < 2; times++) await limits.take([perAccount], noon)
    await limits.prune(noon + hour - 1)
    expect(await limits.take([perAccount], noon + 1)).toBe(noon + hour)
    await limits.prune(noon + hour)
    expect(await limits.take([perAccount], noon + 1)).toBeNull()
  })

  it('keep nobody out because the clock went back', async () => {
    const { limits } = await fresh()
    for (let times = 0; times < 2; times++) await limits.take([perAccount], noon + 48 * hour)
    expect(await limits.take([perAccount], noon)).toBeNull()
  })
})
