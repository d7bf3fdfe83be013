import { elementFrame, style } from './element-frame.js'
import { emitter } from './emitter.js'
import { newChannelId, openChannel } from './frame-channel.js'
import { IntegrationError } from './integration-error.js'

const elementType = 'payment'

export function paymentElement(group, options, forget) {
  const { on, off, emit } = emitter()
  let settings = options
  let mounted

  const announce = (name, details) => emit(name, { elementType, ...details })
  const initial = () => ({ ...group.frameOptions(), ...frameSettings(settings) })

  const unmount = () => {
    mounted?.channel.close()
    mounted?.holder.remove()
    mounted?.container.classList.remove('StripeElement')
    mounted = undefined
  }

  const mount = (target) => {
    const container = containerOf(target)
    unmount()
    const id = newChannelId()
    const iframe = elementFrame(id, group.locale())
    const holder = document.createElement('div')
    holder.className = '__PrivateStripeElement'
    style(holder, { margin: '0', padding: '0', border: 'none', position: 'relative' })
    holder.append(iframe)
    const channel = openChannel(iframe, id)
    mounted = { channel, holder, container, iframe }
    attend(mounted, announce)
    channel.send('init', initial())
    container.classList.add('StripeElement')
    container.replaceChildren(holder)
  }

  const chained = (method, ...details) => {
    method(...details)
    return element
  }

  const element = {
    mount,
    unmount,
    destroy() {
      unmount()
      forget()
    },
    focus: () => mounted?.channel.send('focus'),
    blur: () => mounted?.channel.send('blur'),
    clear: () => mounted?.channel.send('clear'),
    collapse: () => element,
    update(changes) {
      settings = { ...settings, ...changes }
      mounted?.channel.send('update', frameSettings(settings))
      return element
    },
    on: (name, listener) => chained(on, name, listener),
    once: (name, listener) => chained(on, name, listener, true),
    off: (name, listener) => chained(off, name, listener),
  }
  return { element, fields: () => settings.fields, channel: () => mounted?.channel, mounted: () => mounted }
}

function attend({ channel, iframe }, announce) {
  channel.on('height', ({ height }) => style(iframe, { height: `${height}px` }))
  channel.on('scheme', ({ scheme }) => style(iframe, { colorScheme: scheme }))
  channel.on('loaderror', ({ error }) => announce('loaderror', { error }))
  for (const name of ['ready', 'change', 'focus', 'blur', 'escape']) {
    channel.on(name, (details) => announce(name, details))
  }
  // A frame that could not be fetched shows the browser's own error page, which never greets.
  iframe.addEventListener('load', () => setTimeout(checkGreeting, 2000))
  const checkGreeting = () => {
    if (channel.hasGreeted() || !iframe.isConnected) return
    const message = 'The payment form could not be loaded.'
    announce('loaderror', { error: { type: 'api_connection_error', message } })
  }
}

function frameSettings({ fields, defaultValues, terms, readOnly }) {
  return { fields, defaultValues, terms, readOnly }
}

function containerOf(target) {
  const container = typeof target === 'string' ? document.querySelector(target) : target
  if (container) return container
  throw new IntegrationError(
    `The selector you specified (${target}) applies to no DOM elements that are currently on the page. ` +
      'Make sure the element exists on the page before calling mount().',
  )
}
