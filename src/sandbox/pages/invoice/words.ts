// What the invoice's page says, in both languages.
import type { Language } from '../words/language.ts'

const en = {
  sandbox: 'Sandbox',
  honest: 'A stand-in for Stripe’s page. Only test cards work here.',
  title: (number: string) => `Invoice ${number}`,
  what: 'For',
  amount: 'Amount',
  total: 'Total',
  due: 'Amount due',
  byCard: 'Pay by card',
  pay: (amount: string) => `Pay ${amount}`,
  paid: 'This invoice is paid',
  void: 'This invoice was voided. There is nothing to pay.',
  processing: 'The bank has not answered yet. You will not be charged twice.',
  problem: 'The invoice has not been paid',
  unauthenticated: 'The bank did not confirm that it was you. Try again, or use another card.',
  download: 'Download the invoice (PDF)',
  unknown: 'Page not found',
  unknownExplain: 'There is no such invoice, or it is still a draft.',
  error: 'Error:',
}

const fr: typeof en = {
  sandbox: 'Bac à sable',
  honest: 'Une page qui remplace celle de Stripe. Seules les cartes de test fonctionnent ici.',
  title: (number) => `Facture ${number}`,
  what: 'Objet',
  amount: 'Montant',
  total: 'Total',
  due: 'Montant dû',
  byCard: 'Payer par carte',
  pay: (amount) => `Payer ${amount}`,
  paid: 'Cette facture est payée',
  void: 'Cette facture a été annulée. Il n’y a rien à payer.',
  processing: 'La banque n’a pas encore répondu. Vous ne serez pas débité deux fois.',
  problem: 'La facture n’a pas été payée',
  unauthenticated: 'La banque n’a pas confirmé que c’était vous. Réessayez ou utilisez une autre carte.',
  download: 'Télécharger la facture (PDF)',
  unknown: 'Page introuvable',
  unknownExplain: 'Cette facture n’existe pas, ou c’est encore un brouillon.',
  error: 'Erreur :',
}

export const invoiceWords: Record<Language, typeof en> = { en, fr }
