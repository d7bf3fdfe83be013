import type { declinesEn } from './declines-en.ts'

export const declinesFr: Record<keyof typeof declinesEn, string> = {
  other: 'Votre banque a refusé cette carte. Essayez une autre carte, ou demandez-lui pourquoi.',
  unknown: 'Cette carte n’a pas pu être ajoutée. Vérifiez votre saisie, ou essayez une autre carte.',
  incorrect_number: 'Le numéro de carte est inexact. Vérifiez-le.',
  invalid_number: 'Le numéro de carte est inexact. Vérifiez-le.',
  incorrect_cvc: 'Le code de sécurité est inexact. Vérifiez-le.',
  invalid_cvc: 'Le code de sécurité est inexact. Vérifiez-le.',
  invalid_expiry_month: 'La date d’expiration est inexacte. Vérifiez-la.',
  invalid_expiry_year: 'La date d’expiration est inexacte. Vérifiez-la.',
  expired_card: 'Cette carte a expiré. Essayez une autre carte.',
  incorrect_zip: 'Votre banque a refusé le code postal.',
  insufficient_funds: 'La provision de cette carte est insuffisante. Essayez une autre carte.',
  card_velocity_exceeded: 'Cette carte a atteint son plafond. Essayez une autre carte, ou réessayez demain.',
  processing_error: 'La banque n’a pas pu traiter cette carte. Réessayez dans un instant.',
  issuer_not_available: 'La banque ne répond pas. Réessayez dans un instant, ou essayez une autre carte.',
  card_not_supported: 'Cette carte n’accepte pas ce type de paiement. Essayez une autre carte.',
  setup_intent_authentication_failure:
    'Votre banque n’a pas pu confirmer votre identité. Réessayez, ou essayez une autre carte.',
  authentication_required:
    'Votre banque vous demande une confirmation. Réessayez et suivez ses instructions.',
}
