// Stripe's codes in the reader's words. Source: Stripe's lists of error codes and of decline codes; those that
// hint at fraud say no more than a plain refusal, as Stripe asks.

export const declinesEn = {
  other: 'Your bank refused this card. Try another card, or ask your bank why.',
  unknown: 'This card could not be added. Check what you entered, or try another card.',
  incorrect_number: 'The card number is not right. Check it.',
  invalid_number: 'The card number is not right. Check it.',
  incorrect_cvc: 'The security code is not right. Check it.',
  invalid_cvc: 'The security code is not right. Check it.',
  invalid_expiry_month: 'The expiry date is not right. Check it.',
  invalid_expiry_year: 'The expiry date is not right. Check it.',
  expired_card: 'This card has expired. Try another card.',
  incorrect_zip: 'Your bank refused the postal code.',
  insufficient_funds: 'There is not enough money on this card. Try another card.',
  card_velocity_exceeded: 'This card has reached its limit. Try another card, or try again tomorrow.',
  processing_error: 'The bank could not process this card. Try again in a moment.',
  issuer_not_available: 'The bank does not answer. Try again in a moment, or try another card.',
  card_not_supported: 'This card cannot be used for this kind of payment. Try another card.',
  setup_intent_authentication_failure:
    'Your bank could not confirm that it is you. Try again, or try another card.',
  authentication_required: 'Your bank wants you to confirm. Try again and follow its instructions.',
}
