import type { Words } from '../words/words.ts'
import type { CardTried } from './message.ts'

/** Why a card did not pay, in the reader's words; what we have no words for is a plain refusal. */
export function refusalText(
  t: Words,
  { code, declineCode }: Pick<CardTried, 'code' | 'declineCode'>,
): string {
  const table: Readonly<Record<string, string>> = t.declines
  for (const each of [declineCode, code]) {
    if (each !== null && each !== 'unknown' && Object.hasOwn(table, each))
      return table[each] ?? t.declines.other
  }
  return t.declines.other
}
