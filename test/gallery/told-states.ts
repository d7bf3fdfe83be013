// Of each whole page, the states whose accessibility tree is kept: as it mostly is, and where more is to be told.

import type { ViewName } from '../../src/web/views.ts'

export type PageName = Exclude<ViewName, `${string}/_${string}` | 'mail/letter' | 'mail/letter-text'>

export const toldStates: Readonly<Record<PageName, readonly string[]>> = {
  layout: ['signed out', 'two companies'],
  error: ['notFound'],
  'sign-in/page': ['sandbox', 'refused'],
  'sign-in/password': ['refused'],
  'sign-in/code': ['fresh', 'refused'],
  'sign-in/forgotten': ['malformed'],
  'sign-in/again': ['refused'],
  'account/page': ['an owner, in two places', 'a password refused'],
  'account/second-factor': ['off', 'a code refused', 'on'],
  'account/recovery-codes': ['ten'],
  'company/security': ['not required'],
  'company/billing-details': ['filled, by its owner', 'faulty'],
  'members/users': ['as owner'],
  'members/invite': ['fresh', 'invited already'],
  'members/role': ['one’s own'],
  'members/removal': ['somebody else'],
  'members/ownership': ['nobody chosen'],
  'members/acceptance': ['newcomer, faulty', 'somebody else'],
  'payment-methods/list': ['empty', 'five cards', 'the same card twice', 'processing'],
  'payment-methods/removal': ['the default, with its subscriptions and another’s'],
  'payment-methods/default': ['several stay behind'],
  'payment-methods/backup': ['asked'],
  'payment-methods/new': ['fresh', 'declined', 'postal code refused'],
  'invoices/list': ['in every state'],
  'invoices/invoice': ['tried again later', 'needs its cardholder', 'not yet known'],
  'invoices/payment': ['a dead card', 'refused', 'no card'],
  'invoices/payments': ['two', 'none chosen'],
  'invoices/confirmation': ['asked'],
  'privacy/export': ['asked'],
  'privacy/erasure': ['company, another name typed'],
  'privacy/state': ['under way'],
  'privacy/former': ['one'],
  'activity/list': ['some entries', 'in the middle', 'wrong filters'],
  'help/guide': ['update'],
  'mail/mailbox': ['two mails'],
  'mail/delivery': ['letter'],
}
