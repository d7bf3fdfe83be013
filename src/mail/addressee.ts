// Whom a mail goes to, found when it is written: people change their address and language, leave, and lose their right
// to know.

import { type Language, type Member, may } from '../company/company.ts'
import { stateOf } from '../members/invitation.ts'
import type { Mail } from '../ports/outbox.ts'
import type { Store } from '../ports/store.ts'
import type { Asked } from '../ports/team.ts'
import { isPersonal, type Message } from './message.ts'

export interface Addressee {
  /** Null: an invited person is nobody here yet. */
  readonly id: string | null
  /** Null: an invited person has told us none yet. */
  readonly name: string | null
  readonly address: string
  readonly language: Language
  readonly company: string
  /** The names of those whom the message speaks of, by their id. */
  readonly people: ReadonlyMap<string, string>
  readonly invitation: Asked | null
}

export type Directory = Pick<Store, 'members' | 'companies' | 'invitations'>
type Found = Omit<Addressee, 'people'>

/** Null for whoever has left the company since, or must not know any more. */
export async function addresseeOf(store: Directory, mail: Mail): Promise<Addressee | null> {
  const found = await whom(store, mail)
  return found && { ...found, people: await namesOf(store, namedIn(mail.message)) }
}

/** A letter whose link would be good for nothing is not sent. */
export function isWorthSending({ message }: Mail, { invitation }: Addressee, now: number): boolean {
  if (message.kind === 'password reset') return now < message.expiresAt
  if (message.kind !== 'invited') return true
  return invitation !== null && invitation.round === message.round && stateOf(invitation, now) === 'open'
}

function whom(store: Directory, mail: Mail): Promise<Found | null> {
  const { memberId, message } = mail
  if (memberId === null) return invited(store, mail)
  if (isPersonal(message)) return onesOwn(store, memberId)
  return subjectsOf(message).includes(memberId)
    ? concerned(store, mail, memberId)
    : atWork(store, mail, memberId)
}

async function invited({ invitations }: Directory, mail: Mail): Promise<Found | null> {
  const { companyId, invitationId } = mail
  const invitation = invitationId === null ? null : await invitations.byId(companyId, invitationId)
  if (!invitation || invitation.email === '') return null
  const { email, language, company } = invitation
  return { id: null, name: null, address: email, language, company, invitation }
}

/** Whoever it is about hears of it, though they have left. */
async function concerned(store: Directory, mail: Mail, memberId: string): Promise<Found | null> {
  const [member, company] = [await store.members.byId(memberId), await store.companies.byId(mail.companyId)]
  if (!member || !company) return null
  return { ...read(member), company: company.name, invitation: null }
}

/** What is about their account they hear of while they belong to any company. */
async function onesOwn({ members }: Directory, memberId: string): Promise<Found | null> {
  const actor = await members.actor(memberId, null)
  return actor && { ...read(actor.member), company: actor.company.name, invitation: null }
}

async function atWork({ members }: Directory, mail: Mail, memberId: string): Promise<Found | null> {
  const actor = await members.actor(memberId, mail.companyId)
  const permission = namedIn(mail.message).length > 0 ? 'manage members' : 'manage billing'
  if (actor?.company.id !== mail.companyId || actor.company.isErasing || !may(actor.role, permission))
    return null
  return { ...read(actor.member), company: actor.company.name, invitation: null }
}

function read({ id, name, email, language, heard }: Member) {
  return { id, name, address: email, language: language ?? heard ?? 'en' } as const
}

/** Those whom it is about. */
function subjectsOf(message: Message): string[] {
  if ('memberId' in message) return [message.memberId]
  return message.kind === 'ownership handed over' ? [message.from, message.to] : []
}

function namedIn(message: Message): string[] {
  return 'by' in message ? [...subjectsOf(message), message.by] : subjectsOf(message)
}

async function namesOf({ members }: Directory, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await Promise.all(ids.map((id) => members.byId(id)))
  return new Map(found.flatMap((member) => (member ? [[member.id, member.name]] : [])))
}
