// Round after round, until the trials are done; what is broken is told as soon as it is found.
import { type Databases, freshDatabases } from './processes/postgres.ts'
import { seedOfRound } from './random.ts'
import { playRound } from './round.ts'
import { lineOf, type RoundResult, type Tally, tallyOf } from './tally.ts'

export interface ChaosOptions {
  readonly trials: number
  readonly seed: number
  readonly workers: number
  readonly database: 'sqlite' | 'postgres'
  readonly root: string
  readonly keeps?: boolean
  readonly say: (line: string) => void
  /** Ends the run early. */
  readonly enough?: (round: RoundResult) => boolean
}

/** As many companies share one set of processes. */
export const trialsARound = 16

export async function chaos(options: ChaosOptions): Promise<Tally> {
  const { trials, seed, workers, root, say, enough } = options
  const databases: Databases | undefined =
    options.database === 'postgres' ? await freshDatabases() : undefined
  const rounds: RoundResult[] = []
  try {
    for (let left = trials; left > 0; left -= trialsARound) {
      const database = await databases?.fresh()
      const round = await playRound({
        seed: seedOfRound(seed, rounds.length),
        trials: Math.min(left, trialsARound),
        workers,
        root,
        keeps: options.keeps ?? false,
        ...(database && { database }),
      })
      rounds.push(round)
      for (const finding of round.findings) say(lineOf(round, finding))
      if (enough?.(round)) break
    }
  } finally {
    await databases?.close()
  }
  return tallyOf(rounds)
}
