// A page or a state of one, and the way to it.

import type { Page } from 'playwright-core'
import type { Guest, Stage } from './stage.ts'

export type State = (guest: Guest, stage: Stage) => Promise<unknown>

/** A page before anybody has signed in. */
export interface OpenPage {
  readonly script?: true
  readonly go: (page: Page, stage: Stage) => Promise<unknown>
}

export interface MembersPage {
  /** Stripe's test tokens of the cards that are there already; the first is the default. */
  readonly cards?: readonly string[]
  /** There is no such state without JavaScript. */
  readonly script?: true
  /** A letter has no frame of ours around it. */
  readonly kind?: 'letter'
  /** Who is signed in, where that is another than the guest. */
  readonly member?: string
  readonly go: State
}
