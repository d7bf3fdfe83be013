// Runs a request once for its idempotency key. Effects, events and the saved answer are one transaction,
// so a key that was answered has had its effect, and one that was not has had none.
import type { Request } from 'express'
import { ApiError } from '../errors/api-error.ts'
import { transact } from '../ledger/ledger.ts'
import { type Answer, answered, outage, refused } from './answer.ts'
import type { Api } from './api.ts'
import type { Credentials } from './credentials.ts'
import { digestOfParameters } from './digest.ts'
import { exchangeOf } from './exchange.ts'
import { expand, expansions } from './expand.ts'
import { differentParameters, differentPath } from './idempotency-key.ts'
import type { Asked } from './saved-answers.ts'

interface Execution {
  api: Api
  request: Request
  caller: Credentials
  parameters: object
  expand: unknown
  run: () => object
  fault: string | undefined
}

export function execute(execution: Execution): Answer {
  const { api, request, caller } = execution
  const { id, logged } = exchangeOf(request)
  const key = request.method === 'POST' ? logged.idempotencyKey : null
  const paths = execution.expand === undefined ? [] : (expansions(execution.expand, 'expand') ?? [])
  const asked = askedBy(execution)
  return transact(api.ledger, { id, idempotency_key: key }, () => {
    const saved = key === null ? undefined : api.answers.find(caller.key, key)
    if (saved && key !== null) return replay(saved, asked, key)
    const answer = attempt(execution, paths, id)
    if (key !== null) api.answers.save(caller.key, key, asked, answer, api.ledger.now())
    return answer
  })
}

function askedBy({ api, request, parameters }: Execution): Asked {
  const digest = digestOfParameters(parameters, api.ledger.fingerprintKey.read())
  return { path: exchangeOf(request).logged.path, digest }
}

function replay(saved: { asked: Asked; answer: Answer }, asked: Asked, key: string): Answer {
  if (saved.asked.path !== asked.path) throw differentPath(saved.asked.path, asked.path, key)
  if (saved.asked.digest !== asked.digest) throw differentParameters(key)
  return saved.answer
}

function attempt({ api, run, fault }: Execution, paths: string[], id: string): Answer {
  const account = api.ledger.account.read()
  if (fault === '500-within') return refused(outage(), id, account)
  try {
    const answer = inner(api, () => settle(run, (body) => expand(api.ledger, body, paths)))
    if (fault === '500-after') return refused(outage(), id, account)
    return answer instanceof ApiError ? refused(answer, id, account) : answered(answer, id)
  } catch (error) {
    if (error instanceof ApiError) return refused(error, id, account)
    throw error
  }
}

/** A savepoint: a refusal takes back what was written since. */
function inner<Result>(api: Api, work: () => Result): Result {
  return api.ledger.connection.transaction(work)()
}

/** A declined attempt is a result and stays written; other refusals undo what came before them. */
function settle(run: () => object, shown: (body: object) => object): object | ApiError {
  try {
    return shown(run())
  } catch (error) {
    if (error instanceof ApiError && error.effectsStay) return error
    throw error
  }
}
