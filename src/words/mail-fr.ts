import { of } from './elision.ts'
import type { mailEn } from './mail-en.ts'

export const mailFr: typeof mailEn = {
  subject: (news, company) => `${news} – ${company}`,
  hello: (name) => `Bonjour ${name},`,
  why: (company) => `Vous recevez ce message parce que vous gérez les paiements de l’entreprise ${company}.`,
  notYou: 'Si personne chez vous n’a fait cela',
  alarm:
    'Prévenez ensuite, sans attendre, le propriétaire de votre entreprise\u00a0: quelqu’un utilise peut-être un compte qui n’est pas le sien.',
  seeMethods: 'Voir vos moyens de paiement',
  seeInvoice: 'Voir la facture',
  colon: '\u00a0:',
  helloStranger: 'Bonjour,',
  somebody: 'Quelqu’un',
  whyOwner: (company) =>
    `Vous recevez ce message parce que vous gérez les utilisateurs de l’entreprise ${company}.`,
  whyConcerned: (company) =>
    `Vous recevez ce message parce qu’il concerne votre accès à l’entreprise ${company}.`,
  notExpected: 'Si vous ne vous y attendiez pas',
  notYouAlone: 'Si ce n’était pas vous',
  askOwner: (company) =>
    `Adressez-vous à qui gère les utilisateurs de l’entreprise ${company}\u00a0: personne d’autre ne peut rien y changer.`,
  seeUsers: 'Voir les utilisateurs',
  toTheDesk: (product) => `Ouvrir ${product}`,
  invoice: 'Facture',
  amount: 'Montant',

  page: {
    title: 'Courrier',
    intro:
      'Ce que Guichet a écrit aux gens, le plus récent d’abord. L’envoi n’a lieu que si SMTP_URL est défini.',
    empty:
      'Pas encore de courrier. Ajoutez une carte ou changez la carte par défaut, et ceux qui gèrent les paiements l’apprennent.',
    to: 'À',
    letter: 'En HTML',
    text: 'En texte',
    back: 'Tout le courrier',
  },

  added: {
    news: (card) => `${card} a été ajoutée`,
    what: (card, company) => `${card} a été ajoutée aux moyens de paiement de l’entreprise ${company}.`,
    isDefault: 'C’est la carte par défaut\u00a0: nous la débitons en premier pour chaque facture.',
    isOther: 'Votre carte par défaut reste la même.',
    undo: 'Retirez cette carte de la liste.',
  },
  removed: {
    news: (card) => `${card} a été retirée`,
    what: (card, company) =>
      `${card} a été retirée des moyens de paiement de l’entreprise ${company}. Elle n’est plus débitée.`,
    chargedNow: (other) =>
      `${other} est votre carte par défaut\u00a0: nous la débitons en premier pour chaque facture.`,
    nothingLeft:
      'Vous n’avez pas d’autre carte\u00a0: vos prochaines factures ne pourront pas être payées tant que vous n’en aurez pas ajouté une.',
    undo: 'Ajoutez de nouveau cette carte à la liste.',
  },
  defaultChanged: {
    news: (card) => `${card} est maintenant votre carte par défaut`,
    what: (card, company) =>
      `${card} est maintenant la carte par défaut de l’entreprise ${company}\u00a0: nous la débitons en premier pour chaque facture.`,
    before: (other) => `Auparavant, c’était ${other}.`,
    undo: 'Définissez de nouveau la bonne carte par défaut.',
  },
  failed: {
    news: (amount) => `Un paiement de ${amount} a échoué`,
    noCard: (amount, company) =>
      `Nous n’avons pas pu encaisser ${amount} auprès de l’entreprise ${company}\u00a0: il n’y a aucune carte que nous puissions débiter.`,
    what: (amount, company, count) =>
      `Nous n’avons pas pu encaisser ${amount} auprès de l’entreprise ${company}. ${
        count === 1
          ? 'Cette carte n’a pas payé.'
          : 'Ces cartes n’ont pas payé\u202f; nous les avons essayées l’une après l’autre.'
      }`,
    again: (date) => `Nous réessaierons le ${date}. Rien n’est débité deux fois.`,
    notAgain: 'Nous ne réessaierons pas de nous-mêmes.',
    toDo: 'Ajoutez une carte qui fonctionne, ou payez sur la page de la facture.',
  },
  backup: {
    news: (amount, card) => `${amount} payés avec une carte de secours, ${card}`,
    what: (failed, paidBy, company) =>
      `Nous n’avons pas pu débiter ${failed}\u00a0: nous avons débité ${paidBy} à sa place. La facture de l’entreprise ${company} est payée.`,
    toDo: (failed) =>
      `Vous ne devez rien. Vérifiez toutefois ${failed}\u00a0: si elle ne fonctionne plus, définissez une autre carte par défaut.`,
  },
  paid: {
    news: (amount) => `Votre paiement de ${amount} est passé`,
    what: (company) =>
      `La facture de l’entreprise ${company} qui n’avait pas pu être payée l’est maintenant.`,
    with: (card) => `Nous avons débité ${card}.`,
    toDo: 'Vous n’avez rien à faire.',
  },
  confirmation: {
    news: (amount) => `Confirmez un paiement de ${amount} auprès de votre banque`,
    what: (card, company) =>
      `La banque de la carte ${card} demande à son titulaire de confirmer un paiement de l’entreprise ${company}. D’ici là, la facture n’est pas payée.`,
    toDo: 'Ouvrez la facture, connectez-vous et suivez les instructions de votre banque. Vous pouvez aussi y payer avec une autre carte.',
    action: 'Confirmer le paiement',
  },
  expires: {
    news: (card, days) => `${card} expire dans moins de ${days} jours`,
    what: (card, company, date) =>
      `${card} expire bientôt\u00a0: l’entreprise ${company} peut payer avec elle jusqu’au ${date}.`,
    toDo: 'Ajoutez celle qui la remplace, ou une autre carte, avant ce jour. Si votre banque nous communique d’elle-même la nouvelle date, votre liste l’affiche et vous n’avez rien à faire.',
  },

  invited: {
    news: (by) => `${by} vous invite`,
    what: (by, company, role, product) =>
      `${by} vous invite à rejoindre l’entreprise ${company} sur ${product}, où ses paiements sont gérés. Votre rôle\u00a0: ${role}.`,
    toDo: 'Ouvrez le lien dans les 72 heures. Il ne sert qu’une fois.',
    action: 'Voir l’invitation',
    why: (by) =>
      `Vous recevez ce message parce que ${by} a saisi votre adresse. Si vous ne connaissez pas cette personne, ignorez-le\u00a0: rien ne se passe tant que vous n’acceptez pas.`,
  },
  joined: {
    news: (name) => `${name} a rejoint l’entreprise`,
    what: (name, company, role) =>
      `${name} a accepté l’invitation à rejoindre l’entreprise ${company}. Son rôle\u00a0: ${role}.`,
    undo: 'Retirez cette personne des utilisateurs et changez votre mot de passe\u00a0: quelqu’un utilise peut-être un compte de votre entreprise qui n’est pas le sien.',
  },
  roleChanged: {
    news: (name) => `${name} a changé de rôle`,
    what: (by, name, company, role, before) =>
      `${by} a changé le rôle ${of(name)} dans l’entreprise ${company}\u00a0: ${role}. Auparavant\u00a0: ${before}.`,
    yours: (role) => `Votre rôle est maintenant\u00a0: ${role}`,
    whatOfYours: (by, company, role, before) =>
      `${by} a changé votre rôle dans l’entreprise ${company}\u00a0: ${role}. Auparavant\u00a0: ${before}.`,
    undo: 'Redonnez le bon rôle sur la page des utilisateurs et changez votre mot de passe\u00a0: quelqu’un utilise peut-être un compte de votre entreprise qui n’est pas le sien.',
  },
  memberRemoved: {
    news: (name) => `L’accès ${of(name)} a été retiré`,
    what: (by, name, company) =>
      `${by} a retiré l’accès ${of(name)} à l’entreprise ${company}. Cette personne n’en voit plus rien.`,
    left: (name) => `${name} a quitté l’entreprise`,
    whatLeft: (name, company) => `${name} a quitté l’entreprise ${company} et n’en voit plus rien.`,
    you: 'Votre accès a été retiré',
    whatOfYou: (by, company) =>
      `${by} a retiré votre accès à l’entreprise ${company}. Vous n’en voyez plus rien.`,
    youLeft: 'Vous avez quitté l’entreprise',
    whatYouLeft: (company) => `Vous avez quitté l’entreprise ${company} et n’en voyez plus rien.`,
    undo: 'Invitez de nouveau cette personne sur la page des utilisateurs et changez votre mot de passe\u00a0: quelqu’un utilise peut-être un compte de votre entreprise qui n’est pas le sien.',
  },
  handedOver: {
    news: (name) => `${name} est maintenant propriétaire`,
    whatYouGave: (to, company) => `Vous avez transmis la propriété de l’entreprise ${company} à ${to}.`,
    means: (name) =>
      `L’accès du propriétaire ne peut pas être retiré, et lui seul peut transmettre la propriété. Vous avez maintenant le rôle d’administration\u00a0: ${name} peut vous retirer votre accès.`,
    yours: 'Vous êtes maintenant propriétaire',
    whatYouGot: (from, company) => `${from} vous a transmis la propriété de l’entreprise ${company}.`,
    meansToYou:
      'Votre accès ne peut pas être retiré, et vous seul pouvez transmettre la propriété. L’ancien propriétaire a maintenant le rôle d’administration\u00a0: vous pouvez lui retirer son accès.',
    undo: 'Rendez la propriété de l’entreprise sur la page des utilisateurs.',
    notYou:
      'Changez tout de suite votre mot de passe, et demandez au nouveau propriétaire de vous rendre l’entreprise\u00a0: lui seul le peut.',
  },
}
