// The same words in French. Narrow no-break spaces (\u202f) before ? ! ; and a no-break one (\u00a0) before the colon.

import { accountFr, againFr, codeFr, forgottenFr } from './account-fr.ts'
import { activityFr } from './activity-fr.ts'
import { declinesFr } from './declines-fr.ts'
import type { Words } from './en.ts'
import { guidesFr } from './guides-fr.ts'
import { invoicesFr, refusalsFr } from './invoices-fr.ts'
import { limitsFr } from './limits-fr.ts'
import { mailFr } from './mail-fr.ts'
import { membersFr } from './members-fr.ts'
import { privacyFr } from './privacy-fr.ts'
import { subscriptionsFr } from './subscriptions-fr.ts'

export const fr = {
  languageName: 'Français',
  otherLanguageName: 'English',
  skipLink: 'Aller au contenu',
  sandbox: 'Bac à sable\u00a0: cartes de test uniquement, aucun argent réel.',
  sandboxControl: 'Créer une facture',
  errorTitle: (title: string) => `Erreur\u00a0: ${title}`,
  errorHeading: 'Il y a un problème',
  optional: 'facultatif',
  working: 'La demande est chez Stripe. Cela prend plus de temps que d’habitude…',
  waiting: 'Cela prend plus de temps que d’habitude…',
  unreachable: 'Notre serveur est injoignable. Vérifiez votre connexion et réessayez.',

  userMenu: {
    menu: 'menu du compte',
    settings: 'Réglages de l’entreprise',
    switchTo: (company: string) => `Passer à ${company}`,
    instead: (company) => `Vous êtes maintenant dans l’entreprise ${company}, et rien n’y a été changé.`,
    switched: (company: string) => `Vous êtes maintenant dans l’entreprise ${company}.`,
    account: 'Mon compte',
    signOut: 'Se déconnecter',
  },

  navigation: {
    label: 'Réglages de l’entreprise',
    billingDetails: 'Détails de facturation',
    paymentMethods: 'Moyens de paiement',
    invoices: 'Factures',
    users: 'Utilisateurs',
    activity: 'Journal d’activité',
  },

  signIn: {
    title: 'Se connecter',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    submit: 'Se connecter',
    refused: 'Cette adresse et ce mot de passe ne correspondent à aucun compte.',
    noEmail: 'Saisissez votre adresse e-mail.',
    noPassword: 'Saisissez votre mot de passe.',
    signedOut: 'Votre session est terminée et rien n’a été modifié. Connectez-vous, puis recommencez.',
    tryHeading: 'Comptes d’essai',
    tryIntro: (password: string) =>
      `Dans le bac à sable seulement. Tous les mots de passe sont «\u202f${password}\u202f».`,
    tryAs: (name: string) => `Se connecter en tant que ${name}`,
    roles: {
      owner: 'propriétaire',
      administrator: 'administration',
      billing: 'facturation',
      developer: 'développement',
    },
  },

  password: {
    title: 'Choisir un mot de passe',
    intro: (email: string) => `Pour ${email}. Douze caractères ou plus, n’importe lesquels.`,
    field: 'Nouveau mot de passe',
    submit: 'Enregistrer le mot de passe',
    tooShort: 'Le mot de passe doit comporter douze caractères ou plus.',
    tooLong: 'Le mot de passe peut comporter 200 caractères au plus.',
    obvious:
      'Ce mot de passe reprend surtout votre nom, votre adresse, le nom de votre entreprise ou le nôtre. Choisissez-en un autre.',
    common: 'Ce mot de passe figure sur les listes que l’on essaie en premier. Choisissez-en un autre.',
    linkGone: 'Ce lien a déjà servi ou a expiré',
    linkGoneHelp: 'Demandez-en un nouveau à la personne qui vous l’a envoyé.',
    saved: 'Votre mot de passe est enregistré. Utilisez-le pour vous connecter.',
  },

  details: {
    title: 'Détails de facturation',
    intro: 'Ils figurent sur vos factures.',
    name: 'Nom de l’entreprise',
    line1: 'Adresse',
    line2: 'Complément d’adresse',
    postalCode: 'Code postal',
    city: 'Ville',
    state: 'État ou région',
    country: 'Pays',
    chooseCountry: 'Choisissez un pays',
    taxId: 'Numéro fiscal',
    taxIdHint: 'Votre numéro de TVA en Europe, EIN aux États-Unis, ABN en Australie…',
    email: 'Adresse e-mail pour les factures',
    submit: 'Enregistrer',
    saved: 'Détails de facturation enregistrés.',
    unanswered:
      'Stripe n’a pas répondu. Vos modifications ne sont peut-être pas enregistrées\u00a0: vérifiez-les ici dans une minute.',
    refused: 'Stripe n’a pas accepté ces détails. Vérifiez-les et réessayez.',
    tooLong: 'Saisissez 200 caractères au plus.',
    faults: {
      'name missing': 'Saisissez le nom de l’entreprise.',
      'email missing': 'Saisissez l’adresse à laquelle envoyer les factures.',
      'email malformed': 'Saisissez une adresse e-mail, par exemple compta@nom.example.',
      'country unknown': 'Choisissez un pays dans la liste.',
      'taxId no country': 'Choisissez le pays auquel appartient le numéro fiscal.',
      'taxId no such number':
        'Nous ne savons pas encore garder de numéro fiscal pour ce pays. Laissez le champ vide.',
      'taxId malformed': 'Ceci ne ressemble pas à un numéro fiscal de ce pays. Vérifiez-le.',
    },
  },

  brands: {
    amex: 'American Express',
    cartes_bancaires: 'Cartes Bancaires',
    diners: 'Diners Club',
    discover: 'Discover',
    eftpos_au: 'Eftpos Australie',
    jcb: 'JCB',
    link: 'Link',
    mastercard: 'Mastercard',
    unionpay: 'UnionPay',
    visa: 'Visa',
    sepa_debit: 'Prélèvement SEPA',
    us_bank_account: 'Compte bancaire',
    bacs_debit: 'Prélèvement Bacs',
    acss_debit: 'Compte bancaire',
  },
  otherBrand: 'Moyen de paiement',

  methods: {
    title: 'Moyens de paiement',
    ending: 'se terminant par',
    name: (brand, last4) => (last4 === null ? brand : `${brand} se terminant par ${last4}`),
    nameAdded: (name, date) => `${name}, ajoutée le ${date}`,
    list: 'Vos moyens de paiement',
    chargedNext: {
      none: 'Aucune carte pour l’instant\u00a0: rien ne peut être débité.',
      one: 'Nous débitons cette carte pour chaque facture.',
      oneStays: 'Nous débitons votre carte par défaut.',
      defaultAlone:
        'Nous débitons votre carte par défaut. Les autres ne sont débitées à sa place que si vous l’acceptez.',
      several:
        'Nous débitons votre carte par défaut. Si c’est impossible, nous essayons les autres dans cet ordre.',
    },
    add: 'Ajouter un moyen de paiement',
    empty:
      'Vous n’avez pas encore de moyen de paiement. Ajoutez une carte\u00a0: elle deviendra la carte par défaut.',
    backupHint:
      'Ajoutez une deuxième carte\u00a0: si la première ne peut pas être débitée, nous essayons la deuxième avant que votre service soit touché.',
    default: 'Par défaut',
    backup: (place) => `Secours ${place}`,
    notBackup: 'Hors secours',
    notBackupHelp:
      'Cette carte a été ajoutée ailleurs que sur cette page. Elle n’est débitée à la place d’une autre que si vous l’acceptez.',
    useAsBackup: 'Utiliser en secours…',
    expires: 'Expire fin',
    expiresSoon: 'Expire bientôt\u00a0:',
    expired: 'Expirée',
    lastCharge: {
      succeeded: (amount) => `Dernier débit\u00a0: ${amount}, payé`,
      failed: (amount) => `Dernier débit\u00a0: ${amount}, refusé`,
    },
    leaving: 'En cours de retrait',
    leavingHelp:
      'Stripe n’a pas encore confirmé. Nous réessayons de nous-mêmes\u202f; cette carte n’est plus une carte de secours.',
    leavingDefaultHelp:
      'Stripe n’a pas encore confirmé. Nous réessayons de nous-mêmes\u202f; d’ici là, cette carte peut encore être débitée.',
    awaited: 'Devient la carte par défaut\u00a0: Stripe n’a pas encore confirmé.',
    processing: 'Une nouvelle carte est en cours de vérification.',
    processingLong:
      'Stripe vérifie encore une nouvelle carte. Cela peut prendre un moment\u202f; vous pouvez quitter cette page.',
    unverified: (date) =>
      `La carte dont vous avez commencé l’ajout le ${date} n’a pas pu être vérifiée. Réessayez, ou ajoutez-en une autre.`,
    refresh: 'Actualiser',
    upToDate: 'La liste est à jour.',
    twin: (date) => `La même carte est déjà là, ajoutée le ${date}.`,
    keepBoth: 'Garder les deux',
    actions: (name) => `Actions pour ${name}`,
    setDefault: 'Définir comme carte par défaut',
    remove: 'Retirer…',
    moveUp: (name) => `Monter ${name}`,
    moveDown: (name) => `Descendre ${name}`,
    done: {
      default: (name) => `${name} est maintenant votre carte par défaut.`,
      alreadyDefault: (name) => `${name} est votre carte par défaut.`,
      moved: (name, place) => `${name} est maintenant le secours ${place}.`,
      stayed: (name) => `${name} garde sa place.`,
      removed: (name) => `${name} est retirée.`,
      removedNewDefault: (name, other) =>
        `${name} est retirée. ${other} est maintenant votre carte par défaut.`,
      added: (name) => `${name} est ajoutée.`,
      addedDefault: (name) => `${name} est ajoutée. C’est votre carte par défaut.`,
      keptBoth: 'Les deux cartes sont gardées.',
      backup: (name) => `${name} est maintenant une carte de secours.`,
    },
    failed: {
      default: (name) =>
        `Stripe n’a pas répondu\u00a0: nous ne savons pas encore si ${name} est votre carte par défaut. Cette page le dira dans un instant.`,
      removal: (name) =>
        `Stripe n’a pas répondu. ${name} n’est plus une carte de secours, et nous réessayons jusqu’à ce qu’elle soit retirée.`,
      removalOfDefault: (name) =>
        `Stripe n’a pas répondu. Nous réessayons jusqu’à ce que ${name} soit retirée\u202f; d’ici là, elle peut encore être débitée.`,
      gone: (name) => `${name} ne fait plus partie de vos moyens de paiement.`,
    },
  },

  removal: {
    title: (brand, last4) => `Retirer la carte ${brand} se terminant par ${last4}\u202f?`,
    titleOfOther: (name) => `Retirer ${name}\u202f?`,
    becomesDefault: (other) => `${other} devient votre carte par défaut et sera désormais débitée.`,
    staysDefault: (other) => `${other} reste votre carte par défaut.`,
    nothingLeft:
      'C’est votre seule carte\u00a0: vos prochaines factures ne pourront pas être payées tant que vous n’en aurez pas ajouté une autre.',
    noUndo: 'Pour réutiliser cette carte, il faudrait la saisir de nouveau.',
    confirm: 'Retirer la carte',
    cancel: 'Garder la carte',
  },

  backup: {
    title: (name) => `Utiliser ${name} en secours\u202f?`,
    confirm: 'Accepter et utiliser en secours',
    cancel: 'Annuler',
  },

  add: {
    title: 'Ajouter un moyen de paiement',
    intro:
      'Vous saisissez votre carte dans le formulaire de Stripe. Son numéro va de votre navigateur à Stripe sans jamais passer par nous.',
    loading: 'Chargement du formulaire de Stripe…',
    noScript:
      'Votre navigateur ne peut pas afficher le formulaire de Stripe sur cette page. Vous pouvez ajouter votre carte sur la page de Stripe, qui n’a pas besoin de JavaScript.',
    hosted: 'Continuer sur la page de Stripe',
    hostedAlternative: 'Un souci avec ce formulaire\u202f?',
    country: 'Pays de l’adresse de facturation de la carte',
    postalCode: 'Code postal',
    abroad: 'Carte d’un autre pays\u202f? Sa banque attend peut-être le code postal sans les lettres.',
    abroadLink: 'Cartes d’un autre pays',
    submit: 'Ajouter une carte',
    cancel: 'Annuler',
    status: {
      verifying: 'Vérification de votre carte…',
      confirming: 'En attente de la confirmation de votre banque…',
      saving: 'Enregistrement de votre carte…',
      slow: 'Stripe met plus de temps que d’habitude. Patientez, sans appuyer de nouveau.',
    },
    unreachable:
      'Notre serveur est injoignable. Vérifiez votre connexion et réessayez\u00a0: rien n’est ajouté deux fois.',
    unanswered: 'Stripe n’a pas répondu. Rien n’a été enregistré\u202f; réessayez dans un instant.',
    unansweredReturn:
      'Stripe n’a pas répondu\u00a0: nous ne savons pas encore si votre carte est enregistrée. Si elle l’est, elle apparaîtra ici d’elle-même.',
    open: 'Votre carte n’a pas été ajoutée\u00a0: Stripe l’attend encore. Vous pouvez recommencer.',
    canceled: 'L’ajout de cette carte a été annulé. Vous pouvez recommencer.',
    missing: 'Nous ne connaissons pas cette carte. Vous pouvez recommencer.',
    removed: 'Cette carte a été retirée depuis.',
    postalCodeField: 'Votre banque a refusé ce code postal.',
    postalCodeOffer: 'Certaines banques n’attendent que les chiffres\u00a0:',
    postalCodeUse: (code) => `Réessayer avec ${code}`,
    postalCodeNothingLeft:
      'Votre banque a peut-être une autre adresse pour vous. Demandez-lui quel code postal elle connaît.',
  },

  cvc: {
    heading: 'Où se trouve le code de sécurité\u202f?',
    back: 'Trois chiffres au dos de la carte',
    front: 'American Express\u00a0: quatre chiffres sur le devant',
  },

  account: accountFr,
  again: againFr,
  code: codeFr,
  forgotten: forgottenFr,
  declines: declinesFr,
  refusals: refusalsFr,
  invoices: invoicesFr,
  guides: guidesFr,
  mail: mailFr,
  members: membersFr,
  subscriptions: subscriptionsFr,
  privacy: privacyFr,
  limits: limitsFr,
  activity: activityFr,

  errors: {
    notFound: { title: 'Page introuvable', text: 'Cette page n’existe pas, ou vous n’y avez pas accès.' },
    forbidden: {
      title: 'Accès refusé',
      text: 'Votre rôle dans cette entreprise ne comprend pas les paiements. Son propriétaire peut le changer.',
    },
    erasing: {
      title: 'En cours d’effacement',
      text: 'Le propriétaire de cette entreprise a demandé son effacement. Ses pages sont fermées, et plus rien n’est débité.',
    },
    notForRole: {
      title: 'Accès refusé',
      text: 'Votre rôle dans cette entreprise ne comprend pas cette page. Son propriétaire peut le changer.',
    },
    crossSite: {
      title: 'Demande refusée',
      text: 'Cette demande venait d’un autre site. Revenez à la page et recommencez depuis là.',
    },
    badRequest: {
      title: 'Demande incomprise',
      text: 'Revenez en arrière, vérifiez votre saisie et recommencez.',
    },
    tooLarge: {
      title: 'Trop à la fois',
      text: 'L’envoi est trop volumineux. Revenez en arrière et raccourcissez-le.',
    },
    tooMany: {
      title: 'Trop d’essais',
      text: 'Cela a été fait trop souvent en peu de temps. Patientez un peu et réessayez.',
    },
    unavailable: {
      title: 'Indisponible pour le moment',
      text: 'Nous ne pouvons rien enregistrer pour l’instant. Rien n’a été modifié\u202f; réessayez dans une minute.',
    },
    internal: {
      title: 'Une erreur s’est produite',
      text: 'C’est notre faute. Réessayez.',
    },
    home: 'Retour à l’accueil',
  },
} satisfies Words
