// The bank's question about a payment, asked by Stripe over this page. What came of it the server asks Stripe itself.

const confirmation = document.getElementById('confirmation')
const confirmButton = document.getElementById('confirm-payment')
const confirmStatus = document.getElementById('status')
const { key, secret, waiting, saving } = confirmation.dataset

let confirming = false

if (window.Stripe) {
  const stripe = window.Stripe(key, { locale: document.documentElement.lang })
  confirmButton.addEventListener('click', () => void confirm(stripe))
  // Who pressed "pay" a moment ago expects the bank; who comes back with a banner has just sent it away.
  if (!document.querySelector('#banner .banner')) void confirm(stripe)
} else {
  // Stripe's script did not come: its own page asks the same.
  document.querySelector('.without-script').classList.add('instead')
  confirmation.hidden = true
}

async function confirm(stripe) {
  if (confirming) return
  confirming = true
  confirmButton.setAttribute('aria-busy', 'true')
  confirmStatus.textContent = waiting
  try {
    await stripe.handleNextAction({ clientSecret: secret })
  } catch {
    // Nothing is asked any more: it was answered in another window, or paid with another card.
  }
  confirmStatus.textContent = saving
  location.assign(confirmation.dataset.return)
}
