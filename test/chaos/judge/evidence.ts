// What a round is judged by: the sandbox's ledger and its log, and beside them what Guichet's books say.
import type { LoggedRequest } from '../../../src/sandbox/api/request-log.ts'
import type { InvoiceAccount } from '../../../src/sandbox/judge/accounts.ts'
import { type Ours, readOurs } from '../books/ours.ts'
import type { Delivered } from '../processes/gate.ts'
import type { WalletThere } from '../processes/sandbox.ts'
import type { Call, SeenPayment } from '../processes/witness.ts'
import type { Notes, Scene } from '../scene.ts'
import type { Company } from '../world/companies.ts'

export interface Evidence {
  readonly companies: readonly Company[]
  readonly notes: Notes
  /** Of our companies' invoices. */
  readonly book: readonly InvoiceAccount[]
  readonly payments: readonly SeenPayment[]
  readonly keyed: readonly LoggedRequest[]
  readonly calls: readonly Call[]
  readonly wallets: readonly WalletThere[]
  readonly delivered: readonly Delivered[]
  readonly ours: Ours
  readonly now: number
}

/** What is wrong, and with what. */
export interface Finding {
  readonly invariant: number
  readonly of: string
  readonly what: string
}

export type Law = (evidence: Evidence) => Finding[]

export async function gather({ companies, notes, sandbox, gate, peek, clock }: Scene): Promise<Evidence> {
  return {
    companies,
    notes,
    book: await sandbox.book(),
    payments: await sandbox.payments(),
    keyed: await sandbox.keyed(),
    calls: await sandbox.calls(),
    wallets: await sandbox.wallets(),
    delivered: gate.delivered,
    ours: await readOurs(peek),
    now: clock.now(),
  }
}
