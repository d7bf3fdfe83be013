// The short form of npm run timing: what takes another way through the program shows in a hundred tries.
import { expect, it } from 'vitest'
import { randomFrom } from '../chaos/random.ts'
import { startDesk } from '../support/running-desk.ts'
import { furnish } from './furnish.ts'
import { measure, warmUpFor } from './measure.ts'
import { questions } from './questions.ts'
import { compare } from './two-samples.ts'

// Wrong once in a million runs, where the same is the same.
const significance = 1e-6
const tries = 100

it.each(questions.map((question) => [question.name, question] as const))(
  'how long %s takes tells nothing of it',
  async (_name, question) => {
    const desk = await startDesk({ environment: { TRUST_PROXY: 'loopback' }, putOff: undefined })
    const house = await furnish(desk, tries + warmUpFor(tries))
    const [one, other] = [...(await measure(house, question, tries, randomFrom(1))).values()]
    expect([one?.length, other?.length]).toEqual([tries, tries])
    expect(compare(one ?? [], other ?? []).p).toBeGreaterThan(significance)
  },
)
