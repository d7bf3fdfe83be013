import { refusalMessage } from '../card/refusals.js'
import { askTheBank } from './authentication-dialog.js'
import { IntegrationError } from './integration-error.js'
import { kindOf } from './intent-kinds.js'
import { retrieveIntent, spoken } from './intents.js'

export async function handleNextAction(known) {
  const { title, result } = kindOf(known.clientSecret)
  const seen = await retrieveIntent(known)
  if (!seen.error && seen[result].status !== 'requires_action') {
    throw new IntegrationError(`handleNextAction: The ${title} supplied is not in the requires_action state.`)
  }
  return completeNextAction(known, seen)
}

export async function completeNextAction(known, confirmed) {
  const intent = confirmed[kindOf(known.clientSecret).result]
  const action = intent?.next_action
  if (intent?.status !== 'requires_action' || !action) return confirmed
  if (action.type === 'redirect_to_url') {
    location.assign(action.redirect_to_url.url)
    return new Promise(() => {})
  }
  await askTheBank(known.clientSecret, known.locale)
  return verdict(known, await retrieveIntent(known))
}

function verdict({ clientSecret, locale }, seen) {
  const { object, result } = kindOf(clientSecret)
  const intent = seen[result]
  if (seen.error || intent.status === 'succeeded' || intent.status === 'processing') return seen
  return { error: { ...spoken(reasonOf(clientSecret, intent), locale), [object]: intent } }
}

function reasonOf(clientSecret, intent) {
  const { object, title, lastError } = kindOf(clientSecret)
  const type = 'invalid_request_error'
  if (intent.status === 'canceled') {
    const message = `You cannot confirm this ${title} because it has a status of canceled.`
    return { type, code: `${object}_unexpected_state`, message }
  }
  const code = `${object}_authentication_failure`
  return intent[lastError] ?? { type, code, message: refusalMessage('en', code) }
}
