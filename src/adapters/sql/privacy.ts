import type { Privacy } from '../../ports/privacy.ts'
import type { Database } from './database.ts'
import { sqlCompanyErasure } from './erase-company.ts'
import { sqlMemberErasure } from './erase-member.ts'
import { sqlExport } from './export.ts'
import { sqlPrune } from './prune.ts'

export function sqlPrivacy(database: Database): Privacy {
  return {
    ...sqlExport(database),
    ...sqlMemberErasure(database),
    ...sqlCompanyErasure(database),
    ...sqlPrune(database),
  }
}
