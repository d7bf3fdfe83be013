// The bodies of control requests, read as strictly as the API's parameters: a misspelt order must not pass for none.
import { faultKinds } from '../api/faults.ts'
import { behaviours, isBehaviourName } from '../cards/behaviours.ts'
import { invalidRequest } from '../errors/invalid-request.ts'
import { hash, list } from '../parameters/hash.ts'
import { integer, oneOf, type Reader, text } from '../parameters/reader.ts'
import { url } from '../parameters/url.ts'

const blockOrAllow = oneOf('block', 'allow')
const how = oneOf('succeed', 'fail')

const behaviour: Reader<keyof typeof behaviours> = (given, name) => {
  if (isBehaviourName(given)) return given
  const known = Object.keys(behaviours).join(', ')
  throw invalidRequest(`Invalid ${name}: must be one of ${known}`, { param: name })
}

export const faultOrder = hash(
  { kind: oneOf(...faultKinds), method: text, path: text, ms: integer, times: integer },
  'kind',
)

const processing = hash({ times: integer, outcome: how, afterMs: integer }, 'times', 'outcome')

export const settingsChange = hash({
  radar: hash({ cvcCheckFails: blockOrAllow, postalCodeCheckFails: blockOrAllow }),
  processing,
  paymentProcessing: processing,
  retries: list(integer),
  confirmationLimit: integer,
})

const seconds: Reader<number> = (given, name) => {
  const count = integer(given, name)
  if (count > 0) return count
  throw invalidRequest('The clock can only be moved forward.', { param: name })
}
export const disorderOrder = hash({ seed: integer, lose: integer, repeat: integer, delayMs: integer }, 'seed')
export const clockMove = hash({ seconds }, 'seconds')
export const authentication = hash({ answer: oneOf('passed', 'failed') }, 'answer')

export const behaviourChange = hash({ payment_method: text, behaviour }, 'payment_method', 'behaviour')
export const networkChange = hash({ last4: text, exp_month: integer, exp_year: integer })
export const settlement = hash({ how })
export const webhook = hash({ url, secret: text }, 'url', 'secret')

/** JSON's numbers become words, as they are in the API's forms. */
export function read<Value>(reader: Reader<Value>, body: unknown): Value {
  return reader(inWords(body ?? {}), '')
}

function inWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inWords)
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inWords(inner)]))
}
