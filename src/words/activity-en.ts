// What the activity log says. An action may have been refused, so its words do not say that it came about.

import type { Action, Result } from '../activity/entry.ts'
import type { Kind } from '../activity/kinds.ts'

/** What there is to be named; empty where there is nothing. */
export interface NamedInEntry {
  readonly card: string
  readonly cardBefore: string
  readonly defaultNow: string
  readonly invoice: string
  readonly amount: string
  readonly person: string
  readonly role: string
  readonly roleBefore: string
  readonly place: string
}

type Said = (named: NamedInEntry) => string

const said: Readonly<Record<Action, Said>> = {
  'signed in': () => 'Sign-in',
  'sign-in failed': () => 'Sign-in attempt',
  'signed out': () => 'Sign-out',
  'company entered': () => 'Came over from another company',
  'session ended': () => 'End of a session',
  'password changed': () => 'Change of the password',
  'password set': () => 'New password, by a link',
  'password reset asked': () => 'Request for a new password',
  'password confirmed': () => 'Password entered again',
  'second factor on': () => 'Second factor turned on',
  'second factor off': () => 'Second factor turned off',
  'recovery codes made': () => 'New recovery codes',
  'recovery code used': () => 'Use of a recovery code',
  'profile changed': () => 'Change of the profile',
  'member invited': ({ role }) => (role === '' ? 'Invitation' : `Invitation, as ${role}`),
  'invitation withdrawn': () => 'Invitation withdrawn',
  'member joined': ({ role }) => (role === '' ? 'Joined the company' : `Joined the company as ${role}`),
  'role changed': ({ person, role, roleBefore }) => `Role of ${person}: from ${roleBefore} to ${role}`,
  'ownership handed over': ({ person }) => `Ownership handed over to ${person}`,
  'member removed': ({ person }) => `Removal of ${person}`,
  'member erased': ({ person }) => `Erasure of ${person}`,
  'card added': ({ card, defaultNow }) =>
    defaultNow === '' ? `Addition of ${card}` : `Addition of ${card}, the default card`,
  'card removed': ({ card, defaultNow }) =>
    defaultNow === '' ? `Removal of ${card}` : `Removal of ${card}; default card: ${defaultNow}`,
  'default changed': ({ card, cardBefore }) =>
    cardBefore === '' ? `Default card: ${card}` : `Default card: ${card} instead of ${cardBefore}`,
  'order changed': ({ card, place }) => `Move of ${card} to backup ${place}`,
  'backup agreed': ({ card }) => `Consent to ${card} as a backup`,
  charged: ({ card, amount, invoice }) => `Charge of ${amount} to ${card} for ${invoice}`,
  'invoice paid': ({ card, amount, invoice }) =>
    card === '' ? `Payment of ${invoice}, ${amount}` : `Payment of ${invoice}, ${amount}, with ${card}`,
  'billing details changed': () => 'Change of the billing details',
  'second factor required': () => 'Second factor made compulsory',
  'second factor not required': () => 'Second factor made optional',
  'data exported': () => 'Export of the company’s data',
  'log exported': () => 'Export of the activity log',
  'company erased': () => 'Erasure of the company',
}

const kinds: Readonly<Record<Kind, string>> = {
  'sign-ins': 'Signing in',
  people: 'People',
  cards: 'Cards',
  payments: 'Payments',
  settings: 'Settings',
}

const results: Readonly<Record<Result, string>> = {
  done: 'Done',
  refused: 'Refused',
  unanswered: 'No answer',
}

export const activityEn = {
  title: 'Activity log',
  intro: (days: number) =>
    `Who did what, when, from where and with what result. Entries are kept for ${days} days, and nobody can change them. Times are in UTC.`,
  list: 'Entries, the newest first',
  said,
  kinds,
  results,
  /** Of what no bank refused. */
  reasons: {
    undone: 'Nothing was charged.',
    'key refused': 'Stripe did not take the request.',
    'unknown for too long': 'Nobody knows yet whether it was charged.',
    'unexpected amount': 'Not as it was asked for: one of us is looking into it.',
    'tax id refused': 'Stripe did not accept the tax number.',
    code: 'The password was right, the code was not.',
    'too often': 'Too many tries had failed before.',
    owner: 'Only the owner decides about the owner.',
    last: 'Nobody else manages billing.',
    'no right': 'Their role does not allow it.',
  } as Readonly<Record<string, string>>,
  somebody: 'Somebody who was here',
  from: (address: string) => `from ${address}`,
  filters: 'Filters',
  person: 'Person',
  everyone: 'Everyone',
  kind: 'Action',
  allKinds: 'All',
  result: 'Result',
  allResults: 'All',
  firstDay: 'From',
  lastDay: 'To',
  show: 'Show',
  clear: 'Show all',
  faults: {
    'person unknown': 'This person is not in the log, so this filter is ignored. Choose one from the list.',
    'kind unknown': 'There is no such kind of action, so this filter is ignored. Choose one from the list.',
    'result unknown': 'There is no such result, so this filter is ignored. Choose one from the list.',
    'from malformed': 'The first day is ignored: enter it as YYYY-MM-DD.',
    'to malformed': 'The last day is ignored: enter it as YYYY-MM-DD.',
    'to backwards': 'The last day is ignored: it is before the first one.',
    'place malformed': 'This address leads to no page of the log: here is its beginning.',
  } as Readonly<Record<string, string>>,
  empty: 'Nothing has been entered yet.',
  noneFound: 'Nothing in the log matches these filters.',
  newer: 'Newer entries',
  older: 'Older entries',
  pages: 'Pages of the log',
  csv: 'Download as CSV',
  csvHint: (most: string) => `${most} entries at most, the newest first.`,
  file: 'activity-log',
  columns: {
    at: 'Time',
    who: 'Who',
    what: 'What',
    result: 'Result',
    why: 'Why',
    address: 'Network address',
  },
  cut: (most: string, last: string) =>
    `Cut here after ${most} entries. What is older than ${last} is not in this file: choose an earlier last day for it.`,
}
