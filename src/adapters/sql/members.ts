import type { Actor, Language, Member, Role } from '../../company/company.ts'
import type { Members } from '../../ports/store.ts'
import type { Database } from './database.ts'

export interface MemberRow {
  id: string
  email: string
  name: string
  language: Language | null
  heard_language: Language | null
}

interface ActorRow extends MemberRow {
  company_id: string
  company_name: string
  stripe_customer_id: string | null
  erasing_at: number | null
  role: Role
  joined_at: number
  requires_second_factor: number
  second_factor_since: number | null
}

export const memberColumns = 'm.id, m.email, m.name, m.language, m.heard_language'

export function sqlMembers(database: Database): Members {
  return {
    async add(member, passwordHash, now) {
      await database.run(
        `insert into members (id, email, name, password_hash, language, created_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [member.id, member.email, member.name, passwordHash, member.language, now],
      )
    },

    async join(companyId, memberId, role, now) {
      await database.run(
        'insert into memberships (company_id, member_id, role, created_at) values ($1, $2, $3, $4)',
        [companyId, memberId, role, now],
      )
    },

    async byId(memberId) {
      const sql = `select ${memberColumns} from members m where m.id = $1`
      const row = await database.get<MemberRow>(sql, [memberId])
      return row ? toMember(row) : null
    },

    async byEmail(email) {
      const row = await database.get<MemberRow & { password_hash: string | null }>(
        `select ${memberColumns}, m.password_hash from members m where m.email = $1`,
        [email],
      )
      return row ? { member: toMember(row), passwordHash: row.password_hash } : null
    },

    async actor(memberId, companyId) {
      const rows = await database.all<ActorRow>(
        `select ${memberColumns}, s.role, s.created_at as joined_at, c.id as company_id, c.name as company_name,
           c.stripe_customer_id, c.erasing_at, c.requires_second_factor, f.on_since as second_factor_since
         from members m
         join memberships s on s.member_id = m.id
         join companies c on c.id = s.company_id
         left join second_factors f on f.member_id = m.id
         where m.id = $1`,
        [memberId],
      )
      rows.sort(byJoining)
      const at = rows.find((row) => row.company_id === companyId) ?? rows[0]
      return at ? toActor(at, rows) : null
    },

    async setPassword(memberId, passwordHash) {
      await database.run('update members set password_hash = $2 where id = $1', [memberId, passwordHash])
    },
  }
}

// The company that they joined first is where they start.
function byJoining(one: ActorRow, other: ActorRow): number {
  return one.joined_at - other.joined_at || (one.company_id < other.company_id ? -1 : 1)
}

export function toMember(row: MemberRow): Member {
  const { id, email, name, language, heard_language: heard } = row
  return { id, email, name, language, ...(heard && { heard }) }
}

function owesSecondFactor(at: ActorRow): boolean {
  return at.requires_second_factor === 1 && at.second_factor_since === null
}

function toActor(at: ActorRow, rows: readonly ActorRow[]): Actor {
  return {
    member: toMember(at),
    company: {
      id: at.company_id,
      name: at.company_name,
      stripeCustomerId: at.stripe_customer_id,
      ...(at.erasing_at !== null && { isErasing: true }),
    },
    role: at.role,
    address: null,
    ...(owesSecondFactor(at) && { owesSecondFactor: true }),
    otherCompanies: rows
      .filter((row) => row !== at)
      .map((row) => ({ id: row.company_id, name: row.company_name })),
  }
}
