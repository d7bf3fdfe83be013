// Codes of six digits that an application on somebody's phone makes from a secret and the time.
// Source: RFC 6238 with SHA-1, six digits and half a minute: what every such application can do.

export interface OneTimeCodes {
  /** 160 bits from the system's randomness, as people type them: capitals and digits. */
  newSecret(): string
  /** What the application reads from the picture. */
  addressOf(secret: string, account: string, issuer: string): string
  /** The half minute since the epoch that the code belongs to, the one of `at` or a neighbour; null where none. */
  stepOf(secret: string, code: string, at: number): number | null
}
