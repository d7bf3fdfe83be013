import { refusalMessage } from '../card/refusals.js'
import { askTheBank } from './authentication-dialog.js'
import { retrieveSetupIntent, spoken } from './setup-intents.js'

export async function completeNextAction(known, result) {
  const action = result.setupIntent?.next_action
  if (result.setupIntent?.status !== 'requires_action' || !action) return result
  if (action.type === 'redirect_to_url') {
    location.assign(action.redirect_to_url.url)
    return new Promise(() => {})
  }
  await askTheBank(known.clientSecret, known.locale)
  return verdict(await retrieveSetupIntent(known), known.locale)
}

function verdict({ setupIntent, error }, locale) {
  if (error) return { error }
  if (setupIntent.status === 'succeeded' || setupIntent.status === 'processing') return { setupIntent }
  const code = 'setup_intent_authentication_failure'
  const message = refusalMessage(locale, code)
  const reason = setupIntent.last_setup_error ?? { type: 'invalid_request_error', code }
  const told = reason.code === code ? { ...reason, message } : spoken(reason, locale)
  return { error: { ...told, setup_intent: setupIntent } }
}
