// What a person changes about themselves, whatever the company. Mail and log entries are written in the same act.

import type { Language } from '../company/company.ts'
import type { Told } from './told.ts'

export interface Accounts {
  rename(memberId: string, name: string, told: Told, now: number): Promise<void>
  /** Null: as the browser says. */
  speak(memberId: string, language: Language | null, told: Told, now: number): Promise<void>
  /** The page on which they sign in speaks this language. */
  hear(memberId: string, language: Language): Promise<void>
  passwordHash(memberId: string): Promise<string | null>
  /** Ends every session of theirs, and spends every link that would set another password. */
  changePassword(memberId: string, passwordHash: string, told: Told, now: number): Promise<void>
  /** A link to set another password, with the mail that carries it. */
  offerReset(memberId: string, tokenHash: string, expiresAt: number, told: Told, now: number): Promise<void>
}

export interface SecondFactor {
  /** Sealed; see Seal. */
  readonly secret: string
  readonly begunAt: number
  /** Null while it is being set up: nobody is asked for a code yet. */
  readonly onSince: number | null
}

export interface SecondFactors {
  of(memberId: string): Promise<SecondFactor | null>
  /** Begins anew where it was begun before; false, and nothing changed, where one is on. */
  begin(memberId: string, secret: string, now: number): Promise<boolean>
  /** With a first code, of that step. False where `secret` is not the one that waits any more. */
  turnOn(
    memberId: string,
    secret: string,
    step: number,
    codeHashes: readonly string[],
    told: Told,
    now: number,
  ): Promise<boolean>
  turnOff(memberId: string, told: Told, now: number): Promise<boolean>
  /** False where this step's code, or a later one, was taken before: of two at once, one is let in. */
  takeStep(memberId: string, step: number): Promise<boolean>
  /** The same secret, sealed anew. */
  reseal(memberId: string, before: string, after: string): Promise<void>
  /** Those that are left. */
  recoveryCodes(memberId: string): Promise<readonly string[]>
  /** False where it was used before: of two at once, one is let in. */
  useRecoveryCode(memberId: string, codeHash: string, told: Told, now: number): Promise<boolean>
  /** False, and nothing changed, where no second factor is on. */
  replaceRecoveryCodes(
    memberId: string,
    codeHashes: readonly string[],
    told: Told,
    now: number,
  ): Promise<boolean>
}
