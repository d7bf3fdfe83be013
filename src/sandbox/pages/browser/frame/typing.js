// What happens while a person types: digits in groups, the brand in word and mark, the code's length.
import { brandOf, digitsOf, grouped, networkName, networksOf } from '../card/brands.js'
import { spacedExpiry } from '../card/expiry.js'
import { inputs } from './fields.js'

const { number, expiry, cvc } = inputs
const brandWord = document.getElementById('brand')
const brandMark = document.getElementById('brand-mark')
const codeHint = document.getElementById('Field-cvcHint')
const codePicture = document.getElementById('code-picture')
const networkField = document.getElementById('network')
const networkChoice = document.getElementById('Field-networkInput')

export function watchTyping() {
  number.addEventListener('input', reshapeNumber)
  expiry.addEventListener('input', ({ inputType }) => {
    expiry.value = spacedExpiry(expiry.value, inputType?.startsWith('delete'))
  })
  cvc.addEventListener('input', () => {
    cvc.value = digitsOf(cvc.value).slice(0, brandOf(number.value).codeLength)
  })
}

// Reformatting moves the caret; it belongs after the digit that was just typed.
function reshapeNumber() {
  const digitsBefore = digitsOf(number.value.slice(0, number.selectionStart)).length
  const reshaped = grouped(number.value)
  if (reshaped !== number.value) {
    number.value = reshaped
    const caret = positionAfter(reshaped, digitsBefore)
    number.setSelectionRange(caret, caret)
  }
  showBrand()
}

function positionAfter(text, digits) {
  let seen = 0
  const at = [...text].findIndex((sign) => /\d/.test(sign) && ++seen === digits)
  return digits === 0 ? 0 : at === -1 ? text.length : at + 1
}

export function showBrand() {
  const brand = brandOf(number.value)
  const networks = networksOf(number.value)
  brandWord.textContent = brand.name
  brandMark.hidden = brand.id === 'unknown'
  if (brand.id !== 'unknown') brandMark.src = `/sandbox/assets/marks/${brand.id}.svg`
  const side = brand.codeLength === 4 ? 'front' : 'back'
  codeHint.textContent = codeHint.dataset[side]
  codePicture.src = `/sandbox/assets/marks/code-${side}.svg`
  cvc.maxLength = brand.codeLength
  cvc.value = cvc.value.slice(0, brand.codeLength)
  offerNetworks(networks)
}

function offerNetworks(networks) {
  if (networkField.hidden === (networks.length === 0)) return
  networkField.hidden = networks.length === 0
  networkChoice.replaceChildren(...networks.map((network) => new Option(networkName(network), network)))
}

export function chosenNetwork() {
  return networkField.hidden ? undefined : networkChoice.value
}
