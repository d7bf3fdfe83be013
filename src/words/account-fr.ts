import type { accountEn, againEn, codeEn, forgottenEn } from './account-en.ts'

type Translated<T> = T extends string ? string : T extends (...words: infer A) => string ? (...words: A) => string : { readonly [K in keyof T]: Translated<T[K]> } // biome-ignore format: one thought

export const accountFr: Translated<typeof accountEn> = {
  title: 'Mon compte',
  lead: (email) => `Vous vous connectez avec ${email}.`,
  save: 'Enregistrer',
  profile: 'Profil',
  name: 'Nom',
  nameMissing: 'Saisissez votre nom.',
  nameTooLong: 'Le nom peut comporter 200 caractères au plus.',
  nameSaved: 'Votre nom est enregistré.',
  language: 'Langue',
  languageOfBrowser: 'Celle de mon navigateur',
  languageSaved: 'Votre langue est enregistrée.',

  passwordHeading: 'Mot de passe',
  passwordIntro:
    'Douze caractères ou plus, n’importe lesquels. Partout ailleurs où vous êtes connecté, vous serez déconnecté.',
  current: 'Mot de passe actuel',
  currentMissing: 'Saisissez votre mot de passe actuel.',
  currentWrong: 'Ce n’est pas votre mot de passe actuel.',
  next: 'Nouveau mot de passe',
  changePassword: 'Changer le mot de passe',
  passwordChanged: 'Votre mot de passe est changé. Vous êtes déconnecté partout ailleurs.',

  sessionsHeading: 'Où vous êtes connecté',
  thisSession: 'Cette session',
  signedIn: 'Connecté le',
  lastUsed: 'dernier usage le',
  place: (address) => `depuis ${address}`,
  device: (browser, system) =>
    browser && system ? `${browser} sur ${system}` : (browser ?? system ?? 'Appareil inconnu'),
  end: 'Déconnecter',
  endNamed: (device) => `Déconnecter ${device}`,
  endOthers: 'Déconnecter partout ailleurs',
  ended: 'Cette session est déconnectée.',
  endedOthers: 'Vous êtes déconnecté partout ailleurs.',
  endedBefore: 'Cette session était déjà terminée.',

  securityHeading: 'Sécurité de l’entreprise',
  securityLink: (company) => `Qui a besoin de la double authentification chez ${company}`,

  factor: {
    title: 'Double authentification',
    heading: 'Double authentification',
    intro:
      'Un code de votre téléphone en plus du mot de passe\u00a0: qui apprend votre mot de passe ne peut toujours pas se connecter à votre place.',
    on: 'Activée',
    off: 'Désactivée',
    toSetUp: 'Activer la double authentification',
    toManage: 'Gérer la double authentification',
    back: 'Mon compte',
    required: (company) =>
      `L’entreprise ${company} exige la double authentification de chacun. Activez la vôtre pour continuer\u202f; vous pouvez aussi vous déconnecter ou passer à une autre entreprise.`,
    begin: 'Commencer',
    first:
      'Installez une application d’authentification sur votre téléphone, par exemple Aegis, 2FAS, Google Authenticator ou votre gestionnaire de mots de passe.',
    second: 'Faites-lui lire cette image, ou saisissez la clé.',
    picture: 'Image pour votre application d’authentification',
    key: 'Clé',
    account: 'Compte',
    third: 'Saisissez le code à six chiffres qu’elle affiche.',
    code: 'Code',
    codeHint: 'Six chiffres',
    turnOn: 'Activer',
    codeRefused:
      'Ce code n’est pas le bon. Vérifiez que votre téléphone est à l’heure, puis saisissez le code qu’il affiche maintenant.',
    gone: 'Cette image a expiré. Recommencez.',
    since: (date) => `Activée depuis le ${date}.`,
    recoveryHeading: 'Codes de secours',
    left: (count) =>
      count === 0
        ? 'Il ne vous reste aucun code de secours\u00a0: sans votre téléphone, vous ne pourriez pas vous connecter. Créez-en de nouveaux.'
        : `Il vous reste ${count} ${count === 1 ? 'code' : 'codes'}, pour le jour où vous n’aurez pas votre téléphone.`,
    renew: 'Créer de nouveaux codes',
    renewHelp: 'De nouveaux codes remplacent ceux que vous avez.',
    offHeading: 'Désactiver la double authentification',
    offHelp: 'Votre mot de passe seul suffira de nouveau pour vous connecter. Nous vous le demandons avant.',
    offRequired: (company) =>
      `L’entreprise ${company} exige la double authentification\u00a0: sans elle, vous n’en verrez plus rien.`,
    turnOff: 'Désactiver',
    turnedOn: 'La double authentification est activée.',
    turnedOff: 'La double authentification est désactivée.',
    isOn: 'La double authentification est déjà activée.',
    isOff: 'La double authentification est déjà désactivée.',
  },

  codes: {
    title: 'Codes de secours',
    intro:
      'Gardez ces codes là où vous gardez ce qu’il ne faut pas perdre\u00a0: dans votre gestionnaire de mots de passe, ou imprimés. Chacun permet de se connecter une fois sans votre téléphone.',
    once: 'Nous ne les affichons que cette fois.',
    list: 'Vos codes de secours',
    made: 'Vos nouveaux codes sont créés. Les précédents ne sont plus valables.',
    kept: 'Je les ai gardés',
  },

  security: {
    title: 'Sécurité de l’entreprise',
    heading: 'Double authentification pour tous',
    intro: (company) =>
      `Décidez si les personnes de l’entreprise ${company} doivent saisir un code de leur téléphone en plus de leur mot de passe.`,
    required:
      'Exigée\u00a0: qui ne l’a pas activée doit le faire avant de voir quoi que ce soit de l’entreprise.',
    notRequired: 'Pas exigée\u00a0: chacun décide pour soi.',
    without: (without, people) =>
      without === 0
        ? 'Tout le monde l’a activée.'
        : without === 1
          ? `Une personne sur ${people} ne l’a pas encore activée.`
          : `${without} personnes sur ${people} ne l’ont pas encore activée.`,
    require: 'Exiger la double authentification',
    release: 'Ne plus l’exiger',
    nowRequired: 'La double authentification est désormais exigée de tous.',
    nowNotRequired: 'La double authentification n’est plus exigée.',
    own: 'Vous ne l’avez pas activée vous-même\u00a0: vous le feriez juste après.',
  },

  mail: {
    seeAccount: 'Voir votre compte',
    why: 'Vous recevez ce message parce qu’il concerne votre compte.',
    notYou: 'Si ce n’était pas vous',
    undo: 'Choisissez tout de suite un nouveau mot de passe par «\u202fMot de passe oublié\u202f?\u202f» sur la page de connexion, et prévenez le propriétaire de votre entreprise.',
    changed: {
      news: 'Votre mot de passe a été changé',
      what: 'Le mot de passe de votre compte a été changé. Vous êtes déconnecté partout où vous étiez connecté.',
    },
    reset: {
      news: 'Choisissez un nouveau mot de passe',
      what: 'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte.',
      toDo: 'Ce lien est valable une heure, une seule fois.',
      action: 'Choisir un nouveau mot de passe',
      gone: 'Le lien est parti avec ce message, ou il a expiré. Vous pouvez en demander un autre.',
      again: 'Demander un nouveau lien',
      notYou: 'Si vous n’avez rien demandé',
      nothing: 'Ne faites rien\u00a0: votre mot de passe reste tel quel.',
    },
    on: {
      news: 'La double authentification est activée',
      what: 'Désormais, vous vous connectez avec votre mot de passe et un code de votre téléphone.',
    },
    off: {
      news: 'La double authentification est désactivée',
      what: 'Désormais, votre mot de passe seul suffit pour vous connecter.',
    },
    made: {
      news: 'Vous avez de nouveaux codes de secours',
      what: 'Dix codes de secours ont été créés pour votre compte. Les précédents ne sont plus valables.',
    },
    used: {
      news: 'Un code de secours a servi',
      what: (left) =>
        left === 0
          ? 'Un code de secours a servi à se connecter à votre compte. C’était le dernier\u00a0: créez-en de nouveaux.'
          : `Un code de secours a servi à se connecter à votre compte. Il en reste ${left}.`,
    },
  },
}

export const againFr: Translated<typeof againEn> = {
  title: 'Saisissez de nouveau votre mot de passe',
  intro: 'Avant de continuer, nous vérifions que c’est bien vous.',
  password: 'Mot de passe',
  submit: 'Confirmer',
  cancel: 'Annuler',
  missing: 'Saisissez votre mot de passe.',
  refused: 'Ce n’est pas votre mot de passe.',
  tooOften: (wait) => `Trop d’essais. Réessayez ${wait}.`,
}

export const codeFr: Translated<typeof codeEn> = {
  title: 'Saisissez votre code',
  intro:
    'Votre mot de passe est le bon. Saisissez maintenant le code à six chiffres que votre application d’authentification affiche.',
  label: 'Code',
  submit: 'Se connecter',
  refused:
    'Ce code n’est pas le bon, ou il a déjà servi. Saisissez celui que votre application affiche maintenant.',
  recoveryTitle: 'Saisissez un code de secours',
  recoveryIntro:
    'Votre mot de passe est le bon. Saisissez maintenant l’un des codes de secours que vous avez gardés. Il ne servira plus ensuite.',
  recoveryLabel: 'Code de secours',
  recoveryHint: 'Par exemple k7m2-9xqp-4hrt',
  recoveryRefused: 'Ce code de secours n’est pas le bon, ou il a déjà servi.',
  useRecovery: 'Je n’ai pas mon téléphone\u00a0: utiliser un code de secours',
  useCode: 'Utiliser le code de mon téléphone',
  startOver: 'Recommencer',
  tooLate: 'Cela a pris trop de temps. Reconnectez-vous.',
  tooMany: 'Trop de codes erronés. Reconnectez-vous.',
}

export const forgottenFr: Translated<typeof forgottenEn> = {
  link: 'Mot de passe oublié\u202f?',
  title: 'Mot de passe oublié',
  intro:
    'Saisissez l’adresse avec laquelle vous vous connectez. Nous vous envoyons un lien pour choisir un nouveau mot de passe.',
  submit: 'Envoyer le lien',
  malformed: 'Saisissez votre adresse e-mail, par exemple nom@entreprise.example.',
  sent: 'S’il existe un compte avec cette adresse, un message avec un lien est en route. Le lien est valable une heure.',
  back: 'Retour à la connexion',
}
