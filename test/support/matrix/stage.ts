// What there is to ask for: of each kind one thing of Atelier's, one of another company's, and an id of none.

import { attachTrialCard } from '../../../src/adapters/stripe/trial-cards.ts'
import { refreshWallet } from '../../../src/payment-methods/refresh-wallet.ts'
import { makePasswordLink } from '../../../src/sign-in/password-link.ts'
import { sessionsOf } from '../../../src/web/member-sessions.ts'
import { paths } from '../../../src/web/paths.ts'
import { type Billing, billingOf } from '../billing.ts'
import { begin, confirm } from '../coming-back.ts'
import { invited } from '../invitations.ts'
import { type Desk, openDesk, type Visitor } from '../running-desk.ts'
import { toHostedPage } from '../story.ts'
import {
  addMember,
  addOtherCompanies,
  companies,
  gather,
  type People,
  type Person,
  type Side,
  sideOf,
} from './people.ts'

export type Whose = Side | 'missing'
export type Ids = Readonly<Record<Whose, string>>

export interface Stage {
  readonly desk: Desk
  readonly people: People
  /** A card that is a backup. */
  readonly cards: Ids
  /** One that nobody agreed to charge as a backup. */
  readonly unagreed: Ids
  readonly defaults: Ids
  /** Open, and sent to be paid by hand. */
  readonly invoices: Ids
  /** One more, which the rows may pay. */
  readonly payable: Ids
  /** A card that was declined as it was added. */
  readonly setupIntents: Ids
  /** Stripe's page, begun and left. */
  readonly sessions: Ids
  readonly mails: Ids
  readonly passwordTokens: Ids
  readonly otherCompanies: Ids
  /** Members who develop. */
  readonly colleagues: Ids
  readonly invitations: Ids
  readonly invitationTokens: Ids
  newCard(side: Side): Promise<string>
  newBackup(side: Side): Promise<string>
  newInvoice(side: Side): Promise<string>
  newPasswordToken(): Promise<string>
  /** Those who were removed, and are remembered by their entries. */
  readonly formerMembers: Ids
  /** What a session of its company's owner is called towards them. */
  readonly ownersSessions: Ids
  newFormerMember(side: Side): Promise<string>
  newSessionOfOwner(side: Side): Promise<string>
  giveBackPasswords(): Promise<void>
  newColleague(side: Side): Promise<string>
  newInvitation(side: Side): Promise<Invited>
  giveBackOwnership(side: Side): Promise<void>
}

export interface Invited {
  readonly id: string
  readonly token: string
}

const declined = '4000 0000 0000 0002'

export async function setStage(): Promise<Stage> {
  const desk = await openDesk()
  // Stripe's own retries are off, so that nothing moves by itself.
  desk.sandbox.control.changeRetries([])
  const people = await gather(desk)
  const visitors = { ours: await desk.signedIn('alice'), theirs: await desk.signedIn('charlie') }
  const billing = {
    ours: await billingOf(desk, companies.ours),
    theirs: await billingOf(desk, companies.theirs),
  }
  const attach = attachTrialCard({ ...desk.keys, timeout: 5_000 })

  async function newCard(side: Side): Promise<string> {
    const { companyId: id, customerId: stripeCustomerId } = billing[side]
    const card = await attach('pm_card_visa', stripeCustomerId)
    await refreshWallet(desk.ports, { id, name: companies[side], stripeCustomerId })
    return card
  }

  const newBackup = (side: Side): Promise<string> => billing[side].addCard('pm_card_mastercard')

  async function newInvoice(side: Side): Promise<string> {
    const id = await billing[side].bill({ collection_method: 'send_invoice', days_until_due: 30 })
    await desk.settled()
    return id
  }

  const tokenHolder = await addMember(desk, 'tess@atelier.example', 'developer', billing.ours.companyId)
  const newPasswordToken = (): Promise<string> =>
    makePasswordLink(desk.ports.store.passwordLinks, tokenHolder, desk.ports.clock.now())

  const newColleague = (side: Side): Promise<string> =>
    addMember(desk, `${crypto.randomUUID()}@colleagues.example`, 'developer', billing[side].companyId)

  async function newFormerMember(side: Side): Promise<string> {
    const id = await newColleague(side)
    await visitors[side].post(paths.userRemoval(id))
    return id
  }

  async function newSessionOfOwner(side: Side): Promise<string> {
    await people.anotherSession(side === 'ours' ? 'owner' : 'another company’s owner')
    const { members, sessions } = desk.ports.store
    const owner = await members.byEmail(owners[side])
    const all = await sessionsOf(sessions, owner?.member.id ?? '', Date.now())
    return all.sort((one, other) => other.signedInAt - one.signedInAt)[0]?.handle ?? ''
  }

  const kept = await desk.ports.store.members.byEmail(owners.ours)
  const giveBackPasswords = async (): Promise<void> => {
    await desk.database.run('update members set password_hash = $1', [kept?.passwordHash ?? null])
    await people.comeBack()
  }

  async function newInvitation(side: Side): Promise<Invited> {
    const email = `${crypto.randomUUID()}@elsewhere.example`
    const link = await invited(desk, visitors[side], { email })
    const pending = await desk.ports.store.invitations.pending(billing[side].companyId)
    const id = pending.find((each) => each.email === email)?.id ?? ''
    return { id, token: link.split('/').at(-1) ?? '' }
  }

  const giveBackOwnership = (side: Side): Promise<void> =>
    makeOwner(desk, billing[side].companyId, owners[side])

  const chosen = async (side: Side): Promise<string> => {
    const first = await newBackup(side)
    await visitors[side].post(paths.default(first))
    return first
  }
  for (const side of ['ours', 'theirs'] as const) await leaveUnpaid(desk, billing[side])
  const stage = {
    desk,
    people,
    defaults: await idsOf(chosen),
    cards: await idsOf(newBackup),
    unagreed: await idsOf(newCard),
    invoices: await idsOf(newInvoice),
    payable: await idsOf(newInvoice),
    setupIntents: await idsOf((side) => declinedSetup(desk, visitors[side])),
    sessions: await idsOf((side) => leftSession(visitors[side])),
    mails: await idsOf((side) => mailOf(desk, billing[side])),
    passwordTokens: await idsOf(newPasswordToken),
    otherCompanies: { ...(await addOtherCompanies(desk)), missing: crypto.randomUUID() },
    colleagues: await idsOf(newColleague),
    invitations: await idsOf(async (side) => (await newInvitation(side)).id),
    invitationTokens: await idsOf(async (side) => (await newInvitation(side)).token),
    formerMembers: await idsOf(newFormerMember),
    ownersSessions: await idsOf(newSessionOfOwner),
    newFormerMember,
    newSessionOfOwner,
    giveBackPasswords,
    newColleague,
    newInvitation,
    giveBackOwnership,
    newCard,
    newBackup,
    newInvoice,
    newPasswordToken,
  }
  await desk.settled()
  return stage
}

const owners: Readonly<Record<Side, string>> = {
  ours: 'alice@atelier.example',
  theirs: 'charlie@brasserie.example',
}

/** There is one owner at any moment. */
function makeOwner({ database }: Desk, companyId: string, email: string): Promise<void> {
  return database.transaction(async (queries) => {
    await queries.run("update memberships set role = 'developer' where company_id = $1 and role = 'owner'", [
      companyId,
    ])
    await queries.run(
      "update memberships set role = 'owner' where company_id = $1 and member_id = (select id from members where email = $2)",
      [companyId, email],
    )
  })
}

/** Theirs to see, where each company sees its own. */
export function isOf(person: Person, whose: Whose): boolean {
  return sideOf(person) === whose
}

async function idsOf(make: (side: Side) => Promise<string>): Promise<Ids> {
  const ours = await make('ours')
  const theirs = await make('theirs')
  if (ours === '' || theirs === '') throw new Error('there is nothing to ask for')
  // As long as ours, and of the same kind.
  const prefix = /^[a-z]+_(test_)?/.exec(ours)?.[0] ?? ''
  return { ours, theirs, missing: prefix + '0'.repeat(ours.length - prefix.length) }
}

/** An invoice that every card was declined for; afterwards they work again. */
async function leaveUnpaid(desk: Desk, { companyId, bill }: Billing): Promise<void> {
  const { methods } = await desk.ports.store.wallets.of(companyId)
  const { control } = desk.sandbox
  for (const { id } of methods) control.changeBehaviour(id, 'insufficient_funds_when_charged')
  await bill()
  await desk.settled()
  for (const { id } of methods) control.changeBehaviour(id, 'succeeds')
}

async function declinedSetup(desk: Desk, visitor: Visitor): Promise<string> {
  const begun = await begin(visitor)
  confirm(desk, begun, declined)
  return begun.setupIntentId
}

async function leftSession(visitor: Visitor): Promise<string> {
  return /cs_\w+/.exec(await toHostedPage(visitor))?.[0] ?? ''
}

async function mailOf({ ports }: Desk, { companyId }: Billing): Promise<string> {
  const mails = await ports.store.outbox.newest(100)
  return mails.find((mail) => mail.companyId === companyId)?.id ?? ''
}
