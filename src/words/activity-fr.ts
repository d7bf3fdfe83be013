import type { activityEn } from './activity-en.ts'
import { of } from './elision.ts'
import type { Widened } from './en.ts'

export const activityFr: Widened<typeof activityEn> = {
  title: 'Journal d’activité',
  intro: (days) =>
    `Qui a fait quoi, quand, depuis où et avec quel résultat. Les entrées sont gardées ${days}\u00a0jours, et personne ne peut les modifier. Les heures sont en UTC.`,
  list: 'Entrées, de la plus récente à la plus ancienne',
  said: {
    'signed in': () => 'Connexion',
    'sign-in failed': () => 'Tentative de connexion',
    'signed out': () => 'Déconnexion',
    'company entered': () => 'Arrivée depuis une autre entreprise',
    'session ended': () => 'Fin d’une session',
    'password changed': () => 'Changement du mot de passe',
    'password set': () => 'Nouveau mot de passe, par un lien',
    'password reset asked': () => 'Demande d’un nouveau mot de passe',
    'password confirmed': () => 'Mot de passe saisi de nouveau',
    'second factor on': () => 'Double authentification activée',
    'second factor off': () => 'Double authentification désactivée',
    'recovery codes made': () => 'Nouveaux codes de secours',
    'recovery code used': () => 'Utilisation d’un code de secours',
    'profile changed': () => 'Changement du profil',
    'member invited': ({ role }) => (role === '' ? 'Invitation' : `Invitation, rôle\u00a0: ${role}`),
    'invitation withdrawn': () => 'Invitation retirée',
    'member joined': ({ role }) =>
      role === '' ? 'Arrivée dans l’entreprise' : `Arrivée dans l’entreprise, rôle\u00a0: ${role}`,
    'role changed': ({ person, role, roleBefore }) => `Rôle ${of(person)}\u00a0: ${of(roleBefore)} à ${role}`,
    'ownership handed over': ({ person }) => `Propriété transmise à ${person}`,
    'member removed': ({ person }) => `Retrait ${of(person)}`,
    'member erased': ({ person }) => `Effacement ${of(person)}`,
    'card added': ({ card, defaultNow }) =>
      defaultNow === '' ? `Ajout ${of(card)}` : `Ajout ${of(card)}, carte par défaut`,
    'card removed': ({ card, defaultNow }) =>
      defaultNow === ''
        ? `Retrait ${of(card)}`
        : `Retrait ${of(card)}\u202f; carte par défaut\u00a0: ${defaultNow}`,
    'default changed': ({ card, cardBefore }) =>
      cardBefore === ''
        ? `Carte par défaut\u00a0: ${card}`
        : `Carte par défaut\u00a0: ${card} au lieu de ${cardBefore}`,
    'order changed': ({ card, place }) => `${card} déplacée en secours ${place}`,
    'backup agreed': ({ card }) => `Accord pour ${card} en secours`,
    charged: ({ card, amount, invoice }) => `Débit de ${amount} sur ${card} pour la ${invoice}`,
    'invoice paid': ({ card, amount, invoice }) =>
      card === ''
        ? `Paiement de la ${invoice}, ${amount}`
        : `Paiement de la ${invoice}, ${amount}, avec ${card}`,
    'billing details changed': () => 'Changement des détails de facturation',
    'second factor required': () => 'Double authentification rendue obligatoire',
    'second factor not required': () => 'Double authentification rendue facultative',
    'data exported': () => 'Export des données de l’entreprise',
    'log exported': () => 'Export du journal d’activité',
    'company erased': () => 'Effacement de l’entreprise',
  },
  kinds: {
    'sign-ins': 'Connexions',
    people: 'Personnes',
    cards: 'Cartes',
    payments: 'Paiements',
    settings: 'Réglages',
  },
  results: { done: 'Fait', refused: 'Refusé', unanswered: 'Sans réponse' },
  reasons: {
    undone: 'Rien n’a été débité.',
    'key refused': 'Stripe n’a pas pris la demande.',
    'unknown for too long': 'Personne ne sait encore si le débit a eu lieu.',
    'unexpected amount': 'Autrement que demandé\u00a0: l’un de nous examine ce paiement.',
    'tax id refused': 'Stripe n’a pas accepté le numéro fiscal.',
    code: 'Le mot de passe était le bon, pas le code.',
    'too often': 'Trop d’essais avaient échoué auparavant.',
    owner: 'Seul le propriétaire décide de la propriété.',
    last: 'Personne d’autre ne gère la facturation.',
    'no right': 'Son rôle ne le permet pas.',
  },
  somebody: 'Une personne qui était ici',
  from: (address) => `depuis ${address}`,
  filters: 'Filtres',
  person: 'Personne',
  everyone: 'Tout le monde',
  kind: 'Action',
  allKinds: 'Toutes',
  result: 'Résultat',
  allResults: 'Tous',
  firstDay: 'Du',
  lastDay: 'Au',
  show: 'Afficher',
  clear: 'Tout afficher',
  faults: {
    'person unknown':
      'Cette personne n’est pas dans le journal\u00a0: ce filtre n’est pas pris en compte. Choisissez-en une dans la liste.',
    'kind unknown':
      'Cette sorte d’action n’existe pas\u00a0: ce filtre n’est pas pris en compte. Choisissez-en une dans la liste.',
    'result unknown':
      'Ce résultat n’existe pas\u00a0: ce filtre n’est pas pris en compte. Choisissez-en un dans la liste.',
    'from malformed':
      'Le premier jour n’est pas pris en compte\u00a0: saisissez-le sous la forme AAAA-MM-JJ.',
    'to malformed': 'Le dernier jour n’est pas pris en compte\u00a0: saisissez-le sous la forme AAAA-MM-JJ.',
    'to backwards': 'Le dernier jour n’est pas pris en compte\u00a0: il est avant le premier.',
    'place malformed': 'Cette adresse ne mène à aucune page du journal\u00a0: en voici le début.',
  },
  empty: 'Rien n’est encore inscrit.',
  noneFound: 'Rien dans le journal ne correspond à ces filtres.',
  newer: 'Plus récentes',
  older: 'Plus anciennes',
  pages: 'Pages du journal',
  csv: 'Télécharger en CSV',
  csvHint: (most) => `${most} entrées au plus, les plus récentes d’abord.`,
  file: 'journal-d-activite',
  columns: {
    at: 'Date et heure',
    who: 'Qui',
    what: 'Quoi',
    result: 'Résultat',
    why: 'Pourquoi',
    address: 'Adresse réseau',
  },
  cut: (most, last) =>
    `Coupé ici après ${most} entrées. Ce qui est antérieur au ${last} n’est pas dans ce fichier\u00a0: choisissez un dernier jour plus ancien pour l’avoir.`,
}
