// Nothing is added to what is kept of people without a word on what becomes of it when they go.

import { expect, it } from 'vitest'
import { goneWithCompany } from '../../src/adapters/sql/erase-company.ts'
import { goneWithMember } from '../../src/adapters/sql/erase-member.ts'
import { onSqlite } from '../support/databases.ts'
import { keptOfCompany, keptOfMember } from './column-decisions.ts'

onSqlite('Of the tables that name', (open) => {
  const withColumn = async (column: string): Promise<string[]> => {
    const rows = await (await open()).all<{ name: string }>(
      `select t.name from sqlite_master t join pragma_table_info(t.name) c
       where t.type = 'table' and c.name = $1 order by t.name`,
      [column],
    )
    return rows.map(({ name }) => name)
  }

  it('a member, each goes with them, or it is said why not', async () => {
    expect([...goneWithMember, ...Object.keys(keptOfMember)].sort()).toEqual(await withColumn('member_id'))
  })

  it('a company, each goes with it, or it is said why not', async () => {
    expect([...goneWithCompany, ...Object.keys(keptOfCompany)].sort()).toEqual(await withColumn('company_id'))
  })
})
