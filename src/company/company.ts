// A company is a customer of the host product: one customer at Stripe, and people who see to its payments.

export type Language = 'en' | 'fr'
export type Role = 'owner' | 'administrator' | 'billing' | 'developer'
export type Permission = 'manage billing' | 'manage members' | 'see activity' | 'own the company'

export interface Company {
  readonly id: string
  readonly name: string
  /** Null until the first card is begun, and again once the customer was deleted at Stripe. */
  readonly stripeCustomerId: string | null
  /** Its owner asked for it to be erased, and Stripe has not let go of all its cards yet. */
  readonly isErasing?: boolean
}

export interface Member {
  readonly id: string
  readonly email: string
  readonly name: string
  /** Null: as their browser says. */
  readonly language: Language | null
  /** In which the page spoke on which they last signed in: for letters, where the browser says it. */
  readonly heard?: Language | null
}

/** A member at work in one company. Every query about a company takes its id from here. */
export interface Actor {
  readonly member: Member
  readonly company: Company
  readonly role: Role
  /** The network address that the request came from; null where the program acts by itself. */
  readonly address: string | null
  /** This company requires a second factor of its people, and this one has none: it shows them nothing before. */
  readonly owesSecondFactor?: boolean
  /** The other companies of the same person, to switch to. */
  readonly otherCompanies: readonly Pick<Company, 'id' | 'name'>[]
}

// The one table of who may do what; routes ask it and nothing else.
const permissions: Readonly<Record<Role, readonly Permission[]>> = {
  owner: ['manage billing', 'manage members', 'see activity', 'own the company'],
  administrator: ['manage billing', 'manage members', 'see activity'],
  billing: ['manage billing'],
  developer: [],
}

export function may(role: Role, permission: Permission): boolean {
  return permissions[role].includes(permission)
}
