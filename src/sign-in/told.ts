// Who is told of a change of somebody's account: they themselves by mail, their companies in their logs.

import { randomUUID } from 'node:crypto'
import type { Action, Facts } from '../activity/entry.ts'
import { entriesOf } from '../activity/person-entries.ts'
import type { Actor } from '../company/company.ts'
import type { PersonalMessage } from '../mail/message.ts'
import type { Told } from '../ports/told.ts'

export function told(actor: Actor, action: Action, message?: PersonalMessage, facts: Facts = {}): Told {
  const entries = entriesOf(actor, action, { facts })
  if (!message) return { entries }
  return {
    entries,
    mail: { memberId: actor.member.id, message, once: `${message.kind}/${randomUUID()}` },
  }
}
