import type { Assertions } from './assertion.ts'

const walks = 'walked on the list of cards, where it can be done'

export const actions: Assertions = {
  38: { text: 'set default: 303, exactly one badge', scope: 'walks', elsewhere: walks },
  39: { text: 'focus on the banner', scope: 'pages', elsewhere: 'nothing was done just before' },
  40: { text: 'title starts with the result', scope: 'pages', elsewhere: 'nothing was done just before' },
  41: { text: 'reload does not repeat it', scope: 'pages', elsewhere: 'nothing was done just before' },
  42: { text: 'JS: focus stays on the same card’s kebab', scope: 'walks', elsewhere: walks },
  43: { text: 'JS: #live changes exactly once', scope: 'walks', elsewhere: walks },
  44: {
    text: 'GET changes nothing',
    scope: 'pages',
    elsewhere: 'the gallery keeps nothing that could change',
  },
  45: {
    text: 'the confirmation names brand and last four',
    scope: 'pages',
    elsewhere: 'the page asks about no card',
  },
  46: { text: 'JS: Escape in the dialog gives focus back to the kebab', scope: 'walks', elsewhere: walks },
  47: { text: 'JS: after removing, focus is never <body>', scope: 'walks', elsewhere: walks },
  48: { text: 'a double submit is one call to Stripe', scope: 'walks', elsewhere: walks },
  49: { text: 'removing the last card shows the empty state', scope: 'walks', elsewhere: walks },
}
