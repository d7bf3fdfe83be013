// The second factor: codes from a phone, each taken once, and recovery codes for the day it is gone.

import type { Actor } from '../company/company.ts'
import type { SecondFactor } from '../ports/accounts.ts'
import type { Clock } from '../ports/clock.ts'
import type { OneTimeCodes } from '../ports/one-time-codes.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { Seal } from '../ports/seal.ts'
import type { Store } from '../ports/store.ts'
import { bareCode, newRecoveryCodes } from './recovery-codes.ts'
import { told } from './told.ts'

export interface FactorPorts {
  readonly store: Pick<Store, 'secondFactors'>
  readonly passwords: Passwords
  readonly codes: OneTimeCodes
  readonly seal: Seal
  /** When things are written down; codes and patience go by people’s own time, which is handed in. */
  readonly clock: Clock
}

/** How long a secret waits for its first code. */
const setupLasts = 60 * 60_000

/** A new secret waits to be confirmed. False where a second factor is on. */
export function beginFactor({ store, codes, seal }: FactorPorts, memberId: string, now: number) {
  return store.secondFactors.begin(memberId, seal.close(codes.newSecret(), memberId), now)
}

/** The secret that waits for its first code; null where none does. */
export function waitingSecret(
  { seal }: Pick<FactorPorts, 'seal'>,
  memberId: string,
  factor: SecondFactor | null,
  now: number,
): string | null {
  if (!factor || factor.onSince !== null || now - factor.begunAt >= setupLasts) return null
  return seal.open(factor.secret, memberId)?.text ?? null
}

/** The recovery codes, to be shown once; or why there are none. */
export async function turnOnFactor(
  ports: FactorPorts,
  actor: Actor,
  typed: string,
  now: number,
): Promise<readonly string[] | 'refused' | 'not begun'> {
  const { id } = actor.member
  const factor = await ports.store.secondFactors.of(id)
  const secret = waitingSecret(ports, id, factor, now)
  if (!factor || secret === null) return 'not begun'
  const step = ports.codes.stepOf(secret, digitsOf(typed), now)
  if (step === null) return 'refused'
  const { shown, hashes } = await freshCodes(ports.passwords)
  const news = told(actor, 'second factor on', { kind: 'second factor on' })
  const isOn = await ports.store.secondFactors.turnOn(
    id,
    factor.secret,
    step,
    hashes,
    news,
    ports.clock.now(),
  )
  return isOn ? shown : 'not begun'
}

/** Whether this is a code of theirs that was not taken before. */
export async function takeCode(
  { store, codes, seal }: FactorPorts,
  memberId: string,
  typed: string,
  now: number,
): Promise<boolean> {
  const factor = await store.secondFactors.of(memberId)
  const opened = factor && seal.open(factor.secret, memberId)
  if (!opened) return false
  const step = codes.stepOf(opened.text, digitsOf(typed), now)
  if (step === null || !(await store.secondFactors.takeStep(memberId, step))) return false
  if (opened.stale)
    await store.secondFactors.reseal(memberId, factor.secret, seal.close(opened.text, memberId))
  return true
}

/** Whether this is a recovery code of theirs that was not used before. */
export async function takeRecoveryCode(
  { store, passwords, clock }: FactorPorts,
  actor: Actor,
  typed: string,
): Promise<boolean> {
  const code = bareCode(typed)
  if (code === null) return false
  const left = await store.secondFactors.recoveryCodes(actor.member.id)
  for (const hash of left) {
    if (!(await passwords.verify(hash, code))) continue
    const news = told(actor, 'recovery code used', { kind: 'recovery code used', left: left.length - 1 })
    return store.secondFactors.useRecoveryCode(actor.member.id, hash, news, clock.now())
  }
  return false
}

/** Ten others in the place of those that there are; null where no second factor is on. */
export async function renewRecoveryCodes(
  { store, passwords, clock }: FactorPorts,
  actor: Actor,
): Promise<readonly string[] | null> {
  const { shown, hashes } = await freshCodes(passwords)
  const news = told(actor, 'recovery codes made', { kind: 'recovery codes made' })
  const { id } = actor.member
  return (await store.secondFactors.replaceRecoveryCodes(id, hashes, news, clock.now())) ? shown : null
}

/** Six digits, however they were grouped; anything else as nothing. */
export function digitsOf(typed: string): string {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : ''
}

async function freshCodes(passwords: Passwords): Promise<{ shown: string[]; hashes: string[] }> {
  const shown = newRecoveryCodes()
  const hashes = await Promise.all(shown.map((code) => passwords.hash(bareCode(code) ?? '')))
  return { shown, hashes }
}
