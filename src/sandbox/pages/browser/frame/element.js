import { retrieveIntent } from '../stripe/intents.js'
import { applyAppearance } from './appearance.js'
import { confirmCard } from './confirmation.js'
import { askedInputs, inputs, locale, showFault } from './fields.js'
import { answerRequests, listen, tell } from './parent-channel.js'
import { applyDefaults, applyFields, applyReadOnly } from './settings.js'
import { showBrand, watchTyping } from './typing.js'
import { isComplete, isEmpty, validate, watchValidity } from './validation.js'

let publishableKey

watchTyping()
watchValidity()
watchPresence()
listen({
  init,
  update,
  clear,
  focus: () => inputs.number.focus(),
  blur: () => document.activeElement?.blur(),
  request: answerRequests({ validate, confirm }),
})
new ResizeObserver(() => tell('height', { height: document.body.offsetHeight })).observe(document.body)
tell('hello')

async function init(options) {
  publishableKey = options.publishableKey
  applyAppearance(options.appearance)
  applyFields(options.fields)
  update(options)
  showBrand()
  const { error } = await knownIntent(options.clientSecret)
  if (error) tell('loaderror', { error })
  else tell('ready')
}

function update(options) {
  if ('appearance' in options) applyAppearance(options.appearance)
  if (options.fields) applyFields(options.fields)
  if (options.defaultValues) applyDefaults(options.defaultValues)
  if ('readOnly' in options) applyReadOnly(options.readOnly)
}

async function knownIntent(clientSecret) {
  return clientSecret ? retrieveIntent({ origin: '', publishableKey, clientSecret, locale }) : {}
}

async function confirm(params) {
  const { error } = validate()
  return error ? { error } : confirmCard(publishableKey, params)
}

function clear() {
  for (const input of askedInputs()) {
    if (input !== inputs.country) input.value = ''
    showFault(input)
  }
  showBrand()
  report()
}

function watchPresence() {
  document.addEventListener('input', ({ target }) => {
    target.dataset.touched = 'true'
    report()
  })
  document.addEventListener('focusin', ({ relatedTarget }) => relatedTarget || tell('focus'))
  document.addEventListener('focusout', ({ relatedTarget }) => relatedTarget || tell('blur'))
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && tell('escape'))
}

function report() {
  tell('change', { empty: isEmpty(), complete: isComplete(), collapsed: false, value: { type: 'card' } })
}
