import { comeBack, requireReturn } from './come-back.js'
import { groupOf } from './elements-group.js'
import { IntegrationError } from './integration-error.js'
import { requireSecret } from './intent-kinds.js'
import { requireWithheldDetails } from './withheld-details.js'

export async function confirmWithElement(stripe, method, title, options) {
  const { elements, clientSecret, confirmParams = {}, redirect = 'always' } = options
  const group = groupOf(elements)
  const channel = group?.payment()?.channel()
  const secret = clientSecret ?? group?.clientSecret()
  requireElement(method, channel)
  requireSecret(method, secret, title)
  requireSubmission(method, group)
  requireWithheldDetails(group.payment().fields(), confirmParams.payment_method_data?.billing_details)
  requireReturn(method, confirmParams, redirect)

  const { return_url, payment_method_data } = confirmParams
  const known = { ...stripe, locale: group.locale(), clientSecret: secret }
  const confirmed = await channel.request('confirm', {
    return_url,
    payment_method_data,
    clientSecret: secret,
  })
  return comeBack(known, confirmed, return_url, redirect)
}

function requireElement(method, channel) {
  if (channel) return
  throw new IntegrationError(
    `Invalid value for ${method}(): elements should have a mounted Payment Element or Express Checkout Element.`,
  )
}

function requireSubmission(method, group) {
  if (!group.isDeferred() || group.wasSubmitted()) return
  throw new IntegrationError(
    `elements.submit() must be called before ${method}(). Call elements.submit() as soon as your ` +
      'customer presses pay, prior to any asynchronous work.',
  )
}
