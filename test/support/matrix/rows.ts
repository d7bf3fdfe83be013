// The access matrix: every route, who passes, and what they get. Roles are spelt out in row.ts, and not asked of the
// program, which would agree with itself.

import type { Row } from './row.ts'
import { ownAccount } from './rows/account.ts'
import { activity } from './rows/activity.ts'
import { cards } from './rows/cards.ts'
import { company } from './rows/company.ts'
import { gettingIn } from './rows/getting-in.ts'
import { invoices } from './rows/invoices.ts'
import { members } from './rows/members.ts'
import { open } from './rows/open.ts'
import { privacy } from './rows/privacy.ts'
import { trials } from './rows/trials.ts'

// One's own account comes last: there sessions end that the others count on.
export const rows: readonly Row[] = [
  ...gettingIn,
  ...company,
  ...cards,
  ...invoices,
  ...members,
  ...activity,
  ...privacy,
  ...open,
  ...trials,
  ...ownAccount,
]
