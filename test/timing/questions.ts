// What must not be told apart by how long its answer takes.

import { paths } from '../../src/web/paths.ts'
import type { House } from './furnish.ts'

export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
}

export interface Question {
  readonly name: string
  readonly status: number
  /** Sent as soon as the answer is there, and measured in its stead: it waits for what the first one left to be done. */
  readonly next?: Asked
  /** By what it is about; each has a request for the try of this number. */
  readonly alternatives: Readonly<Record<string, (house: House, at: number) => Asked>>
}

const refusedSignIns: Question['alternatives'] = {
  'an unknown address': (_house, at) => signIn(`alien-${at}@timing.example`),
  'a wrong password': (_house, at) => signIn(`known-${at}@timing.example`),
}

const forgottenPasswords: Question['alternatives'] = {
  'an unknown address': (_house, at) => forgotten(`alien-${at}@timing.example`),
  'a known address': (_house, at) => forgotten(`known-${at}@timing.example`),
}

export const questions: readonly Question[] = [
  {
    name: 'sign-in',
    status: 422,
    alternatives: refusedSignIns,
  },
  {
    name: 'after-sign-in',
    status: 422,
    next: { method: 'GET', path: paths.help.update },
    alternatives: refusedSignIns,
  },
  { name: 'forgotten', status: 303, alternatives: forgottenPasswords },
  {
    name: 'after-forgotten',
    status: 303,
    next: { method: 'GET', path: paths.help.update },
    alternatives: forgottenPasswords,
  },
  {
    name: 'card',
    status: 404,
    alternatives: {
      'another company’s card': ({ cookie, othersCard }) => removal(cookie, othersCard),
      'a card that never was': ({ cookie, othersCard }) =>
        removal(cookie, `pm_${'0'.repeat(othersCard.length - 3)}`),
    },
  },
]

function signIn(email: string): Asked {
  return { method: 'POST', path: paths.signIn, form: { email, password: 'not the password of anybody' } }
}

function forgotten(email: string): Asked {
  return { method: 'POST', path: paths.forgotten, form: { email } }
}

function removal(Cookie: string, id: string): Asked {
  return { method: 'GET', path: paths.removal(id), headers: { Cookie } }
}
