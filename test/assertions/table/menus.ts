import type { Assertions } from './assertion.ts'

const none = 'the page has no menu, or a dialog lies over it'
const script = 'it needs a menu, and a script'

export const menus: Assertions = {
  26: {
    text: 'the kebab’s name has brand and last four',
    scope: 'pages',
    elsewhere: 'no card on the page has a kebab',
  },
  27: { text: '“expanded” goes false → true on Enter and on Space', scope: 'pages', elsewhere: none },
  28: { text: 'Tab reaches item 1', scope: 'pages', elsewhere: none },
  29: { text: 'Escape closes, focus on the kebab', scope: 'pages', elsewhere: none },
  30: { text: 'a click outside closes', scope: 'pages', elsewhere: none },
  31: {
    text: 'opening one closes the other',
    scope: 'pages',
    elsewhere: 'the page has fewer than two menus, or a dialog lies over them',
  },
  32: { text: 'JS: arrows, Home, End', scope: 'pages', elsewhere: script },
  33: { text: 'JS: leaving by Tab closes', scope: 'pages', elsewhere: script },
  34: {
    text: 'the default card offers no “Set as default card”',
    scope: 'pages',
    elsewhere: 'no default card on the page',
  },
  35: {
    text: 'the user button has the member’s name; its menu: settings, account, sign out',
    scope: 'pages',
    elsewhere: 'nobody is signed in there',
  },
  36: { text: 'sign out is a POST', scope: 'pages', elsewhere: 'nobody is signed in there' },
  37: {
    text: '`lynx -dump` and `w3m -dump` show every action with its card’s name',
    scope: 'pages',
    elsewhere: 'nothing can be done on the page, or only scripts lead there',
  },
}
