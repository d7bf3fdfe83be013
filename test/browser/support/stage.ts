// A browser and a desk for the tests of one file; each test gets a company, a member and a window of its own.

import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser } from '../../support/browser.ts'
import { type Desk, type DeskOptions, openDesk } from '../../support/running-desk.ts'
import { newColleague, newMember } from './new-member.ts'
import { openWindow } from './window.ts'

export type Language = 'en' | 'fr'

export interface GuestOptions extends BrowserContextOptions {
  readonly language?: Language
  /** Stripe's test tokens of the cards that are there already; the first is the default. */
  readonly cards?: readonly string[]
}

export interface Guest {
  readonly page: Page
  readonly name: string
  readonly email: string
  /** In which the pages speak to them. */
  readonly language: Language
  readonly companyId: string
  readonly customerId: string
  /** The ids of the cards, as they were given. */
  readonly cards: readonly string[]
}

export interface Stage {
  readonly desk: Desk
  readonly browser: Browser
  /** Somebody with a company of their own, signed in, before an empty window. */
  guest(options?: GuestOptions): Promise<Guest>
  /** Somebody else of the same company, signed in, in a window of their own. */
  colleague(of: Guest, options?: GuestOptions): Promise<Page>
  /** A window of somebody who is not signed in. */
  window(options?: GuestOptions): Promise<Page>
}

/** Whatever a page complains of, be it a script that failed or a policy that was broken, fails the test. */
export function setStage(
  options: DeskOptions = {},
  { complaints: wanted = 'failures' }: { complaints?: 'failures' | 'expected' } = {},
): Stage {
  let desk: Desk
  let browser: Browser
  let complaints: string[] = []

  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([openDesk(options), launchBrowser()])
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    desk.sandbox.faults.clear()
    const heard = complaints
    complaints = []
    if (wanted === 'failures') expect(heard).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await desk.close()
  })

  async function window(given: GuestOptions = {}): Promise<Page> {
    return openWindow(browser, desk.url, given, (complaint) => complaints.push(complaint))
  }

  return {
    get desk() {
      return desk
    },
    get browser() {
      return browser
    },
    window,
    async guest(given = {}) {
      const [page, member] = await Promise.all([
        window(given),
        newMember(desk, `${randomUUID()}@studio.example`, given.cards ?? []),
      ])
      await signIn(page, desk, member.email)
      return { page, language: given.language ?? 'en', ...member }
    },
    async colleague({ companyId }, given = {}) {
      const [page, email] = await Promise.all([window(given), newColleague(desk, companyId)])
      await signIn(page, desk, email)
      return page
    },
  }
}

/** Without its page: the window has the session then. */
export async function signIn(page: Page, { url }: Desk, email: string): Promise<void> {
  const answer = await page.request.post(`${url}/sign-in`, {
    form: { email, password: 'correct horse battery staple' },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
}
