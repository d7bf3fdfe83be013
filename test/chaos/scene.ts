// All that a round plays with.

import type { Peek } from './books/peek.ts'
import type { Fleet } from './processes/fleet.ts'
import type { Gate } from './processes/gate.ts'
import type { SandboxProcess } from './processes/sandbox.ts'
import type { Random } from './random.ts'
import type { Trouble } from './storm/troubles.ts'
import type { Company } from './world/companies.ts'
import type { Visitor } from './world/visitor.ts'

export interface Removal {
  readonly card: string
  /** By the real clock, in milliseconds since 1970. */
  readonly at: number
}

export interface Scene {
  readonly random: Random
  readonly fleet: Fleet
  readonly sandbox: SandboxProcess
  readonly gate: Gate
  readonly peek: Peek
  readonly databaseUrl: string
  readonly companies: readonly Company[]
  readonly visitors: ReadonlyMap<string, Visitor>
  readonly notes: Notes
  readonly clock: CommonClock
}

/** What happened, for the judge; times by the real clock. */
export interface Notes {
  readonly removals: Removal[]
  readonly troubles: Trouble[]
  /** When a backup was put back. */
  restoredAt: number | null
  /** The clocks were out of step. */
  jumped: boolean
  /** More than 23 hours passed while an attempt may have been without an answer. */
  longSilence: boolean
  /** When servers answered nobody any more. */
  readonly standstills: number[]
  readonly remarks: string[]
}

export function noNotes(): Notes {
  return {
    removals: [],
    troubles: [],
    restoredAt: null,
    jumped: false,
    longSilence: false,
    standstills: [],
    remarks: [],
  }
}

export interface CommonClock {
  /** How far both clocks are ahead, in milliseconds. */
  ahead(): number
  now(): number
  /** Moves the servers' clock and the sandbox's together. */
  pass(milliseconds: number): Promise<void>
}

export function commonClock(fleet: Fleet, sandbox: SandboxProcess): CommonClock {
  let ahead = 0
  return {
    ahead: () => ahead,
    now: () => Date.now() + ahead,
    async pass(milliseconds) {
      ahead += milliseconds
      await fleet.order({ ahead })
      await sandbox.setClock(ahead)
    },
  }
}
