// What came in a form, made safe to keep: one value a field, of bounded length, without what cannot be seen.

export class BadInput extends Error {
  override readonly name = 'BadInput'
}

const invisible = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** A line of text; empty where the field is missing. A field that is there twice is refused. */
export function lineOf(body: unknown, name: string, longest = 200): string {
  return rawOf(body, name, longest).replace(invisible, '').normalize('NFC').trim()
}

/** Exactly what was typed: for passwords. */
export function rawOf(body: unknown, name: string, longest: number): string {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  if (value === undefined) return ''
  if (typeof value !== 'string') throw new BadInput(`${name} is there more than once`)
  if (value.length > longest) throw new BadInput(`${name} is too long`)
  return value
}
