// What every request to the API needs at hand.

import type { Ledger } from '../ledger/ledger.ts'
import type { Courier } from '../webhooks/courier.ts'
import type { Faults } from './faults.ts'
import type { LoggedRequest, RequestLog } from './request-log.ts'
import type { SavedAnswers } from './saved-answers.ts'

export interface Api {
  ledger: Ledger
  faults: Faults
  log: RequestLog
  answers: SavedAnswers
  courier: Courier
  /** Called with each request before anything is done about it. */
  onRequest: (request: LoggedRequest) => void | Promise<void>
  /** Idempotency keys whose first request is not answered yet. */
  inUse: Set<string>
}
