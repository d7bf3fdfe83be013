// What a run comes to, in one line.
import type { Finding } from './judge/evidence.ts'
import { stuckNumber } from './judge/stuck.ts'

export interface RoundResult {
  readonly seed: number
  readonly trials: number
  readonly charges: number
  readonly findings: readonly Finding[]
  readonly deaths: number
  readonly remarks: readonly string[]
}

export interface Tally {
  readonly trials: number
  readonly charges: number
  readonly doubles: number
  readonly disagreements: number
  readonly stuck: number
  /** Of the other invariants. */
  readonly others: number
}

export function tallyOf(rounds: readonly RoundResult[]): Tally {
  const findings = rounds.flatMap((round) => round.findings)
  const of = (invariant: number): number =>
    findings.filter((finding) => finding.invariant === invariant).length
  const [doubles, disagreements, stuck] = [of(1), of(2), of(stuckNumber)]
  return {
    trials: sum(rounds.map(({ trials }) => trials)),
    charges: sum(rounds.map(({ charges }) => charges)),
    doubles,
    disagreements,
    stuck,
    others: findings.length - doubles - disagreements - stuck,
  }
}

export function lastLine({ trials, charges, doubles, disagreements, stuck }: Tally): string {
  return `trials ${trials}, charges ${charges}, doubles ${doubles}, disagreements ${disagreements}, stuck ${stuck}`
}

export function lineOf({ seed }: RoundResult, { invariant, of, what }: Finding): string {
  const name = invariant === stuckNumber ? 'stuck       ' : `invariant ${String(invariant).padEnd(2)}`
  return `${name}  seed ${seed}  ${of}: ${what}`
}

export function isClean({ doubles, disagreements, stuck, others }: Tally): boolean {
  return doubles + disagreements + stuck + others === 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
