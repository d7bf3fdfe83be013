// The port to our own database. Each query about a company carries the company's id: there is no other way to ask.

import type { By, NewEntry } from '../activity/entry.ts'
import type { BillingDetails } from '../company/billing-details.ts'
import type { Actor, Company, Member, Role } from '../company/company.ts'
import type { Consent } from '../payment-methods/consent.ts'
import type { LastCharge } from '../payment-methods/payment-method.ts'
import type { Wallet } from '../payment-methods/wallet.ts'
import type { Accounts, SecondFactors } from './accounts.ts'
import type { Activity } from './activity.ts'
import type { Health } from './health.ts'
import type { Invoices, Marks } from './invoices.ts'
import type { Limits } from './limits.ts'
import type { Outbox } from './outbox.ts'
import type { WalletAtStripe } from './payment-gateway.ts'
import type { Privacy } from './privacy.ts'
import type { Subscriptions } from './subscriptions.ts'
import type { Invitations, Team } from './team.ts'
import type { Told } from './told.ts'

export interface Companies {
  add(company: Company, details: BillingDetails, now: number): Promise<void>
  /** Null where no company has this customer, or one that is being erased. */
  byCustomer(stripeCustomerId: string): Promise<Company | null>
  /** Null, too, for one that is being erased. */
  byId(companyId: string): Promise<Company | null>
  billingDetails(companyId: string): Promise<BillingDetails>
  /** Moves when they come to say something else. */
  detailsVersion(companyId: string): Promise<number>
  saveBillingDetails(
    companyId: string,
    details: BillingDetails,
    entries: readonly NewEntry[],
    now: number,
  ): Promise<void>
  /** False when the company has a customer already: the other one stays. */
  adoptCustomer(companyId: string, stripeCustomerId: string): Promise<boolean>
  /** The customer was deleted at Stripe, and with it its cards. */
  forgetCustomer(companyId: string, stripeCustomerId: string, now: number): Promise<void>
  /** Those whose invoices were never read from Stripe. */
  withUnreadInvoices(limit: number): Promise<readonly Company[]>
  invoicesRead(companyId: string, now: number): Promise<void>
  owner(companyId: string): Promise<Member | null>
  /** Whether a second factor is required of everyone, and how many there are without one. */
  secondFactors(companyId: string): Promise<{ required: boolean; people: number; without: number }>
  /** False where it was so already. */
  requireSecondFactor(
    companyId: string,
    required: boolean,
    entries: readonly NewEntry[],
    now: number,
  ): Promise<boolean>
}

export interface Members {
  add(member: Member, passwordHash: string | null, now: number): Promise<void>
  join(companyId: string, memberId: string, role: Role, now: number): Promise<void>
  byId(memberId: string): Promise<Member | null>
  byEmail(email: string): Promise<{ member: Member; passwordHash: string | null } | null>
  /** The member at work in this company, or in their first one; null where they belong to none (any more). */
  actor(memberId: string, companyId: string | null): Promise<Actor | null>
  setPassword(memberId: string, passwordHash: string): Promise<void>
}

export interface PasswordLinks {
  add(tokenHash: string, memberId: string, expiresAt: number): Promise<void>
  memberFor(tokenHash: string, now: number): Promise<Member | null>
  /** Sets the password and spends the member's links in one act; false when it was spent or has expired. */
  use(tokenHash: string, passwordHash: string, told: Told, now: number): Promise<boolean>
}

/** What comes, goes or is charged first from now on is written to the company's people, and into its log, in the same act. */
export interface Wallets {
  of(companyId: string): Promise<Wallet>
  /** Takes over what Stripe says, unless the wallet has moved on since `version` was read: then false. */
  mirror(companyId: string, version: number, atStripe: WalletAtStripe, now: number): Promise<boolean>
  /** False when the wallet has moved on since `version`, or has no such card: then nothing is changed. */
  makeDefault(companyId: string, paymentMethodId: string, version: number, now: number): Promise<boolean>
  /** From here on it is not charged by us, whatever Stripe answers. */
  markLeaving(companyId: string, paymentMethodId: string, now: number): Promise<void>
  /** The successor follows only where the one that goes still is the default. */
  remove(companyId: string, paymentMethodId: string, successorId: string | null, now: number): Promise<void>
  /** The companies with cards to charge whose last month is one of those from `from` to `to`. */
  expiringBetween(from: number, to: number): Promise<string[]>
  wasRemoved(companyId: string, paymentMethodId: string): Promise<boolean>
  /** False when the wallet has moved on since `version`. */
  reorder(
    companyId: string,
    version: number,
    ids: readonly string[],
    entries: readonly NewEntry[],
    now: number,
  ): Promise<boolean>
  keepDuplicate(companyId: string, paymentMethodId: string): Promise<void>
  /** The first agreement stands, and is entered. */
  agree(agreement: Agreement, entries?: readonly NewEntry[]): Promise<void>
  noteCharge(companyId: string, paymentMethodId: string, charge: LastCharge): Promise<void>
}

export interface Agreement {
  readonly companyId: string
  readonly memberId: string
  readonly paymentMethodId: string
  readonly consent: Consent
  readonly at: number
}

export interface Setup {
  readonly id: string
  readonly companyId: string
  readonly memberId: string
  readonly setupIntentId: string | null
  readonly sessionId: string | null
  readonly status: 'started' | 'processing' | 'saved' | 'failed' | 'canceled'
  readonly consent: Consent
  /** Where it was begun from. */
  readonly address: string | null
  readonly startedAt: number
}

export interface Setups {
  /** Leaves a setup of that id as it is: the button was pressed twice. */
  begin(setup: Setup): Promise<void>
  name(
    id: string,
    atStripe: { setupIntentId?: string; sessionId?: string; paymentMethodId?: string },
  ): Promise<void>
  byId(companyId: string, id: string): Promise<Setup | null>
  bySetupIntent(setupIntentId: string): Promise<Setup | null>
  bySession(sessionId: string): Promise<Setup | null>
  settle(id: string, status: Setup['status'], paymentMethodId: string | null, now: number): Promise<void>
  /** Those that Stripe is still verifying, and those that failed at it since `since` with no card saved after them. */
  unfinished(companyId: string, since: number): Promise<Setup[]>
  /** Those of which Stripe may have made a card that we do not know of yet, the newest first. */
  begun(companyId: string): Promise<Setup[]>
  /**
   * Some of those, of all companies, that nobody has heard of for longer the older they are, and those that were begun
   * `unusedAfter` (ms) ago and not looked at since.
   */
  toLookAfter(now: number, unusedAfter: number): Promise<Setup[]>
}

/** Without a member, the program itself saw to it. */
export interface WalletChange extends By {
  readonly companyId: string
  readonly kind: 'default' | 'removal'
  readonly paymentMethodId: string
}

export interface WalletChanges {
  /** The idempotency key to send it with, or 'in flight' while the company has another one under way. */
  begin(change: WalletChange, version: number, now: number): Promise<{ key: string } | 'in flight'>
  finish(key: string): Promise<void>
  /** No answer: the same key serves again. An answer that was a failure: the next try gets a key of its own. */
  fail(key: string, answered: boolean, now: number): Promise<void>
  /** Takes up one change that was left without a good answer, as `begin` does; null when none is due. */
  takeUp(now: number): Promise<(WalletChange & { key: string }) | null>
}

export interface InboxEvent {
  readonly id: string
  readonly type: string
  readonly objectId: string | null
  readonly customerId: string | null
  readonly createdAt: number
}

export interface Inbox {
  /** False when it was there already. Durable once this resolves. */
  keep(event: InboxEvent, now: number): Promise<boolean>
  /** Claims events that wait for their reaction, for as long as `lease` (ms) lasts. */
  claim(now: number, lease: number, limit: number): Promise<(InboxEvent & { attempts: number })[]>
  /** When Stripe made the newest of them, by its own clock; null where there is none. */
  newest(): Promise<number | null>
  done(id: string, now: number): Promise<void>
  failed(id: string, error: string, nextTryAt: number): Promise<void>
}

export interface Sessions {
  read(idHash: string, now: number): Promise<string | null>
  add(idHash: string, memberId: string | null, data: string, expiresAt: number): Promise<void>
  /** Nothing where it was ended meanwhile: a request under way does not bring it back. */
  update(idHash: string, memberId: string | null, data: string, expiresAt: number): Promise<void>
  end(idHash: string): Promise<void>
  /** Of one person, those that are not over. */
  of(memberId: string, now: number): Promise<readonly { idHash: string; data: string }[]>
  /** Some of one person's; resolves to how many were there to end. Entries only where there were any. */
  endSome(
    memberId: string,
    idHashes: readonly string[],
    entries: readonly NewEntry[],
    now: number,
  ): Promise<number>
  prune(now: number): Promise<void>
  /** Keeps for a session what its next page says, and forgets what it left before `since`. */
  leaveBanner(idHash: string, banner: LeftBanner, times: { now: number; since: number }): Promise<void>
  /** The newest that was left after `since` for this path, or for home. It stays until it is taken. */
  nextBanner(idHash: string, path: string, since: number): Promise<{ id: string; data: string } | null>
  /** False where somebody else has taken it. */
  takeBanner(id: string): Promise<boolean>
}

export interface LeftBanner {
  readonly id: string
  readonly path: string
  readonly data: string
}

export interface Store {
  readonly companies: Companies
  readonly members: Members
  readonly team: Team
  readonly invitations: Invitations
  readonly accounts: Accounts
  readonly secondFactors: SecondFactors
  readonly passwordLinks: PasswordLinks
  readonly wallets: Wallets
  readonly setups: Setups
  readonly changes: WalletChanges
  readonly subscriptions: Subscriptions
  readonly inbox: Inbox
  readonly invoices: Invoices
  readonly marks: Marks
  readonly outbox: Outbox
  readonly sessions: Sessions
  readonly activity: Activity
  readonly limits: Limits
  readonly privacy: Privacy
  readonly health: Health
}
