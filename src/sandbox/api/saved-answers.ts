// Idempotency as Stripe keeps it: a key remembers the first answer, whatever it was, and what it was asked.
import type { Connection } from '../ledger/database.ts'
import { parseStored } from '../ledger/stored-json.ts'
import type { Answer } from './answer.ts'

export interface Asked {
  path: string
  /** A keyed digest of the parameters; never the parameters. */
  digest: string
}

export interface SavedAnswers {
  find(apiKey: string, idempotencyKey: string): { asked: Asked; answer: Answer } | undefined
  save(apiKey: string, idempotencyKey: string, asked: Asked, answer: Answer, now: number): void
}

interface Row {
  request: string
  status: number
  body: string
}

// Stripe forgets a key after 24 hours at the earliest.
const lifetime = 30 * 24 * 60 * 60

export function savedAnswers(connection: Connection): SavedAnswers {
  const select = connection.prepare<[string, string], Row>(
    'select request, status, body from saved_answers where api_key = ? and idempotency_key = ?',
  )
  const insert = connection.prepare(
    'insert into saved_answers (api_key, idempotency_key, request, status, body, created) ' +
      'values (?, ?, ?, ?, ?, ?)',
  )
  const forget = connection.prepare('delete from saved_answers where created < ?')

  return {
    find(apiKey, idempotencyKey) {
      const row = select.get(apiKey, idempotencyKey)
      if (!row) return undefined
      const { requestId, ...asked } = parseStored<Asked & { requestId: string }>(row.request)
      const answer = { status: row.status, body: parseStored<object>(row.body), requestId }
      return { asked, answer }
    },
    save(apiKey, idempotencyKey, asked, answer, now) {
      forget.run(now - lifetime)
      const request = JSON.stringify({ ...asked, requestId: answer.requestId })
      const body = JSON.stringify(answer.body)
      insert.run(apiKey, idempotencyKey, request, answer.status, body, now)
    },
  }
}
