// Kinds of actions, by which the log is looked through. Each action is of one.

import type { Action } from './entry.ts'

export const kinds = ['sign-ins', 'people', 'cards', 'payments', 'settings'] as const
export type Kind = (typeof kinds)[number]

const kindOf: Readonly<Record<Action, Kind>> = {
  'signed in': 'sign-ins',
  'sign-in failed': 'sign-ins',
  'signed out': 'sign-ins',
  'company entered': 'sign-ins',
  'session ended': 'sign-ins',
  'password changed': 'sign-ins',
  'password set': 'sign-ins',
  'password reset asked': 'sign-ins',
  'password confirmed': 'sign-ins',
  'second factor on': 'sign-ins',
  'second factor off': 'sign-ins',
  'recovery codes made': 'sign-ins',
  'recovery code used': 'sign-ins',
  'profile changed': 'people',
  'member invited': 'people',
  'invitation withdrawn': 'people',
  'member joined': 'people',
  'role changed': 'people',
  'ownership handed over': 'people',
  'member removed': 'people',
  'member erased': 'people',
  'card added': 'cards',
  'card removed': 'cards',
  'default changed': 'cards',
  'order changed': 'cards',
  'backup agreed': 'cards',
  charged: 'payments',
  'invoice paid': 'payments',
  'billing details changed': 'settings',
  'second factor required': 'settings',
  'second factor not required': 'settings',
  'data exported': 'settings',
  'log exported': 'settings',
  'company erased': 'settings',
}

export function actionsOf(kind: Kind): Action[] {
  return (Object.keys(kindOf) as Action[]).filter((action) => kindOf[action] === kind)
}
