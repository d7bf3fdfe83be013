import type { Assertions } from './assertion.ts'

export const data: Assertions = {
  58: {
    text: 'an expired card says so in a word',
    scope: 'pages',
    elsewhere: 'no card on the page shows its expiry',
  },
  59: { text: 'amounts equal Intl’s for the language', scope: 'pages', elsewhere: 'no amount on the page' },
  60: {
    text: 'every date has <time datetime>',
    scope: 'pages',
    elsewhere: 'no date on the page; a letter as plain text has no elements',
  },
  61: { text: 'signed-in pages are no-store', scope: 'pages', elsewhere: 'nobody is signed in there' },
  62: {
    text: 'after sign-out, Back shows no card',
    scope: 'walks',
    elsewhere: 'walked on the pages that show cards',
  },
}
