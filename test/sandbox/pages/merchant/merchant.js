// What a merchant's page does with Stripe.js; the tests call it, and read what the page has heard.
const address = new URL(document.currentScript.src)

window.merchant = {
  heard: [],
  violations: [],
  events: [],
  open({ options = {}, element = {}, locale }) {
    this.stripe = window.Stripe('pk_test_merchant', { locale })
    this.elements = this.stripe.elements(options)
    this.element = this.elements.create('payment', element)
    for (const name of ['ready', 'change', 'focus', 'blur', 'escape', 'loaderror']) {
      this.element.on(name, (event) => this.events.push({ name, ...event }))
    }
    const opened = new Promise((resolve) => {
      this.element.on('ready', () => resolve('ready'))
      this.element.on('loaderror', () => resolve('loaderror'))
    })
    this.element.mount('#payment')
    return opened
  },
  async call(key, method, ...given) {
    return window
      .Stripe(key, { locale: 'en' })
      [method](...given)
      .catch(({ name, message }) => ({ thrown: { name, message } }))
  },
  async confirm({ redirect = 'if_required', clientSecret, confirmParams } = {}) {
    const confirmParamsWithReturn = { return_url: new URL('/return', address).href, ...confirmParams }
    const { elements } = this
    return this.stripe
      .confirmSetup({ elements, clientSecret, redirect, confirmParams: confirmParamsWithReturn })
      .catch(({ name, message }) => ({ thrown: { name, message } }))
  },
}

addEventListener('message', ({ data }) => window.merchant.heard.push(JSON.stringify(data)))
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  window.merchant.violations.push(`${violatedDirective} ${blockedURI}`),
)
document.querySelector('#add').addEventListener('click', async () => {
  const result = await window.merchant.confirm()
  document.querySelector('#result').textContent = result.setupIntent?.status ?? result.error.code
})
