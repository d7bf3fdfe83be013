// What the cardholder reads, by Stripe's codes. Where a decline code has a line it wins over the code.

const english = {
  incomplete_number: 'Your card number is incomplete.',
  invalid_number: 'Your card number is invalid.',
  incorrect_number: 'Your card number is incorrect.',
  incomplete_expiry: 'Your card’s expiration date is incomplete.',
  invalid_expiry_month: 'Your card’s expiration date is invalid.',
  invalid_expiry_year: 'Your card’s expiration year is invalid.',
  invalid_expiry_year_past: 'Your card’s expiration year is in the past.',
  invalid_expiry_month_past: 'Your card’s expiration date is in the past.',
  incomplete_cvc: 'Your card’s security code is incomplete.',
  incorrect_cvc: 'Your card’s security code is incorrect.',
  invalid_cvc: 'Your card’s security code is invalid.',
  incomplete_zip: 'Your postal code is incomplete.',
  incorrect_zip: 'Your card’s postal code failed validation.',
  card_declined: 'Your card was declined.',
  insufficient_funds: 'Your card has insufficient funds.',
  expired_card: 'Your card has expired.',
  processing_error: 'An error occurred while processing your card. Try again in a little bit.',
  authentication_required: 'Your card was declined. This transaction requires authentication.',
  card_not_supported: 'Your card is not supported.',
  setup_intent_authentication_failure:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  payment_intent_authentication_failure:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  api_connection_error:
    'We are experiencing issues connecting to our payments provider. Please check your connection and try again.',
  api_error: 'An unexpected error occurred. Please try again.',
}

const french = {
  incomplete_number: 'Votre numéro de carte est incomplet.',
  invalid_number: 'Votre numéro de carte est invalide.',
  incorrect_number: 'Votre numéro de carte est incorrect.',
  incomplete_expiry: 'La date d’expiration de votre carte est incomplète.',
  invalid_expiry_month: 'La date d’expiration de votre carte est invalide.',
  invalid_expiry_year: 'L’année d’expiration de votre carte est invalide.',
  invalid_expiry_year_past: 'L’année d’expiration de votre carte est passée.',
  invalid_expiry_month_past: 'La date d’expiration de votre carte est passée.',
  incomplete_cvc: 'Le code de sécurité de votre carte est incomplet.',
  incorrect_cvc: 'Le code de sécurité de votre carte est incorrect.',
  invalid_cvc: 'Le code de sécurité de votre carte est invalide.',
  incomplete_zip: 'Votre code postal est incomplet.',
  incorrect_zip: 'La vérification du code postal de votre carte a échoué.',
  card_declined: 'Votre carte a été refusée.',
  insufficient_funds: 'Votre carte ne dispose pas de fonds suffisants.',
  expired_card: 'Votre carte est expirée.',
  processing_error:
    'Une erreur s’est produite lors du traitement de votre carte. Réessayez dans quelques instants.',
  authentication_required: 'Votre carte a été refusée. Ce paiement demande une authentification.',
  card_not_supported: 'Votre carte n’est pas prise en charge.',
  setup_intent_authentication_failure:
    'Nous ne sommes pas en mesure d’authentifier votre moyen de paiement. Veuillez choisir un autre moyen de paiement et réessayer.',
  payment_intent_authentication_failure:
    'Nous ne sommes pas en mesure d’authentifier votre moyen de paiement. Veuillez choisir un autre moyen de paiement et réessayer.',
  api_connection_error:
    'Nous rencontrons des difficultés pour joindre notre prestataire de paiement. Vérifiez votre connexion et réessayez.',
  api_error: 'Une erreur inattendue s’est produite. Veuillez réessayer.',
}

export function languageOf(locale) {
  return /^fr\b/i.test(locale ?? '') ? 'fr' : 'en'
}

export function refusalMessage(locale, code, declineCode) {
  const messages = languageOf(locale) === 'fr' ? french : english
  return messages[declineCode] ?? messages[code]
}
