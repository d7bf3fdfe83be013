// Nothing is added to what is kept without a word on whether its owners may take it along.

import { expect, it } from 'vitest'
import { ofBillingDetails, ofCompany, parts } from '../../src/adapters/sql/export-parts.ts'
import { eachDatabase } from '../support/databases.ts'
import { notExported } from './column-decisions.ts'

/** The tables that say something of a company or of a member, each with its columns. */
async function tablesOf(
  open: () => Promise<{ dialect: string; all: <Row>(sql: string) => Promise<Row[]> }>,
): Promise<Map<string, string[]>> {
  const database = await open()
  const rows = await database.all<{ name: string; column_name: string }>(
    database.dialect === 'sqlite'
      ? `select t.name, c.name as column_name from sqlite_master t join pragma_table_info(t.name) c
         where t.type = 'table' order by t.name, c.cid`
      : `select table_name as name, column_name from information_schema.columns
         where table_schema = current_schema() order by table_name, ordinal_position`,
  )
  const tables = Map.groupBy(rows, ({ name }) => name)
  const named = [...tables].map(([name, columns]) => [name, columns.map((each) => each.column_name)] as const)
  const about = (name: string, columns: readonly string[]): boolean =>
    name === 'companies' ||
    name === 'members' ||
    columns.some((column) => column === 'company_id' || column === 'member_id')
  return new Map(
    named.filter(([name, columns]) => about(name, columns)).map(([name, columns]) => [name, columns]),
  )
}

function exportedFrom(table: string): string[] {
  const own = parts.filter((part) => part.table === table).flatMap(({ columns }) => Object.keys(columns))
  const joined = parts.flatMap(({ columns }) =>
    Object.keys(columns).filter((each) => each.startsWith(`${table}.`)),
  )
  const company = table === 'companies' ? Object.keys({ ...ofCompany, ...ofBillingDetails }) : []
  const names = [...own.filter((column) => !column.includes('.')), ...joined, ...company]
  return [...new Set(names.map((column) => column.replace(`${table}.`, '')))]
}

eachDatabase('Of what is kept of companies and members', (open) => {
  it('each column is exported, or it is said why it is not, and never both', async () => {
    const tables = await tablesOf(open)
    expect(tables.size).toBeGreaterThan(12)
    for (const [table, columns] of tables) {
      const decided = [...exportedFrom(table), ...Object.keys(notExported[table] ?? {})].sort()
      expect([table, decided]).toEqual([table, [...columns].sort()])
    }
  })

  it('and nothing is decided of what there is not', async () => {
    const tables = await tablesOf(open)
    expect(Object.keys(notExported).filter((table) => !tables.has(table))).toEqual([])
    expect(parts.map(({ table }) => table).filter((table) => !tables.has(table))).toEqual([])
  })
})

it('each reason is a reason', () => {
  const reasons = Object.values(notExported).flatMap((columns) => Object.values(columns))
  expect(reasons.filter((reason) => reason.length < 12)).toEqual([])
})
