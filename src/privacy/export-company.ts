// A company's data, as its owner takes it along: JSON, written bit by bit. docs/export.md says what is in it.

import type { Actor } from '../company/company.ts'
import type { Limit } from '../ports/limits.ts'
import type { Ports } from '../ports/ports.ts'

export const exportFormat = 'guichet.company'
/** Moves with every change that a reader of the last one would stumble over. */
export const exportVersion = 1

const hour = 60 * 60_000
const single = new Set(['company', 'billingDetails'])

/** The whole of it is read anew each time: it is given ten times an hour. Else: when to come back, in epoch ms. */
export async function mayExport(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { company }: Actor,
): Promise<number | null> {
  const limit: Limit = { key: `export/${company.id}`, most: 10, within: hour }
  return store.limits.take([limit], clock.now())
}

/** Recorded before the first word of it leaves. */
export async function exportCompany(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { company, member, address }: Actor,
): Promise<AsyncIterable<string>> {
  const now = clock.now()
  const entry = { companyId: company.id, memberId: member.id, address, action: 'data exported' } as const
  await store.activity.record([{ ...entry, facts: {}, result: 'done' }], now)
  return written({ store }, company.id, now)
}

async function* written({ store }: Pick<Ports, 'store'>, companyId: string, now: number) {
  const head = { format: exportFormat, version: exportVersion, exportedAt: new Date(now).toISOString() }
  yield JSON.stringify(head, null, 1).slice(0, -2)
  for (const { name, rows } of store.privacy.parts(companyId)) {
    yield `,\n ${JSON.stringify(name)}: `
    yield* single.has(name) ? one(rows) : all(rows)
  }
  yield '\n}\n'
}

async function* one(rows: AsyncIterable<object>) {
  for await (const row of rows) {
    yield JSON.stringify('billingDetails' in row ? row.billingDetails : row)
    return
  }
  yield 'null'
}

async function* all(rows: AsyncIterable<object>) {
  let before = '['
  for await (const row of rows) {
    yield `${before}\n  ${JSON.stringify(row)}`
    before = ','
  }
  yield before === '[' ? '[]' : '\n ]'
}
