// Random and malicious requests to every route of the running app, as everybody, one after the other.

import fc from 'fast-check'
import { setStage } from '../support/matrix/stage.ts'
import { nameOf } from '../support/routes.ts'
import { knownOf } from './known.ts'
import { aRequest } from './request.ts'
import { visitors } from './visitors.ts'

export interface Tally {
  requests: number
  /** How many were answered with each status. */
  readonly statuses: Map<number, number>
  readonly routes: Set<string>
  /** The longest that one took, in milliseconds. */
  slowest: number
}

export interface Verdict {
  readonly tally: Tally
  /** Null where nothing was wrong; else the smallest request that shows it, and how to have it again. */
  readonly fault: string | null
}

/** A desk wears out: cards are removed, invoices paid. */
const casesPerDesk = 1_000

export async function fuzz(cases: number, seed: number): Promise<Verdict> {
  const tally: Tally = { requests: 0, statuses: new Map(), routes: new Set(), slowest: 0 }
  for (let done = 0; done < cases; done += casesPerDesk) {
    const fault = await round(Math.min(casesPerDesk, cases - done), seed + done, tally)
    if (fault !== null) return { tally, fault }
  }
  return { tally, fault: null }
}

async function round(cases: number, seed: number, tally: Tally): Promise<string | null> {
  const stage = await setStage()
  try {
    const { ask, look } = visitors(stage)
    const request = aRequest(knownOf(stage))
    const property = fc.asyncProperty(request, async (asked) => {
      const began = performance.now()
      const { status, faults } = await ask(asked)
      tally.requests += 1
      tally.slowest = Math.max(tally.slowest, performance.now() - began)
      tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1)
      tally.routes.add(nameOf(asked.route))
      if (faults.length > 0) throw new Error(faults.join('\n'))
    })
    const run = await fc.check(property, { numRuns: cases, seed })
    if (run.failed) return [await fc.asyncDefaultReportMessage(run), run.errorInstance].join('\n')
    const left = await look()
    return left.length === 0 ? null : `with the seed ${seed}: ${left.join('\n')}`
  } finally {
    await stage.desk.close()
  }
}
