// Les données d’une entreprise et de ses membres : à emporter, ou à effacer.

export const privacyFr = {
  yourData: {
    title: 'Vos données',
    intro:
      'Ce que nous conservons de votre entreprise vous appartient\u00a0: à emporter, ou à faire effacer.',
    introOfUsers:
      'Les personnes qui sont parties et ne font partie d’aucune autre entreprise peuvent être effacées de vos registres.',
    export: 'Exporter les données de l’entreprise',
    former: 'Anciens utilisateurs',
    erase: 'Effacer l’entreprise…',
  },

  export: {
    title: 'Exporter les données de l’entreprise',
    intro: 'Vous obtenez un fichier, en JSON, avec tout ce que nous conservons de votre entreprise\u00a0:',
    contents: [
      'l’entreprise et ses détails de facturation',
      'ses utilisateurs\u00a0: nom, adresse, rôle, langue, et depuis quand',
      'ses cartes, même retirées\u00a0: marque, quatre derniers chiffres, expiration, et les accords pour les débiter',
      'ses abonnements et ses factures, avec chaque tentative de débit',
      'le journal d’activité',
      'les invitations, et quels e-mails ont été envoyés à qui et quand',
    ],
    without:
      'Les numéros de carte n’y sont pas, car nous ne les avons jamais. Les mots de passe non plus, ni rien qui permette de se connecter.',
    recorded: 'Cet export sera inscrit dans le journal d’activité.',
    submit: 'Télécharger le fichier',
    tooOften: (wait: string) => `Les données ont été exportées dix fois en une heure. Réessayez ${wait}.`,
    cancel: 'Retour aux détails de facturation',
  },

  company: {
    title: (name: string) => `Effacer ${name}\u202f?`,
    consequences: [
      'Chaque carte est d’abord retirée chez Stripe. Dès que vous confirmez, plus rien n’est débité.',
      'Les noms, les détails de facturation et les invitations sont effacés, et les e-mails en attente ne partent pas. Tous les utilisateurs perdent l’accès aussitôt\u202f; ceux qui n’appartiennent à aucune autre entreprise sont effacés aussi, vous compris.',
      'Les identifiants et les montants des factures et des tentatives de débit sont conservés sous un pseudonyme, car les comptes doivent tomber juste. Le texte des lignes de facture est effacé ici.',
      'Le journal d’activité reste jusqu’à son échéance. Il contient des identifiants, mais aucun nom.',
      'Chez Stripe, le client et ses factures restent\u00a0: ils relèvent de la comptabilité de celui qui vous facture. Les abonnements ne sont pas résiliés pour autant, et ce qui est impayé reste dû.',
    ],
    exportFirst: 'Vous voudrez peut-être d’abord exporter les données.',
    nameLabel: 'Pour confirmer, saisissez le nom de l’entreprise',
    nameWrong: (name: string) => `Ce n’est pas le nom de l’entreprise. Saisissez exactement\u00a0: ${name}`,
    noUndo: 'C’est irréversible, même pour nous.',
    confirm: 'Effacer l’entreprise',
    cancel: 'Garder l’entreprise',
    refused: {
      'in flight':
        'Rien n’a été effacé\u00a0: un paiement est à la banque et son issue n’est pas encore connue. Revenez quand la page des factures montrera comment il s’est terminé\u202f; la plupart des banques répondent en quelques minutes, certaines en quelques jours.',
      collecting:
        'Rien n’a été effacé\u00a0: une facture est en cours d’encaissement. Revenez dans deux minutes.',
    },
    unanswered:
      'Stripe n’a pas répondu\u00a0: des cartes peuvent y être encore enregistrées. Plus rien n’est débité, et nous réessayons jusqu’à ce qu’elles soient parties. Vous pouvez aussi réessayer.',
    underWay: {
      title: 'Votre entreprise est en cours d’effacement',
      text: 'Plus rien n’est débité. Dès que Stripe aura retiré la dernière carte, tout le reste sera effacé aussi. Vous pouvez réessayer, ou partir\u00a0: nous continuons seuls.',
      again: 'Réessayer maintenant',
    },
  },

  member: {
    title: (name: string) => `Effacer ${name}\u202f?`,
    consequences: [
      'Le nom et l’adresse e-mail sont effacés, ainsi que tout ce qui permettait à cette personne de se connecter.',
      'Ce qu’elle a fait reste dans le journal d’activité, sous un pseudonyme. Les accords pour débiter une carte restent aussi, avec un identifiant qui ne mène à personne.',
    ],
    noUndo: 'C’est irréversible.',
    confirm: 'Effacer cette personne',
    cancel: 'Annuler',
    done: (name: string) => `${name}\u00a0: effacement effectué.`,
  },

  self: {
    intro: 'Ce que nous conservons de vous peut être effacé.',
    link: 'Effacer votre compte…',
    title: 'Effacer votre compte\u202f?',
    consequences: [
      'Votre nom et votre adresse e-mail sont effacés, ainsi que tout ce qui vous permettait de vous connecter. Vous quittez toutes les entreprises auxquelles vous appartenez.',
      'Ce que vous avez fait reste dans les journaux d’activité, sous un pseudonyme. Les accords que vous avez donnés restent aussi, avec un identifiant qui ne mène à personne.',
    ],
    password: 'Votre mot de passe',
    passwordWrong: 'Ce n’est pas votre mot de passe.',
    passwordMissing: 'Saisissez votre mot de passe.',
    tooOften: (wait: string) => `Il y a eu trop d’essais. Réessayez ${wait}.`,
    confirm: 'Effacer mon compte',
    hindered: {
      owner: (company: string) =>
        `Vous êtes propriétaire de l’entreprise ${company}. Transmettez-la d’abord à quelqu’un d’autre, ou effacez-la.`,
      'owner elsewhere': (company: string) =>
        `Vous êtes propriétaire de l’entreprise ${company}. Passez à cette entreprise dans le menu à votre nom, puis transmettez-la ou effacez-la.`,
      'last for billing': (company: string) =>
        `Personne d’autre chez ${company} ne s’occupe de ses paiements. Il faut d’abord que quelqu’un d’autre s’en charge.`,
      'in flight': (company: string) =>
        `Un paiement est encore en cours chez ${company}. Réessayez quand son issue sera connue.`,
    },
    seeErasure: 'Effacer l’entreprise…',
  },

  former: {
    title: 'Anciens utilisateurs',
    intro:
      'Les personnes qui sont parties et que les registres de votre entreprise nomment encore. Une fois effacées, elles y figurent sous un pseudonyme.',
    none: 'Aucun ancien utilisateur n’est nommé dans vos registres.',
    erase: 'Effacer…',
    eraseName: (name: string) => `Effacer ${name}`,
  },

  gone: {
    company: {
      title: 'L’entreprise est effacée',
      text: 'Ses cartes ont disparu de chez Stripe, et ses données d’ici. Merci d’avoir été des nôtres.',
    },
    self: { title: 'Votre compte est effacé', text: 'Votre nom et votre adresse ont disparu d’ici.' },
  },
}
