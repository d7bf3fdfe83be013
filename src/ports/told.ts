// What is written together with a change of somebody's account: to the person by mail, to their companies' logs.

import type { NewEntry } from '../activity/entry.ts'
import type { NewPersonalMail } from '../mail/message.ts'

export interface Told {
  readonly mail?: NewPersonalMail
  readonly entries: readonly NewEntry[]
}
