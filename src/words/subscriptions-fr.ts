import type { subscriptionsEn } from './subscriptions-en.ts'

export const subscriptionsFr: typeof subscriptionsEn = {
  chargedFor: (names) => `Débitée pour\u00a0: ${names}`,
  moving: (name) => `${name} (passe à la carte par défaut)`,
  per: {
    day: (amount) => `${amount} par jour`,
    week: (amount) => `${amount} par semaine`,
    month: (amount) => `${amount} par mois`,
    year: (amount) => `${amount} par an`,
  },
  cardGone: 'Une carte qui n’est plus là',

  question: {
    title: (name) => `Définir ${name} comme carte par défaut\u202f?`,
    becomes: 'Elle sera désormais débitée.',
    confirm: 'Définir comme carte par défaut',
    cancel: 'Annuler',
  },
  others: (count) =>
    count === 1
      ? 'Un abonnement est débité sur une autre carte\u00a0:'
      : `${count} abonnements sont débités sur d’autres cartes\u00a0:`,
  follow: (count) =>
    count === 1
      ? 'Débiter aussi cet abonnement sur la nouvelle carte par défaut'
      : 'Débiter aussi ces abonnements sur la nouvelle carte par défaut',
  used: (count) =>
    count === 1
      ? 'Un abonnement est débité sur cette carte\u00a0:'
      : `${count} abonnements sont débités sur cette carte\u00a0:`,
  instead: (count, card) =>
    count === 1 ? `Il sera désormais débité sur ${card}.` : `Ils seront désormais débités sur ${card}.`,
  notCharged: (count) =>
    count === 1
      ? 'Il ne pourra pas être débité tant que vous n’aurez pas ajouté une autre carte.'
      : 'Ils ne pourront pas être débités tant que vous n’aurez pas ajouté une autre carte.',

  done: {
    followIt: (count) => (count === 1 ? '1 abonnement la suit.' : `${count} abonnements la suivent.`),
    follow: (count, card) =>
      count === 1 ? `1 abonnement suit ${card}.` : `${count} abonnements suivent ${card}.`,
    stranded: (count) =>
      count === 1
        ? '1 abonnement ne peut pas être débité tant que vous n’ajoutez pas une autre carte.'
        : `${count} abonnements ne peuvent pas être débités tant que vous n’ajoutez pas une autre carte.`,
    kept: (count) =>
      count === 1 ? '1 abonnement garde sa propre carte.' : `${count} abonnements gardent leur propre carte.`,
    waiting: (count) =>
      count === 1
        ? 'Stripe n’a pas encore confirmé qu’un abonnement la suit. Nous réessayons.'
        : `Stripe n’a pas encore confirmé que ${count} abonnements la suivent. Nous réessayons.`,
    refused: (count) =>
      count === 1
        ? 'Stripe ne permet pas qu’un abonnement change de carte.'
        : `Stripe ne permet pas que ${count} abonnements changent de carte.`,
  },
}
