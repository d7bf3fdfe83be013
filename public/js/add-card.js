// Adding a card: Stripe's form in its frame, our two fields beside it, and a status line that says what happens.
// The card's number goes from Stripe's frame to Stripe; nothing here can read it.

const form = document.getElementById('card-form')
const hosted = document.getElementById('hosted-form')
const status = document.getElementById('status')
const button = document.getElementById('add-card')
const slowAfter = 8000

let setup
let busy = false
let slow

if (window.Stripe) start()
else hosted.classList.add('instead')

function start() {
  const stripe = window.Stripe(form.dataset.key, { locale: document.documentElement.lang })
  const elements = stripe.elements({
    mode: 'setup',
    currency: 'eur',
    allowedPaymentMethodTypes: ['card'],
    appearance: appearance(),
  })
  const element = elements.create('payment', {
    fields: { billingDetails: { address: { country: 'never', postalCode: 'never' } } },
    terms: { card: 'never' },
    wallets: { applePay: 'never', googlePay: 'never', link: 'never' },
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    elements.update({ appearance: appearance() }),
  )
  element.on('ready', () => hosted.classList.add('shown'))
  element.on('loaderror', () => {
    form.hidden = true
    hosted.classList.add('instead')
  })
  form.hidden = false
  document.getElementById('payment-element').replaceChildren()
  element.mount('#payment-element')

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit(stripe, elements)
  })
  form.addEventListener('click', (event) => {
    const offered = event.target.closest('[data-postal-code]')
    if (!offered) return
    document.getElementById('postal-code').value = offered.dataset.postalCode
    form.requestSubmit(button)
  })
}

async function submit(stripe, elements) {
  if (busy) return
  busy = true
  button.setAttribute('aria-busy', 'true')
  slow = setTimeout(() => say(form.dataset.slow), slowAfter)
  const bank = watchForBank()
  try {
    await add(stripe, elements)
  } catch {
    fail(form.dataset.unreachable)
  } finally {
    clearTimeout(slow)
    bank.disconnect()
    busy = false
    button.removeAttribute('aria-busy')
  }
}

async function add(stripe, elements) {
  clearError()
  say(form.dataset.verifying)
  const { error: incomplete } = await elements.submit()
  if (incomplete) return say('')

  setup ??= await begin()
  if (!setup) return
  const { error } = await stripe.confirmSetup({
    elements,
    clientSecret: setup.clientSecret,
    redirect: 'if_required',
    confirmParams: {
      return_url: form.dataset.return,
      payment_method_data: {
        billing_details: {
          address: {
            country: form.elements.country.value,
            postal_code: form.elements.postal_code.value.trim(),
          },
        },
      },
    },
  })
  // Confirmed before, and we did not hear of it: our server asks Stripe what became of it.
  if (error && error.code !== 'setup_intent_unexpected_state') return refused(error)
  say(form.dataset.saving)
  const address = new URL(form.dataset.return)
  address.searchParams.set('setup_intent', setup.setupIntentId)
  location.assign(address)
}

// Stripe lays the bank's question over the page. That something was laid there is all that we learn of it; from
// then on it is the cardholder who takes their time, not Stripe.
function watchForBank() {
  const observer = new MutationObserver((changes) => {
    if (!changes.some(({ addedNodes }) => addedNodes.length > 0)) return
    clearTimeout(slow)
    say(form.dataset.confirming)
  })
  observer.observe(document.body, { childList: true })
  return observer
}

async function begin() {
  const response = await fetch(form.action, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({
      attempt: form.elements.attempt.value,
      'company-id': form.elements['company-id'].value,
    }),
  })
  const answer = response.headers.get('Content-Type')?.includes('json') ? await response.json() : {}
  if (response.ok && answer.clientSecret) return answer
  // Signed out meanwhile: the server shows where to sign in.
  if (response.redirected) return location.assign(response.url)
  fail(answer.message ?? form.dataset.unreachable)
}

// Why, in our words: Stripe recorded it on the setup, and our server reads it from there.
async function refused(error) {
  if (error.type === 'validation_error') return say('')
  const recorded = error.type === 'card_error' || error.type === 'invalid_request_error'
  const fragment = recorded && (await refusalFragment())
  const summary = fragment?.querySelector('.banner')
  if (!summary) return fail(error.message ?? form.dataset.unreachable)
  say('')
  for (const part of fragment.querySelectorAll('[id]')) {
    if (['refusal-summary', 'postal-code-field'].includes(part.id))
      document.getElementById(part.id).replaceWith(part)
  }
  document.querySelector('#refusal-summary .banner').focus()
  markTitle()
}

async function refusalFragment() {
  const address = new URL(form.dataset.refusal, location.href)
  address.searchParams.set('setup_intent', setup.setupIntentId)
  const response = await fetch(address, { headers: { 'HX-Request': 'true' } }).catch(() => undefined)
  if (!response?.ok) return undefined
  return new DOMParser().parseFromString(await response.text(), 'text/html').body
}

function fail(text) {
  say('')
  const summary = document.getElementById('refusal-summary')
  const banner = document.createElement('div')
  banner.className = 'banner error'
  banner.tabIndex = -1
  banner.id = 'problem'
  banner.role = 'group'
  banner.setAttribute('aria-labelledby', 'problem')
  for (const [name, textContent] of [
    ['h2', document.body.dataset.problem],
    ['p', text],
  ]) {
    banner.append(Object.assign(document.createElement(name), { textContent }))
  }
  summary.replaceChildren(banner)
  banner.focus()
  markTitle()
}

function clearError() {
  document.getElementById('refusal-summary').replaceChildren()
  document.title = document.body.dataset.title
}

function markTitle() {
  document.title = document.body.dataset.errorTitle
}

function say(text) {
  status.textContent = text
}

// Stripe's frame cannot see our stylesheet; it is told our colours as the browser computes them.
function appearance() {
  const style = getComputedStyle(document.documentElement)
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const colour = (element, property) => {
    probe.fillStyle = getComputedStyle(element)[property]
    probe.fillRect(0, 0, 1, 1)
    const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data
    return `rgb(${red}, ${green}, ${blue})`
  }
  return {
    theme: dark ? 'night' : 'stripe',
    variables: {
      colorPrimary: colour(button, 'backgroundColor'),
      colorBackground: colour(document.documentElement, 'backgroundColor'),
      colorText: colour(document.documentElement, 'color'),
      fontFamily: style.fontFamily,
      fontSizeBase: style.fontSize,
      borderRadius: getComputedStyle(button).borderRadius,
      spacingUnit: '4px',
    },
    rules: { '.Label': { fontSize: '14px', fontWeight: '600' } },
  }
}
