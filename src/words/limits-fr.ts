// The same words in French.

import type { Words } from './en.ts'

export const limitsFr = {
  any: (wait) => `Cela a été fait trop souvent en peu de temps. Réessayez ${wait}.`,
  signIn: (wait) =>
    `Trop d’essais de connexion ont échoué. Réessayez ${wait}\u00a0: rien n’est bloqué définitivement.`,
  adding: (wait) =>
    `Des cartes ont été ajoutées trop souvent en peu de temps\u202f; rien n’a été envoyé à Stripe. Réessayez ${wait}.`,
  paying: (wait) =>
    `Des paiements ont été essayés trop souvent en peu de temps. Rien n’a été débité cette fois. Réessayez ${wait}.`,
  link: (wait) => `Trop de liens qui ont déjà servi ou ont expiré ont été essayés. Réessayez ${wait}.`,
} satisfies Words['limits']
