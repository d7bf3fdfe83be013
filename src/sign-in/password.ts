// What a password has to be. Source: OWASP ASVS 5.0, V6.2: length counts, composition does not.

import { isMostUsed } from './most-used-passwords.ts'

export type PasswordFault = 'tooShort' | 'tooLong' | 'common' | 'obvious'

const shortest = 12
const longest = 200
const leastOfOnesOwn = 8

// What else attackers try first, in French above all.
const common = new Set(
  `123456789012 1234567890123 12345678901234 123456789123 123123123123 111111111111 000000000000 987654321987
   passwordpassword password1234 password12345 password123456 passw0rd1234 motdepasse123 motdepasse1234 motdepassemotdepasse
   qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiopasdf qwerty123456 azertyuiop12 azertyuiop123 azerty123456
   1q2w3e4r5t6y 1qaz2wsx3edc abcdefghijkl abcdefghijklm administrator administrateur changeme1234 letmein12345
   iloveyou1234 welcome12345 bienvenue1234 jetaimejetaime soleil123456 aaaaaaaaaaaa abc123abc123 qazwsxedcrfv
   correcthorsebatterystaple unitedstates manchesterunited superman1234 dragon123456 monkey123456`.split(
    /\s+/,
  ),
)

/**
 * What is wrong with it, or null. Any characters will do, spaces too. `known`: what anybody knows of whose it is, such
 * as their name, their address and their company's name.
 */
export function faultOf(password: string, known: readonly string[] = []): PasswordFault | null {
  const length = [...password].length
  if (length < shortest) return 'tooShort'
  if (length > longest) return 'tooLong'
  if (isCommon(password.toLowerCase().replace(/\s/g, ''))) return 'common'
  return isObvious(password, known) ? 'obvious' : null
}

// Also with a year or a sign behind it, and a few letters over and over.
function isCommon(plain: string): boolean {
  const tries = [plain, plain.replace(/\P{L}{1,4}$/u, '')]
  return tries.some((each) => common.has(each) || isMostUsed(each)) || /^(.{1,6})\1+$/su.test(plain)
}

// Without the words that anybody knows too little is left of it to guess long at.
function isObvious(password: string, known: readonly string[]): boolean {
  const words = [...known, 'Guichet'].flatMap((text) => lettersOf(text).split(/[^\p{L}\p{N}]+/u))
  const rest = words
    .filter((word) => word.length >= 4)
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), lettersOf(password))
  return rest.replace(/[^\p{L}\p{N}]/gu, '').length < leastOfOnesOwn
}

// As somebody types it who leaves the accents out.
function lettersOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
