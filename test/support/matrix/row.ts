// A row of the access matrix: one route, who passes its door, and what they get.

import type { Sent } from '../by-hand.ts'
import type { Person, Side } from './people.ts'
import type { Ids, Stage } from './stage.ts'

/** Behind each door, those who pass it; the others are sent to sign in, or told that it is not theirs. */
export const doors = {
  anyone: [
    'nobody',
    'owner',
    'administrator',
    'billing',
    'developer',
    'another company’s owner',
    'removed member',
  ],
  members: ['owner', 'administrator', 'billing', 'developer', 'another company’s owner'],
  'manage billing': ['owner', 'administrator', 'billing', 'another company’s owner'],
  'manage members': ['owner', 'administrator', 'another company’s owner'],
  'see activity': ['owner', 'administrator', 'another company’s owner'],
  'own the company': ['owner', 'another company’s owner'],
} as const satisfies Readonly<Record<string, readonly Person[]>>

export type Door = keyof typeof doors

export interface Row {
  /** As the router has it: `GET /settings/invoices/:id`. */
  readonly route: string
  /** What sets it apart from other rows of the same route. */
  readonly as?: string
  readonly door: Door
  /** What those who pass get: the status, then the page's heading, where it leads, or its type. */
  readonly answer: string | ((person: Person) => string)
  /** Where an id is part of the request: what it is of. */
  readonly ids?: (stage: Stage) => Ids
  /** Whoever has the id may use it, like a link in a mail. */
  readonly bearer?: true
  /** Whose things these are, where they are one person's and not a company's. */
  readonly of?: readonly Person[]
  /** What they get for another's id, and for one that never was. */
  readonly elsewhere?: string
  /** The id in other places than the address; the rest of what is sent. */
  readonly asks?: (id: string, stage: Stage, side: Side) => Asked
  /** Made anew for each who passes, because it is used up. */
  readonly makes?: (stage: Stage, side: Side) => Promise<string>
  /** Puts back what the other rows count on. */
  readonly restores?: (stage: Stage, side: Side) => Promise<void>
  /** It ends the session that it is asked in, or changes it: each gets one of their own. */
  readonly spendsSession?: true
  /** After a POST something is otherwise in each case, and after a GET nothing, unless this says so. */
  readonly changes?: 'nothing' | 'as may be'
}

export interface Asked {
  /** The id in the address, where it is another than the one that is in question. */
  readonly at?: string
  readonly query?: string
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Sent['body']
}
