// What the tests hand to the report, by the way that vitest keeps for it.

import type { Findings } from '../table/assertion.ts'

export interface Look {
  readonly page: string
  /** Such as: fr, without JavaScript. */
  readonly seen: string
  readonly language: 'en' | 'fr'
  readonly findings: Findings
  /** Of a page that was looked at: pages of different addresses differ in their titles. */
  readonly title?: { readonly address: string; readonly text: string }
}

declare module 'vitest' {
  interface TaskMeta {
    look?: Look
  }
}

/** One line for each assertion that is not met. */
export function unmet({ findings }: Look): string[] {
  return Object.entries(findings).flatMap(([assertion, faults]) =>
    faults && faults.length > 0 ? [`${assertion}: ${faults.join('; ')}`] : [],
  )
}
