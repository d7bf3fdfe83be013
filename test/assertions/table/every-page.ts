import type { Assertions } from './assertion.ts'

const letter = 'a letter has no frame of ours around it'

export const everyPage: Assertions = {
  1: {
    text: 'axe (WCAG 2.2 A and AA): 0 violations, in light, dark and forced colours',
    scope: 'pages',
    elsewhere: 'there is no such page',
  },
  2: { text: 'html-validate: 0 errors', scope: 'pages', elsewhere: 'there is no such page' },
  3: { text: 'one h1, one main', scope: 'pages', elsewhere: 'there is no such page' },
  4: { text: 'heading levels never skip', scope: 'pages', elsewhere: 'there is no such page' },
  5: { text: 'html[lang] is the language served', scope: 'pages', elsewhere: 'there is no such page' },
  6: { text: 'the language switch has lang and hreflang', scope: 'pages', elsewhere: letter },
  7: { text: '<title> is unique', scope: 'pages', elsewhere: 'there is no such page' },
  8: {
    text: 'the first Tab shows a skip link',
    scope: 'pages',
    elsewhere: `${letter}; behind an open dialog there is nothing to skip`,
  },
  9: {
    text: 'the skip link leads into main',
    scope: 'pages',
    elsewhere: `${letter}; behind an open dialog there is nothing to skip`,
  },
  10: {
    text: 'the left navigation has a name and one aria-current="page"',
    scope: 'pages',
    elsewhere: 'only the company’s settings have a left navigation',
  },
  11: { text: 'no positive tabindex', scope: 'pages', elsewhere: 'there is no such page' },
  12: { text: 'no duplicate ids', scope: 'pages', elsewhere: 'there is no such page' },
  13: { text: 'every control has a name', scope: 'pages', elsewhere: 'there is no such page' },
  14: { text: 'targets ≥ 24 px', scope: 'pages', elsewhere: 'there is no such page' },
  15: {
    text: 'kebab, primary buttons and menu items ≥ 44 px',
    scope: 'pages',
    elsewhere: 'the page has none of these',
  },
  16: { text: 'at 320 px no sideways scroll', scope: 'pages', elsewhere: 'there is no such page' },
  17: {
    text: 'no sideways scroll with WCAG text spacing',
    scope: 'pages',
    elsewhere: 'there is no such page',
  },
  18: { text: 'at 320×256 every Tab stop can be seen', scope: 'pages', elsewhere: 'there is no such page' },
  19: { text: 'focus outline ≥ 2 px', scope: 'pages', elsewhere: 'there is no such page' },
  20: {
    text: 'forced colours keep borders and outlines',
    scope: 'pages',
    elsewhere: 'there is no such page',
  },
  21: { text: 'reduced motion: nothing moves', scope: 'pages', elsewhere: 'there is no such page' },
  22: {
    text: 'dir=rtl: the open menu stays inside',
    scope: 'pages',
    elsewhere: 'the page has no menu, or a dialog lies over it',
  },
  23: {
    text: 'print hides navigation and buttons',
    scope: 'pages',
    elsewhere: 'a letter is printed as it is',
  },
  24: { text: 'no inline handlers, 0 CSP reports', scope: 'pages', elsewhere: 'there is no such page' },
  25: { text: 'within the size budget', scope: 'pages', elsewhere: 'a letter loads nothing' },
}
