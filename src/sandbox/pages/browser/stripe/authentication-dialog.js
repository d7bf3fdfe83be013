import { languageOf } from '../card/refusals.js'
import { frameAddress, style } from './element-frame.js'
import { newChannelId, openChannel } from './frame-channel.js'
import { intentId } from './intent-kinds.js'
import { sandboxOrigin } from './sandbox-origin.js'

const dialogTitles = { en: '3-D Secure authentication', fr: 'Authentification 3-D Secure' }
const whole = { position: 'fixed', inset: '0', width: '100%', height: '100%', border: '0' }

// Resolves once the cardholder has answered their bank, or has turned away from it.
export function askTheBank(clientSecret, locale) {
  const language = languageOf(locale)
  const id = newChannelId()
  const dialog = document.createElement('dialog')
  const iframe = document.createElement('iframe')
  dialog.setAttribute('aria-label', dialogTitles[language])
  style(dialog, { ...whole, maxWidth: 'none', maxHeight: 'none', margin: '0', padding: '0' })
  style(dialog, { background: 'rgb(15 23 42 / 0.55)', zIndex: '2147483647' })
  style(iframe, { ...whole, background: 'transparent', colorScheme: 'inherit' })
  iframe.title = dialogTitles[language]
  iframe.name = `__stripeJSChallengeFrame${id.slice(0, 8)}`
  iframe.src = `${sandboxOrigin}/sandbox/3ds/${intentId(clientSecret)}?locale=${language}&${frameAddress(id)}`
  dialog.append(iframe)

  return new Promise((resolve) => {
    const channel = openChannel(iframe, id)
    const close = () => dialog.close()
    // However it closes: browsers do not ask for leave (`cancel`) where nobody has touched the page since the last time.
    dialog.addEventListener('close', () => {
      channel.close()
      dialog.remove()
      resolve()
    })
    channel.on('hello', () => {
      iframe.focus()
      channel.send('focus')
    })
    channel.on('answered', close)
    // Escape is an answer too: the bank is told no, by the frame if it is there.
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      if (channel.hasGreeted()) channel.send('refuse')
      else close()
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}
