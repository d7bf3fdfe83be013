import type { Store } from '../../ports/store.ts'
import { sqlAccounts } from './accounts.ts'
import { sqlActivity } from './activity.ts'
import { sqlCompanies } from './companies.ts'
import type { Database } from './database.ts'
import { sqlHealth } from './health.ts'
import { sqlInbox } from './inbox.ts'
import { sqlInvitations } from './invitations.ts'
import { sqlInvoices } from './invoices.ts'
import { sqlLimits } from './limits.ts'
import { sqlMarks } from './marks.ts'
import { sqlMembers } from './members.ts'
import { sqlOutbox } from './outbox.ts'
import { sqlPasswordLinks } from './password-links.ts'
import { sqlPrivacy } from './privacy.ts'
import { sqlSecondFactors } from './second-factors.ts'
import { sqlSessions } from './sessions.ts'
import { sqlSetups } from './setups.ts'
import { sqlSubscriptions } from './subscriptions.ts'
import { sqlTeam } from './team.ts'
import { sqlWalletChanges } from './wallet-changes.ts'
import { sqlWallets } from './wallets.ts'

export function sqlStore(database: Database): Store {
  return {
    companies: sqlCompanies(database),
    members: sqlMembers(database),
    team: sqlTeam(database),
    invitations: sqlInvitations(database),
    accounts: sqlAccounts(database),
    secondFactors: sqlSecondFactors(database),
    passwordLinks: sqlPasswordLinks(database),
    wallets: sqlWallets(database),
    setups: sqlSetups(database),
    changes: sqlWalletChanges(database),
    subscriptions: sqlSubscriptions(database),
    inbox: sqlInbox(database),
    invoices: sqlInvoices(database),
    marks: sqlMarks(database),
    outbox: sqlOutbox(database),
    sessions: sqlSessions(database),
    activity: sqlActivity(database),
    limits: sqlLimits(database),
    privacy: sqlPrivacy(database),
    health: sqlHealth(database),
  }
}
