import { groupOf } from './elements-group.js'
import { IntegrationError } from './integration-error.js'
import { completeNextAction } from './next-action.js'
import { requireWithheldDetails } from './withheld-details.js'

export async function confirmSetup(
  stripe,
  { elements, clientSecret, confirmParams = {}, redirect = 'always' },
) {
  const group = groupOf(elements)
  const channel = group?.payment()?.channel()
  const secret = clientSecret ?? group?.clientSecret()
  checkCall(group, channel, secret)
  requireWithheldDetails(group.payment().fields(), confirmParams.payment_method_data?.billing_details)
  if (redirect !== 'if_required' && !confirmParams.return_url) {
    throw new IntegrationError('stripe.confirmSetup(): confirmParams.return_url is required.')
  }

  const known = { ...stripe, locale: group.locale(), clientSecret: secret }
  const confirmed = await channel.request('confirm', { ...plain(confirmParams), clientSecret: secret })
  const result = await completeNextAction(known, confirmed)
  if (result.error || redirect === 'if_required') return result
  return leaveFor(confirmParams.return_url, result.setupIntent)
}

function checkCall(group, channel, clientSecret) {
  if (!channel) {
    throw new IntegrationError(
      'Invalid value for stripe.confirmSetup(): elements should have a mounted Payment Element or Express Checkout Element.',
    )
  }
  if (!clientSecret) {
    throw new IntegrationError('stripe.confirmSetup(): expected clientSecret, a string, but none was passed.')
  }
  if (group.isDeferred() && !group.wasSubmitted()) {
    throw new IntegrationError(
      'elements.submit() must be called before stripe.confirmSetup(). Call elements.submit() as soon as your ' +
        'customer presses pay, prior to any asynchronous work.',
    )
  }
}

function plain({ return_url, payment_method_data }) {
  return { return_url, payment_method_data }
}

// The page is going away: what it awaits never comes.
function leaveFor(returnUrl, setupIntent) {
  const address = new URL(returnUrl)
  address.searchParams.set('setup_intent', setupIntent.id)
  address.searchParams.set('setup_intent_client_secret', setupIntent.client_secret)
  address.searchParams.set('redirect_status', setupIntent.status === 'succeeded' ? 'succeeded' : 'pending')
  location.assign(address)
  return new Promise(() => {})
}
