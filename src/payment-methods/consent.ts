// What a company agrees to when it saves a card. A wording once shown never changes: a new one gets a new version,
// and the words that somebody agreed to are kept with their agreement.

import type { Language } from '../company/company.ts'

export interface Consent {
  readonly version: string
  readonly language: Language
  readonly wording: string
}

const current = {
  version: '2026-11',
  wording: {
    en: 'By adding this card, you allow us to charge it for your company’s invoices without asking each time: as the default card, or as a backup when the default card cannot be charged. You can remove it at any time.',
    fr: 'En ajoutant cette carte, vous nous autorisez à la débiter pour régler les factures de votre entreprise sans vous le demander chaque fois\u00a0: comme carte par défaut, ou en secours lorsque la carte par défaut ne peut pas être débitée. Vous pouvez la retirer à tout moment.',
  },
}

/** For a card that is there already, and that a company takes as a backup. */
const currentForBackup = {
  version: '2026-11-backup',
  wording: {
    en: 'By using this card as a backup, you allow us to charge it for your company’s invoices without asking each time: when the default card cannot be charged, or as the default card. You can remove it at any time.',
    fr: 'En utilisant cette carte en secours, vous nous autorisez à la débiter pour régler les factures de votre entreprise sans vous le demander chaque fois\u00a0: lorsque la carte par défaut ne peut pas être débitée, ou comme carte par défaut. Vous pouvez la retirer à tout moment.',
  },
}

export function consentIn(language: Language): Consent {
  return spoken(current, language)
}

export function consentToBackup(language: Language): Consent {
  return spoken(currentForBackup, language)
}

function spoken({ version, wording }: typeof current, language: Language): Consent {
  return { version, language, wording: wording[language] }
}
