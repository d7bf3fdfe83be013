import { languageOf } from '../card/refusals.js'
import { sandboxOrigin } from './sandbox-origin.js'

const titles = { en: 'Secure payment input frame', fr: 'Cadre de saisie sécurisé pour le paiement' }

export function elementFrame(channel, locale) {
  const language = languageOf(locale)
  const iframe = document.createElement('iframe')
  iframe.name = `__privateStripeFrame${channel.slice(0, 8)}`
  iframe.title = titles[language]
  iframe.src = `${sandboxOrigin}/elements/payment?locale=${language}#${frameAddress(channel)}`
  style(iframe, {
    border: '0',
    margin: '-4px',
    padding: '0',
    width: 'calc(100% + 8px)',
    minWidth: '0',
    display: 'block',
    height: '1px',
    overflow: 'hidden',
    backgroundColor: 'transparent',
    colorScheme: 'inherit',
  })
  return iframe
}

export function frameAddress(channel) {
  return new URLSearchParams({ channel, origin: location.origin })
}

// Through the object model, because a strict style-src refuses style attributes.
export function style(node, rules) {
  Object.assign(node.style, rules)
}
