import { spread } from '../bench/turns.ts'
import type { Category, Form, Verdict } from './lighthouse.ts'

export interface Judged {
  readonly name: string
  readonly language: string
  readonly form: Form
  /** One a run; the first has all categories. */
  readonly verdicts: readonly Verdict[]
}

const marks = { accessibility: 100, 'best-practices': 100, performance: 99 } satisfies Record<
  Category,
  number
>

export function heading(runs: number): string {
  const columns = `${'page'.padEnd(26)}${'as'.padEnd(9)}accessibility  best practices  performance        runs`
  return `Node ${process.version}, performance as the median of ${runs} runs or more (lowest – highest)\n\n${columns}`
}

export function row(judged: Judged): string {
  const [middle, low, high] = spread(scoresOf(judged, 'performance'))
  const [accessibility, practices] = (['accessibility', 'best-practices'] as const).map((category) =>
    String(scoresOf(judged, category)[0]),
  )
  return (
    `${judged.name}, ${judged.language}`.padEnd(26) +
    judged.form.padEnd(9) +
    String(accessibility).padStart(13) +
    String(practices).padStart(16) +
    `${middle} (${low} – ${high})`.padStart(18) +
    String(judged.verdicts.length).padStart(6)
  )
}

/** A line for each mark that is not reached, with what Lighthouse holds against the page. */
export function shortfalls(judged: Judged): string[] {
  return (Object.keys(marks) as Category[])
    .filter((category) => isBelow(judged, category))
    .map((category) => `${judged.name}, ${judged.language}, ${judged.form}: ${reasons(judged, category)}`)
}

export function isBelow(judged: Judged, category: Category): boolean {
  return spread(scoresOf(judged, category))[0] < marks[category]
}

function scoresOf({ verdicts }: Judged, category: Category): number[] {
  return verdicts.flatMap(({ scores }) => scores[category] ?? [])
}

function reasons({ verdicts }: Judged, category: Category): string {
  const losses = verdicts.flatMap(({ losses }) => losses).filter((loss) => loss.startsWith(`${category}:`))
  return [...new Set(losses)].join('; ') || category
}
