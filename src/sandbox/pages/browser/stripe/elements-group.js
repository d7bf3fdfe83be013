import { IntegrationError } from './integration-error.js'
import { secretForm } from './intent-kinds.js'
import { paymentElement } from './payment-element.js'

export function elementsGroup(publishableKey, given, defaultLocale) {
  let options = { ...given }
  let payment
  let submitted = false
  checkOptions(options)

  const locale = () => resolvedLocale(options.locale ?? defaultLocale)
  const group = {
    locale,
    clientSecret: () => options.clientSecret,
    isDeferred: () => options.mode !== undefined,
    wasSubmitted: () => submitted,
    payment: () => payment,
    frameOptions: () => ({
      appearance: options.appearance,
      clientSecret: options.clientSecret,
      publishableKey,
      locale: locale(),
    }),
  }

  const elements = {
    create(type, elementOptions = {}) {
      checkCreation(type, options, payment)
      payment = paymentElement(group, elementOptions, () => {
        payment = undefined
      })
      return payment.element
    },
    getElement: (type) => (type === 'payment' ? (payment?.element ?? null) : null),
    async update(changes) {
      const spoken = locale()
      options = { ...options, ...changes }
      const mounted = payment?.mounted()
      if (mounted && locale() !== spoken) payment.element.mount(mounted.container)
      else mounted?.channel.send('update', { appearance: options.appearance })
    },
    fetchUpdates: async () => ({}),
    async submit() {
      const channel = payment?.channel()
      if (!channel) throw new IntegrationError('elements.submit() needs a mounted Payment Element.')
      const { error } = await channel.request('validate')
      submitted = !error
      return error ? { error } : { selectedPaymentMethod: 'card' }
    },
    on() {},
  }
  groups.set(elements, group)
  return elements
}

// What the rest of Stripe.js may know of an Elements object, and the page may not.
const groups = new WeakMap()

export function groupOf(elements) {
  return groups.get(elements)
}

export function resolvedLocale(locale) {
  return !locale || locale === 'auto' ? navigator.language : locale
}

function checkOptions({ clientSecret, mode }) {
  if (clientSecret !== undefined && !secretForm.test(clientSecret)) {
    throw new IntegrationError(
      `Invalid value for elements(): clientSecret should be a client secret of the form \${id}_secret_\${secret}. You specified: ${clientSecret}.`,
    )
  }
  if (clientSecret !== undefined && mode !== undefined) {
    throw new IntegrationError('Invalid value for elements(): pass either clientSecret or mode, not both.')
  }
}

function checkCreation(type, { clientSecret, mode }, existing) {
  if (type !== 'payment') {
    throw new IntegrationError(`A valid Element name must be provided. You specified: ${type}.`)
  }
  if (!clientSecret && !mode) {
    throw new IntegrationError(
      'In order to create a payment element, you must pass a clientSecret or mode when creating the Elements group.',
    )
  }
  if (existing) throw new IntegrationError('Can only create one Element of type payment.')
}
