// How a card can be told to behave, in words. The page offers these; the control API takes them all.
import type { BehaviourName } from '../../cards/behaviours.ts'
import type { Language } from '../words/language.ts'

const en = {
  succeeds: 'Pays',
  fails_when_charged: 'Declined',
  insufficient_funds_when_charged: 'Declined: insufficient funds',
  do_not_honor_when_charged: 'Declined: bank gives no reason',
  issuer_not_available_when_charged: 'Declined: bank cannot be reached',
  incorrect_cvc_when_charged: 'Declined: card details must be confirmed',
  expired_when_charged: 'Declined: expired',
  lost_when_charged: 'Declined: lost card, never again',
  stolen_when_charged: 'Declined: stolen card, never again',
  fraudulent_when_charged: 'Declined: suspected fraud',
  blocked_by_radar: 'Blocked as too risky',
  asks_always: 'Asks for 3-D Secure',
  declines_when_away: 'Declined unless its holder is there',
} satisfies Partial<Record<BehaviourName, string>>

const fr: typeof en = {
  succeeds: 'Paie',
  fails_when_charged: 'Refusée',
  insufficient_funds_when_charged: 'Refusée : fonds insuffisants',
  do_not_honor_when_charged: 'Refusée : la banque ne dit pas pourquoi',
  issuer_not_available_when_charged: 'Refusée : banque injoignable',
  incorrect_cvc_when_charged: 'Refusée : coordonnées à confirmer',
  expired_when_charged: 'Refusée : carte expirée',
  lost_when_charged: 'Refusée : carte perdue, plus jamais',
  stolen_when_charged: 'Refusée : carte volée, plus jamais',
  fraudulent_when_charged: 'Refusée : fraude soupçonnée',
  blocked_by_radar: 'Bloquée : trop risquée',
  asks_always: 'Demande 3-D Secure',
  declines_when_away: 'Refusée en l’absence du titulaire',
}

export const behaviourWords: Record<Language, Partial<Record<BehaviourName, string>>> = { en, fr }
