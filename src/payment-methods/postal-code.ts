// Card terminals in North America know postal codes of digits only. A card from elsewhere has no such code, so
// its bank checks the digits of its own: M4B 1B3 becomes 413, and on five-digit terminals 41300.
// Source: the rule that American petrol pumps print for Canadian cards (the three digits, then two zeros).

/** What to try after a postal code was refused, or undefined when there is nothing left to try. */
export function digitsOnlyForm(refused: string): string | undefined {
  const typed = refused.trim()
  const digits = typed.normalize('NFKC').replace(/[^0-9]/g, '')
  if (digits === '') return undefined
  if (digits !== typed) return digits
  return digits.length < 5 ? digits.padEnd(5, '0') : undefined
}
