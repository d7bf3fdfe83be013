// What operators count. No label holds anything of a company or of a person.

export interface Metrics {
  /** `route`: its pattern, such as /settings/invoices/:id. */
  requested(route: string, status: number, seconds: number): void
  charged(outcome: string): void
  /** A code of Stripe's or of a bank's. */
  declined(code: string): void
  limitReached(limit: string): void
  /** A browser kept a page from what its policy forbids: which part of it. */
  policyKept(directive: string): void
  /** All of it, as those read it who collect it. */
  page(): Promise<{ readonly type: string; readonly text: string }>
}
