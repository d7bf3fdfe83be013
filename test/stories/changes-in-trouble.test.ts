import { describe, expect, it } from 'vitest'
import { faultKinds as faults } from '../../src/sandbox/api/faults.ts'
import { paths } from '../../src/web/paths.ts'
import { bannerOf, rowsOf } from '../support/story.ts'
import { bothSay, expectEachKeyToBeOneAct, inTrouble } from '../support/trouble.ts'

// Each waits more than it works.
describe.concurrent.each(faults)('While Stripe answers with %s,', (kind) => {
  it('a new default is said to be open, the list renders at once, and it is mended', async (test) => {
    const trouble = await inTrouble(test)
    const { desk, alice, second } = trouble
    trouble.order(kind)
    const answer = await alice.post(paths.default(second))
    expect([answer.status, answer.headers.location]).toEqual([303, paths.paymentMethods])
    const { text } = await alice.get(paths.paymentMethods)
    expect(bannerOf(text)).toBe(
      'There is a problem Stripe did not answer, so we do not know yet whether Mastercard ending in 4444 is your default card. This page will show it in a moment.',
    )
    expect(rowsOf(text)).toHaveLength(2)
    expectEachKeyToBeOneAct(desk)
    await trouble.mended()
    await bothSay(trouble)
    expect((await alice.get(paths.paymentMethods)).text).not.toContain('not confirmed')
    const again = await alice.post(paths.default(second))
    const said = bannerOf((await alice.get(again.headers.location ?? '')).text)
    expect(said).toMatch(/^Mastercard ending in 4444 is (now )?your default card\.$/)
    await desk.settled()
    expect((await bothSay(trouble)).default).toBe(second)
    expectEachKeyToBeOneAct(desk)
  })

  it('a removal is said to be under way, charges that card no more, and is carried through', async (test) => {
    const trouble = await inTrouble(test)
    const { desk, alice, first, second } = trouble
    trouble.order(kind)
    const answer = await alice.post(paths.removal(first))
    const { text } = await alice.get(answer.headers.location ?? '')
    expect(bannerOf(text)).toBe(
      'There is a problem Stripe did not answer. We keep trying until Visa ending in 4242 is removed; until then it may still be charged.',
    )
    expect(rowsOf(text)[0]).toMatchObject({ id: first, badge: 'Being removed', actions: [] })
    await trouble.mended()
    expect(await bothSay(trouble)).toEqual({ default: second, ids: [second] })
    expectEachKeyToBeOneAct(desk)
  })
})
