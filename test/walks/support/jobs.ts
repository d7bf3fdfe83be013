// What people come for, told once: which hands do it, and whether scripts run, is the walker's.

import type { BehaviourName } from '../../../src/sandbox/cards/behaviours.ts'
import * as cards from './card-jobs.ts'
import * as people from './people-jobs.ts'
import type { Walker } from './walker.ts'

export interface Job {
  /** How the cards behave that are there already: Visa 4242, the default, Mastercard 4444, American Express 0005. */
  readonly cards?: readonly BehaviourName[]
  readonly walk: (walker: Walker) => Promise<void>
}

const succeeds = 'succeeds'
const saysNo = 'fails_when_charged'

export const jobs: Readonly<Record<string, Job>> = {
  'signs in, after a wrong password': { walk: people.signIn },
  'adds a card': { walk: cards.add },
  'sets the default': { cards: [succeeds, succeeds], walk: cards.setDefault },
  'moves a backup up and down': { cards: [succeeds, succeeds, succeeds], walk: cards.order },
  'removes a card': { cards: [succeeds, succeeds], walk: cards.remove },
  'pays an unpaid invoice with another card': { cards: [saysNo, saysNo], walk: cards.pay },
  'invites somebody, who joins': { walk: people.invite },
  'changes the language': { walk: people.changeLanguage },
  'changes their name and password': { walk: people.changeAccount },
  'signs out': { walk: people.signOut },
}
