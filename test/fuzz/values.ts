// What nobody should type, and somebody does. Where § stands, each case puts a word of its own, which is looked for
// afterwards in what came back.

import fc from 'fast-check'

const texts = [
  '',
  ' ',
  '§',
  '\0',
  '§\0§',
  '\r\nX-Injected: §',
  '\u202e§\u2066\u200f',
  '\ufeffLumie\u0300re §',
  'Ателье 💡 アトリエ',
  '<x-guichet-§>',
  '"\'><x-guichet-§>',
  '" x-guichet-§="',
  "' x-guichet-§='",
  '--><x-guichet-§>',
  '</title></script><x-guichet-§>',
  'javascript:x-guichet-§',
  'data:text/html,<x-guichet-§>',
  '<%= 1789*1789 %>',
  '<%~ process.exit(§) %>',
  '{{1789*1789}}#{1789*1789}',
  "'; drop table members; --",
  '$1',
  '%',
  '%00',
  '%s%n',
  '-1',
  '0',
  '1',
  '1e309',
  '0x10',
  '9'.repeat(400),
  '-9007199254740993',
  '١٢٣',
  'NaN',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  '[object Object]',
  '../../../../etc/passwd',
  '//evil.example/§',
  '/\\evil.example/§',
  '\\\\evil.example',
  'https://evil.example/§',
  'ftp://§@evil.example',
  '/settings?§',
  'a@b.example',
  '§@b.example',
  'a@b.example\nBcc: §@c.example',
  'x'.repeat(3_000),
  'x'.repeat(20_000),
]

/** Bytes as they go out, which no text is encoded to. */
const bytes = [
  '%',
  '%zz',
  '%E0%A4%A',
  '%ED%A0%80',
  '%FF%FE',
  '%00',
  '%c0%ae%c0%ae/',
  '%25%32%65',
  '+',
  '%0d%0aX-Injected:%20§',
]

const plausible = [
  'en',
  'fr',
  'up',
  'down',
  'yes',
  'FR',
  'CA',
  'M4B 1B3',
  '2',
  'Atelier §',
  '00000000-0000-4000-8000-000000000000',
]

export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 2, arbitrary: fc.constantFrom(...plausible) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map((some) => `${some}§`) },
)

/** One of `ids`, or something that is none, ready to stand in an address or a form. */
export function encoded(ids: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('1', ...ids) },
    { weight: 4, arbitrary: text.map(percentEncoded) },
    { weight: 1, arbitrary: fc.constantFrom(...bytes) },
    {
      weight: 1,
      arbitrary: fc.array(fc.constantFrom(...bytes, 'a', '§'), { maxLength: 6 }).map((all) => all.join('')),
    },
  )
}

const strangeNames = [
  '',
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'length',
  '0',
  '%5B%5D',
  '%00',
  '§',
  '%zz',
  '<x-guichet-§>',
  '_method',
  '_csrf',
]

/** A parameter as forms write it: by its own name, as an array, nested, or by a name that is no name. */
export function parameter(names: readonly string[], ids: readonly string[]): fc.Arbitrary<string> {
  const name = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constantFrom(...names).map((known) => `${known}[]`) },
    { weight: 1, arbitrary: fc.constantFrom(...names).map((known) => `${known}[__proto__][x]`) },
    { weight: 2, arbitrary: fc.constantFrom(...strangeNames, ...ids) },
  )
  return fc
    .tuple(name, encoded(ids), fc.boolean())
    .map(([key, value, twice]) =>
      twice && value.length < 100 ? `${key}=${value}&${key}=${value}` : `${key}=${value}`,
    )
}

/** Every byte that is no letter, digit or dash; § stays, to be replaced. */
export function percentEncoded(plain: string): string {
  return plain
    .split('§')
    .map((part) =>
      [...Buffer.from(part)]
        .map((byte) =>
          /[\w.~-]/.test(String.fromCharCode(byte)) && byte < 128
            ? String.fromCharCode(byte)
            : `%${byte.toString(16).padStart(2, '0')}`,
        )
        .join(''),
    )
    .join('§')
}
