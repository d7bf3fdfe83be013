// What the hosted pages may ask of the sandbox: saving a card with a person in front of it.
import type Stripe from 'stripe'
import type { ErrorBody } from './errors/error-body.ts'

export interface CardConfirmation {
  card: {
    number: string
    /** As typed or as numbers; two-digit years are read as Stripe reads them. */
    expMonth: string | number
    expYear: string | number
    cvc?: string
    /** The cardholder's choice on a co-branded card: 'cartes_bancaires', 'visa' or 'mastercard'. */
    preferredNetwork?: string
  }
  billing?: {
    name?: string
    email?: string
    country?: string
    postalCode?: string
  }
  /** Where the 3-D Secure page sends the person afterwards; without one it cannot send them anywhere. */
  returnUrl?: string
}

/** The setup intent after the call, and why it was refused if it was. */
export type Confirmed =
  | { outcome: 'accepted'; setupIntent: Stripe.SetupIntent }
  | { outcome: 'refused'; error: ErrorBody }

export interface SetupFlow {
  setupIntent(id: string): Stripe.SetupIntent | undefined
  setupIntentByClientSecret(clientSecret: string): Stripe.SetupIntent | undefined

  /**
   * Accepted means: status `succeeded`, `processing`, or `requires_action` with
   * `next_action.redirect_to_url.url` (the 3-D Secure page). A decline is refused with Stripe's error body
   * and leaves `last_setup_error` on the setup intent, which may then be confirmed again.
   */
  confirmSetupIntent(id: string, confirmation: CardConfirmation): Confirmed

  /** Answers the 3-D Secure question. Undefined where no question is open on this setup intent. */
  settleAuthentication(id: string, answer: 'passed' | 'failed'): Stripe.SetupIntent | undefined

  /**
   * The return_url given at the confirmation, with `setup_intent`, `setup_intent_client_secret` and
   * `redirect_status` appended as Stripe appends them. Undefined where none was given.
   */
  returnAddress(setupIntentId: string): string | undefined

  checkoutSession(id: string): Stripe.Checkout.Session | undefined

  /**
   * Undefined unless the session is open and its setup intent has succeeded or is processing.
   * Emits checkout.session.completed.
   */
  completeSession(id: string): Stripe.Checkout.Session | undefined

  /** Undefined unless the session is open. */
  expireSession(id: string): Stripe.Checkout.Session | undefined

  /** The session's success_url with `{CHECKOUT_SESSION_ID}` filled in. */
  successAddress(session: Stripe.Checkout.Session): string
}
