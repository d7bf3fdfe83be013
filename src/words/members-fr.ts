import { of } from './elision.ts'
import type { Widened } from './en.ts'
import type { membersEn } from './members-en.ts'

export const membersFr: Widened<typeof membersEn> = {
  title: 'Utilisateurs',
  intro: (company) => `Qui fait partie de l’entreprise ${company}, et avec quels droits.`,
  list: 'Utilisateurs de l’entreprise',
  roles: {
    owner: 'propriétaire',
    administrator: 'administration',
    billing: 'facturation',
    developer: 'développement',
  },
  roleNames: {
    owner: 'Propriétaire',
    administrator: 'Administration',
    billing: 'Facturation',
    developer: 'Développement',
  },
  roleHelp: {
    administrator: 'Voit et modifie les paiements, et gère les utilisateurs.',
    billing: 'Voit et modifie les moyens de paiement, les factures et les détails de facturation.',
    developer: 'Ne voit rien des paiements.',
  },
  roleMeans: {
    administrator: 'Vous voyez et modifiez les paiements, et vous gérez les utilisateurs.',
    billing: 'Vous voyez et modifiez les moyens de paiement, les factures et les détails de facturation.',
    developer: 'Vous ne voyez rien des paiements.',
  },
  you: 'vous',
  since: 'Depuis le',
  actions: (name) => `Actions pour ${name}`,
  changeRole: 'Changer le rôle…',
  remove: 'Retirer l’accès…',
  leave: 'Quitter l’entreprise…',
  handOver: 'Transmettre la propriété…',

  pending: 'Invitations',
  by: (name) => `Invitation ${of(name)}`,
  until: 'valable jusqu’au',
  expired: 'expirée le',
  again: 'Envoyer de nouveau',
  withdraw: 'Annuler l’invitation',

  invite: {
    link: 'Inviter quelqu’un',
    title: 'Inviter quelqu’un',
    intro: (company) =>
      `Cette personne reçoit un lien pour rejoindre l’entreprise ${company}. Il sert une seule fois, dans les 72 heures.`,
    email: 'Adresse e-mail',
    role: 'Rôle',
    submit: 'Envoyer l’invitation',
    cancel: 'Annuler',
    faults: {
      'email missing': 'Saisissez l’adresse de la personne que vous invitez.',
      'email malformed': 'Saisissez une adresse e-mail, telle que nom@entreprise.example.',
      'email member already': 'Cette personne fait déjà partie de l’entreprise.',
      'email invited already':
        'Cette personne est déjà invitée. Vous pouvez envoyer l’invitation de nouveau.',
      'role missing': 'Choisissez un rôle.',
    },
    limited: (most, when) =>
      `Une entreprise peut envoyer ${most} invitations par jour. La prochaine pourra partir le ${when}.`,
  },

  role: {
    title: (name) => `Rôle ${of(name)}`,
    legend: 'Rôle',
    missing: 'Choisissez un rôle.',
    own: 'C’est votre propre rôle\u00a0: avec un autre, vous pourriez ne plus revenir sur cette page.',
    submit: 'Enregistrer le rôle',
    cancel: 'Annuler',
  },

  removal: {
    title: (name, company) => `Retirer l’accès ${of(name)} à l’entreprise ${company}\u202f?`,
    means: 'Cette personne ne verra plus rien de l’entreprise, où qu’elle soit connectée.',
    stays:
      'Ce qu’elle a fait reste dans le journal d’activité. Pour lui redonner accès, il faudrait l’inviter.',
    confirm: 'Retirer l’accès',
    cancel: 'Garder l’accès',
    leaveTitle: (company) => `Quitter l’entreprise ${company}\u202f?`,
    leaveMeans: 'Vous ne verrez plus rien de l’entreprise.',
    leaveStays:
      'Ce que vous avez fait reste dans le journal d’activité. Pour revenir, il faudrait que l’on vous invite.',
    leave: 'Quitter l’entreprise',
    stay: 'Rester',
  },

  ownership: {
    title: (company) => `Transmettre la propriété de l’entreprise ${company}\u202f?`,
    means:
      'L’accès du propriétaire ne peut pas être retiré, et lui seul peut transmettre la propriété. Vous passez au rôle d’administration\u202f; le nouveau propriétaire pourra retirer votre accès.',
    noUndo: 'Seul le nouveau propriétaire pourrait revenir en arrière.',
    legend: 'Nouveau propriétaire',
    missing: 'Choisissez qui devient propriétaire.',
    nobody: 'Personne d’autre ne fait encore partie de l’entreprise. Invitez d’abord quelqu’un.',
    confirm: 'Transmettre la propriété',
    cancel: 'Annuler',
  },

  done: {
    invited: (email) => `L’invitation à ${email} est envoyée.`,
    again: (email) => `L’invitation à ${email} est envoyée de nouveau, avec un nouveau lien.`,
    withdrawn: (email) => `L’invitation à ${email} est annulée.`,
    role: (name, role) => `Le rôle ${of(name)} est maintenant\u00a0: ${role}.`,
    sameRole: (name, role) => `Le rôle ${of(name)} reste\u00a0: ${role}.`,
    removed: (name) => `L’accès ${of(name)} est retiré.`,
    left: (company) => `Vous avez quitté l’entreprise ${company}.`,
    handedOver: (name) => `${name} est maintenant propriétaire.`,
  },
  refused: {
    owner:
      'L’accès et le rôle du propriétaire ne peuvent pas être modifiés. Lui seul peut transmettre la propriété.',
    last: 'Plus personne ne s’occuperait des paiements. Confiez-les d’abord à quelqu’un d’autre.',
  },

  acceptance: {
    title: (by, company) => `${by} vous invite à rejoindre l’entreprise ${company}`,
    yourRole: (role) => `Votre rôle\u00a0: ${role}.`,
    newIntro: 'Vous n’avez pas encore de compte. Choisissez un nom et un mot de passe, et vous y êtes.',
    email: 'Adresse e-mail',
    name: 'Votre nom',
    nameMissing: 'Saisissez votre nom, tel que les autres le verront.',
    nameLong: 'Votre nom peut comporter 100 caractères au plus.',
    password: 'Mot de passe',
    passwordHint: 'Douze caractères ou plus, n’importe lesquels.',
    submit: (company) => `Rejoindre ${company}`,
    hasAccount: (email) => `${email} a un compte. Connectez-vous à ce compte, puis acceptez.`,
    signIn: 'Se connecter',
    asYourself: (email) => `Votre session est ouverte avec l’adresse ${email}.`,
    otherTitle: 'Cette invitation est pour quelqu’un d’autre',
    other: (invited, own) =>
      `Elle a été envoyée à ${invited}, et votre session est ouverte avec l’adresse ${own}. Si les deux sont à vous, déconnectez-vous et rouvrez le lien.`,
    joined: (company) => `Vous faites maintenant partie de l’entreprise ${company}.`,
    joinedSignIn: (company) =>
      `Vous faites maintenant partie de l’entreprise ${company}. Connectez-vous avec votre mot de passe.`,
    gone: {
      used: {
        title: 'Cette invitation a déjà servi',
        text: 'Un lien sert une seule fois. Si c’est vous qui avez accepté, connectez-vous.',
      },
      withdrawn: {
        title: 'Cette invitation a été annulée',
        text: 'Adressez-vous à la personne qui vous l’a envoyée.',
      },
      expired: {
        title: 'Cette invitation a expiré',
        text: 'Elle était valable 72 heures. Demandez à la personne qui vous l’a envoyée de l’envoyer de nouveau.',
      },
      unknown: {
        title: 'Cette invitation n’est pas valable',
        text: 'Si elle vous a été envoyée de nouveau, ouvrez le lien du message le plus récent. Sinon, adressez-vous à la personne qui vous l’a envoyée.',
      },
    },
  },
}
