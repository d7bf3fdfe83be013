import type { guidesEn } from './guides-en.ts'

export const guidesFr: typeof guidesEn = {
  heading: 'Guides',
  update: {
    title: 'Mettre à jour une carte',
    intro:
      'Le numéro d’une carte ne se modifie pas. Vous ajoutez la nouvelle carte, puis vous retirez l’ancienne.',
    sections: [
      {
        heading: 'Vous avez une nouvelle carte',
        paragraphs: [],
        steps: [
          'Ouvrez le menu à votre nom, en haut à droite, puis «\u202fRéglages de l’entreprise\u202f» et «\u202fMoyens de paiement\u202f».',
          'Choisissez «\u202fAjouter un moyen de paiement\u202f» et saisissez la nouvelle carte.',
          'Ouvrez le menu de la nouvelle carte (trois points) et choisissez «\u202fDéfinir comme carte par défaut\u202f».',
          'Choisissez «\u202fRetirer…\u202f» dans le menu de l’ancienne carte.',
        ],
      },
      {
        heading: 'Votre banque a renouvelé votre carte',
        paragraphs: [
          'Beaucoup de banques communiquent d’elles-mêmes le nouveau numéro et la nouvelle date à Stripe. Si votre liste affiche déjà la nouvelle date, vous n’avez rien à faire.',
        ],
      },
      {
        heading: 'Gardez une carte de secours',
        paragraphs: [
          'Avec une carte de secours, une carte expirée n’interrompt rien\u00a0: nous essayons les cartes de secours dans l’ordre que vous avez choisi.',
        ],
      },
    ],
  },
  abroad: {
    title: 'Cartes d’un autre pays',
    intro:
      'Certaines banques vérifient le code postal sous une forme sans lettres. Voici quoi saisir lorsque le vôtre est refusé.',
    sections: [
      {
        heading: 'Saisissez uniquement les chiffres',
        paragraphs: [
          'Laissez de côté les lettres et les espaces. Le code canadien M4B\u00a01B3 devient 413.',
          'S’il est encore refusé, complétez par des zéros jusqu’à cinq chiffres\u00a0: 41300. Les vérifications américaines ne connaissent que cinq chiffres.',
          'Lorsque votre code postal est refusé, nous vous proposons ces formes par un bouton\u00a0: vous n’avez pas à saisir votre carte de nouveau.',
        ],
      },
      {
        heading: 'L’adresse doit être celle que votre banque connaît',
        paragraphs: [
          'Le code postal est celui de vos relevés de carte, qui n’est pas toujours celui de votre bureau.',
          'Choisissez aussi le pays de cette adresse.',
        ],
      },
      {
        heading: 'Toujours refusée',
        paragraphs: [
          'Demandez à votre banque si elle autorise les paiements à l’étranger et en ligne, ou ajoutez une autre carte.',
        ],
      },
    ],
  },
  failed: {
    title: 'Quand un paiement échoue',
    intro:
      'Une carte refusée se règle le plus souvent en quelques minutes. Rien n’est jamais débité deux fois.',
    sections: [
      {
        heading: 'Ce qui se fait tout seul',
        paragraphs: [
          'Nous débitons toujours votre carte par défaut en premier. Si c’est impossible, nous essayons vos cartes de secours dans l’ordre de votre liste, une à la fois, et nous nous arrêtons à la première qui paie.',
          'Si aucune ne paie, nous recommençons quelques jours plus tard, trois fois au plus. La page de la facture raconte ce qui a été tenté et dit quand a lieu la prochaine tentative\u202f; vous le recevez aussi par e-mail.',
        ],
      },
      {
        heading: 'Ce que vous pouvez faire',
        paragraphs: [],
        steps: [
          'Regardez la liste de vos moyens de paiement\u00a0: une carte expirée y est signalée.',
          'Ouvrez la facture et payez-la dès maintenant avec la carte de votre choix. Si votre banque demande une confirmation, elle la demande à ce moment-là.',
          'Ajoutez une carte qui fonctionne\u00a0: nous vous proposons aussitôt de payer avec elle ce qui est dû.',
          'Demandez à votre banque la raison du refus si vous tenez à cette carte. Elle vous dit ce qu’elle ne nous dit pas.',
        ],
      },
      {
        heading: 'Les raisons les plus fréquentes',
        paragraphs: [
          'La carte a expiré ou a été remplacée. Son plafond est atteint. La banque bloque les paiements en ligne ou à l’étranger. La banque vous demande de confirmer le paiement.',
        ],
      },
    ],
  },
}
