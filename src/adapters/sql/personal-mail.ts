import { randomUUID } from 'node:crypto'
import type { NewPersonalMail } from '../../mail/message.ts'
import type { Queries } from './database.ts'

/**
 * To one person, about themselves. It stands in the outbox with the company that they joined first, and is sent
 * while they belong to any; whoever belongs to none has nothing here to be told of.
 */
export async function writePersonalMail(
  queries: Queries,
  { memberId, message, once }: NewPersonalMail,
  now: number,
): Promise<void> {
  const first = await queries.get<{ company_id: string }>(
    'select company_id from memberships where member_id = $1 order by created_at, company_id limit 1',
    [memberId],
  )
  if (!first) return
  const { kind, ...facts } = message
  const secretUntil = message.kind === 'password reset' ? message.expiresAt : null
  await queries.run(
    `insert into outbox (id, company_id, member_id, once, kind, facts, created_at, next_try_at, secret_until)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8) on conflict (company_id, member_id, once) do nothing`,
    [randomUUID(), first.company_id, memberId, once, kind, JSON.stringify(facts), now, secretUntil],
  )
}
