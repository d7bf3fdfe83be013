import { expect, it } from 'vitest'
import { faultOf } from '../../src/sign-in/password.ts'

it.each([
  // The most used of all, some far down among the three thousand, and one of ours.
  ['123qweasdzxc', 'common'],
  ['1qaz2wsx3edc', 'common'],
  ['Silversurfer', 'common'],
  ['gearsofwar2012', 'common'],
  ['motdepassemotdepasse', 'common'],
  // Written otherwise.
  ['QWERTYqwerty', 'common'],
  ['qwerty qwerty', 'common'],
  ['qwertyqwerty2026', 'common'],
  ['qwertyqwerty!', 'common'],
  // Over and over.
  ['abcabcabcabc', 'common'],
  ['zzzzzzzzzzzzzzz', 'common'],
  ['soleilsoleil', 'common'],
  ['ééééééééééééé', 'common'],
  ['12345678', 'tooShort'],
  ['a'.repeat(201), 'tooLong'],
])('%s is %s', (password, fault) => {
  expect(faultOf(password)).toBe(fault)
})

it.each([
  'seven green umbrellas in March',
  'qwertyqwerty and whoever reads it',
  'gearsofwar2012 was a game',
  'un chat sur le toit 7',
  'k7m2-9xqp-4hr1',
  'Ünïcödé wörks töö',
  'abcabcabcabx',
])('%s will do', (password) => {
  expect(faultOf(password)).toBeNull()
})

const alice = ['Alice Martin-Léger', 'alice@atelier.example', 'Atelier Lumière']

it.each(['guichet12345', 'Atelier Lumière', 'atelierlumiere2026', 'alice.martin-leger!', 'AtelierAlice1'])(
  '%s is obvious for Alice',
  (password) => {
    expect(faultOf(password, alice)).toBe('obvious')
  },
)

it.each(['my atelier has no windows', 'alice does not live here', 'seven green umbrellas in March'])(
  '%s is not',
  (password) => {
    expect(faultOf(password, alice)).toBeNull()
  },
)
