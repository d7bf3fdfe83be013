// A company's people and those who are invited, in every state of their pages.

import type { Actor, Language, Role } from '../company/company.ts'
import type { Way } from '../members/accept.ts'
import { acceptanceView } from '../members/acceptance-page.ts'
import { inviteView } from '../members/invite-page.ts'
import { ownershipView, rolesView, roleView, userRemovalView, usersView } from '../members/pages.ts'
import type { GivenRole } from '../members/team.ts'
import type { Pending, TeamMember } from '../ports/team.ts'
import { words } from '../words/words.ts'

const now = Date.UTC(2026, 10, 23, 9)
const day = 24 * 60 * 60_000
const long = 'Wilhelmina-Alexandra Featherstonehaugh-Cholmondeley of Lumière'

function person(memberId: string, name: string, role: Role): TeamMember {
  return { memberId, name, role, email: `${memberId}@atelier.example`, since: now - 90 * day }
}

const alice = person('alice', 'Alice Martin', 'owner')
const erin = person('erin', 'Erin Le Gall', 'administrator')
const bob = person('bob', 'Bob Leroy', 'billing')
const wilhelmina = {
  ...person('wilhelmina', long, 'developer'),
  email: 'wilhelmina.alexandra.featherstonehaugh.cholmondeley@subsidiaries.atelier.example',
}
const team = [alice, erin, bob, wilhelmina]

function at(member: TeamMember): Actor {
  const { memberId: id, name, email, role } = member
  const company = { id: 'atelier', name: 'Atelier Lumière', stripeCustomerId: null }
  return { member: { id, name, email, language: null }, company, role, address: null, otherCompanies: [] }
}

function invitation(id: string, role: GivenRole, expiresAt: number): Pending {
  return {
    id,
    companyId: 'atelier',
    email: `${id}@atelier.example`,
    role,
    language: 'fr',
    invitedBy: 'alice',
    by: 'Alice Martin',
    tokenHash: id,
    round: 1,
    expiresAt,
    withdrawnAt: null,
    acceptedAt: null,
  }
}

const pending = [
  invitation('frank', 'billing', now + 2 * day),
  invitation('gwen', 'administrator', now - day),
]

const asked = {
  email: 'frank@atelier.example',
  role: 'billing',
  company: 'Atelier Lumière',
  by: 'Alice Martin',
} as const

const users = {
  'as owner': { actor: at(alice), team, pending, now },
  'as administrator': { actor: at(erin), team, pending: [], now },
  'one member': { actor: at(alice), team: [alice], pending: [], now },
}

function acceptance(way: Way, more: Partial<Parameters<typeof acceptanceView>[1]> = {}) {
  const situation = { token: 'token', invitation: asked, way, actor: null, name: '', faults: [], ...more }
  return (language: Language) => ({ page: acceptanceView(words[language], situation) })
}

export const memberExamples = {
  users: {
    'as owner': (language: Language) => ({ page: usersView(language, users['as owner']) }),
    'as administrator': (language: Language) => ({ page: usersView(language, users['as administrator']) }),
    'one member': (language: Language) => ({ page: usersView(language, users['one member']) }),
  },
  user: {
    'the reader': (language: Language) => ({ row: userRow(language, 0) }),
    'somebody else': (language: Language) => ({ row: userRow(language, 2) }),
  },
  invitation: {
    open: (language: Language) => ({ row: invitationRow(language, 0) }),
    expired: (language: Language) => ({ row: invitationRow(language, 1) }),
  },
  invite: {
    fresh: (language: Language) => ({
      page: inviteView(words[language], 'Atelier Lumière', { email: '', role: '' }, []),
    }),
    faulty: (language: Language) => ({
      page: inviteView(words[language], 'Atelier Lumière', { email: 'frank', role: '' }, [
        { field: 'email', why: 'malformed' },
        { field: 'role', why: 'missing' },
      ]),
    }),
    'invited already': (language: Language) => ({
      page: inviteView(words[language], 'Atelier Lumière', { email: asked.email, role: 'billing' }, [
        { field: 'email', why: 'invited already', pending: pending[0] },
      ]),
    }),
  },
  role: {
    'somebody else’s': (language: Language) => ({ page: roleView(words[language], bob, false) }),
    'one’s own': (language: Language) => ({ page: roleView(words[language], erin, true) }),
    'nothing chosen': (language: Language) => ({ page: roleView(words[language], bob, false, '') }),
  },
  removal: {
    'somebody else': (language: Language) => ({ page: userRemovalView(words[language], at(alice), bob) }),
    oneself: (language: Language) => ({ page: userRemovalView(words[language], at(erin), erin) }),
  },
  ownership: {
    chosen: (language: Language) => ({
      page: ownershipView(words[language], at(alice), team, { chosen: 'bob' }),
    }),
    'nobody chosen': (language: Language) => ({
      page: ownershipView(words[language], at(alice), team, { chosen: '', missing: true }),
    }),
    'nobody to choose': (language: Language) => ({
      page: ownershipView(words[language], at(alice), [alice], { chosen: '' }),
    }),
  },
  acceptance: {
    newcomer: acceptance('new'),
    'newcomer, faulty': acceptance('new', {
      name: '',
      faults: [
        { field: 'name', why: 'missing' },
        { field: 'password', why: 'tooShort' },
      ],
    }),
    'has an account': acceptance('sign in'),
    'signed in': acceptance('join', { actor: at(bob) }),
    'has an account and no company': acceptance('join, then sign in'),
    'somebody else': acceptance('someone else', { actor: at(bob) }),
  },
  choices: {
    plain: (language: Language) => ({
      choices: rolesView(words[language], words[language].members.role.legend, 'billing', null),
    }),
    faulty: (language: Language) => ({
      choices: rolesView(words[language], 'Role', '', words[language].members.role.missing),
    }),
  },
}

function userRow(language: Language, index: number) {
  const row = usersView(language, users['as owner']).rows[index]
  if (!row) throw new Error(`the gallery has no user ${index}`)
  return row
}

function invitationRow(language: Language, index: number) {
  const row = usersView(language, users['as owner']).invitations[index]
  if (!row) throw new Error(`the gallery has no invitation ${index}`)
  return row
}
