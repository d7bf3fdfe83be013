import type { Assertions } from './assertion.ts'

export const forms: Assertions = {
  50: {
    text: 'bad postal code, as any bad field: aria-invalid, message by aria-describedby, value kept',
    scope: 'pages',
    elsewhere: 'no field is at fault there',
  },
  51: {
    text: 'the error summary’s links focus their fields',
    scope: 'pages',
    elsewhere: 'there is no summary, or none of its faults has a field',
  },
  52: {
    text: 'title starts with “Erreur :” / “Error:”',
    scope: 'pages',
    elsewhere: 'nothing went wrong there',
  },
  53: {
    text: 'visible labels and autocomplete everywhere',
    scope: 'pages',
    elsewhere: 'the page has no field',
  },
  54: {
    text: 'sign-in has username, current-password; paste works',
    scope: 'walks',
    elsewhere: 'walked on the sign-in page',
  },
  55: {
    text: 'add-card without JavaScript explains itself and offers Stripe’s hosted page',
    scope: 'walks',
    elsewhere: 'walked on the add page',
  },
  56: {
    text: 'Stripe.js is requested on the add-card and confirm-payment pages and nowhere else',
    scope: 'pages',
    elsewhere: 'the gallery has no account with Stripe',
  },
  57: {
    text: 'JS: every Stripe frame has a title',
    scope: 'pages',
    elsewhere: 'no frame of Stripe’s is on the page',
  },
}
