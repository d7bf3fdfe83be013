// Where a page goes when its intent is confirmed: nowhere, or to its return_url, as a redirect would lead there.
import { IntegrationError } from './integration-error.js'
import { kindOf } from './intent-kinds.js'
import { completeNextAction } from './next-action.js'

export function requireReturn(method, { return_url }, redirect) {
  if (redirect === 'if_required' || return_url) return
  throw new IntegrationError(`${method}(): confirmParams.return_url is required.`)
}

export async function comeBack(known, confirmed, returnUrl, redirect) {
  const completed = await completeNextAction(known, confirmed)
  if (completed.error || redirect === 'if_required') return completed
  location.assign(addressAfter(returnUrl, known.clientSecret, completed))
  // The page is going away: what it awaits never comes.
  return new Promise(() => {})
}

function addressAfter(returnUrl, clientSecret, completed) {
  const { object, result } = kindOf(clientSecret)
  const { id, client_secret, status } = completed[result]
  const address = new URL(returnUrl)
  address.searchParams.set(object, id)
  address.searchParams.set(`${object}_client_secret`, client_secret)
  address.searchParams.set('redirect_status', status === 'succeeded' ? 'succeeded' : 'pending')
  return address
}
