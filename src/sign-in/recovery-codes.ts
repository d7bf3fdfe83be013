// Ten codes for the day the phone is gone, each good once. Twelve signs are sixty bits: too few for a plain hash, so
// they are kept as passwords are.

import { randomBytes } from 'node:crypto'

export const codeCount = 10

// Crockford's base 32: no letter that is taken for a digit, none that makes words.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 12

/** As they are shown: in three groups of four. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: codeCount }, () =>
    Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length])
      .join('')
      .replace(/(.{4})(?!$)/g, '$1-'),
  )
}

/** As they are compared, however they were typed; null for what is no such code. */
export function bareCode(typed: string): string | null {
  const bare = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  return bare.length === length && [...bare].every((sign) => alphabet.includes(sign)) ? bare : null
}
