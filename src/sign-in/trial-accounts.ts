// The people of the sandbox. They exist only there.

import type { Role } from '../company/company.ts'

export const trialPassword = 'correct horse battery staple'

export interface TrialAccount {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly company: string
}

export const trialAccounts: readonly TrialAccount[] = [
  { name: 'Alice Martin', email: 'alice@atelier.example', role: 'owner', company: 'Atelier Lumière' },
  { name: 'Bob Leroy', email: 'bob@atelier.example', role: 'billing', company: 'Atelier Lumière' },
  { name: 'Dan Moreau', email: 'dan@atelier.example', role: 'developer', company: 'Atelier Lumière' },
  { name: 'Charlie Dubois', email: 'charlie@brasserie.example', role: 'owner', company: 'Brasserie du Port' },
]
