// Stripe's appearance object, as far as its variables go, and the rule for labels.
import { tell } from './parent-channel.js'

const variables = [
  'colorPrimary',
  'colorText',
  'colorTextSecondary',
  'colorTextPlaceholder',
  'colorBackground',
  'colorDanger',
  'fontFamily',
  'fontSizeBase',
  'borderRadius',
  'spacingUnit',
]
const schemes = { stripe: 'light', flat: 'light', night: 'dark' }

export function applyAppearance({ theme, variables: given = {}, rules = {}, labels } = {}) {
  const root = document.documentElement
  for (const name of variables) {
    if (given[name]) root.style.setProperty(`--${name}`, given[name])
    else root.style.removeProperty(`--${name}`)
  }
  const { fontSize = '', fontWeight = '' } = rules['.Label'] ?? {}
  root.style.setProperty('--labelSize', fontSize)
  root.style.setProperty('--labelWeight', fontWeight)
  root.dataset.theme = theme ?? 'auto'
  root.dataset.labels = labels ?? 'above'
  // A frame whose scheme differs from its element's is painted opaque: both are told the same.
  const scheme = schemes[theme] ?? 'light dark'
  root.style.colorScheme = scheme
  tell('scheme', { scheme })
}
