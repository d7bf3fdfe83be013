// Somebody with a job to do, who finds everything by its accessible name.

import type { Locator, Page } from 'playwright-core'
import { focusOn } from '../../browser/support/focus.ts'
import { said } from '../../browser/support/said.ts'
import { saidOfInvoices } from '../../browser/support/said-of-invoices.ts'
import type { Guest, Language, Stage } from '../../browser/support/stage.ts'
import type { Hands } from './hands.ts'
import { saidOfPeople } from './said-of-people.ts'

export interface Walker {
  readonly stage: Stage
  readonly guest: Guest
  readonly page: Page
  readonly hands: Hands
  /** Whether scripts run. */
  readonly scripted: boolean
  readonly words: ReturnType<typeof wordsIn>
  button(name: string | RegExp): Locator
  link(name: string | RegExp): Locator
  field(label: string): Locator
  /** The button with their name on it. */
  menu(): Locator
  /** A page has come up that has this heading. */
  on(heading: string | RegExp): Promise<void>
  /** The banner says so and has the focus. */
  told(text: string): Promise<void>
  /** Something was done to the list: with scripts it is said where they are, without by a banner. */
  hears(text: string): Promise<void>
}

function wordsIn(language: Language) {
  return { ...said[language], invoices: saidOfInvoices[language], people: saidOfPeople[language] }
}

export function walkerOf(
  stage: Stage,
  guest: Guest,
  { hands, scripted, language }: { hands: Hands; scripted: boolean; language: Language },
): Walker {
  const { page } = guest
  const exact = (name: string | RegExp) => ({ name, exact: typeof name === 'string' })
  const told = (text: string) => focusOn(page.getByRole('group', { name: text, exact: true }))
  return {
    stage,
    guest,
    page,
    hands,
    scripted,
    words: wordsIn(language),
    button: (name) => page.getByRole('button', exact(name)),
    link: (name) => page.getByRole('link', exact(name)),
    field: (label) => page.getByLabel(label, { exact: true }),
    menu: () => page.getByRole('button', { name: new RegExp(`^${guest.name}`) }),
    on: (heading) => page.getByRole('heading', { level: 1, ...exact(heading) }).waitFor(),
    told,
    hears: (text) => (scripted ? page.getByRole('status').filter({ hasText: text }).waitFor() : told(text)),
  }
}
