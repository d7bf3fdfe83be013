// Expiry dates as people and browsers write them: 12/27, 12 / 2027, 1227, 122027.

export function expiryOf(text) {
  const written =
    /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{2}|\d{4})\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2}|\d{4})\s*$/.exec(text)
  if (!written) return undefined
  const [, month, year] = written
  return { month: Number(month), year: year.length === 2 ? 2000 + Number(year) : Number(year) }
}

// A first digit over 1 can only be a whole month, so the slash may come at once.
export function spacedExpiry(text, deleting = false) {
  const whole = expiryOf(text)
  if (whole && text.length > 4) return `${twoDigits(whole.month)} / ${twoDigits(whole.year % 100)}`
  const typed = oneMonth(text).replace(/\D/g, '')
  // 20 may be the beginning of a year in four digits.
  const digits = typed.slice(0, typed.startsWith('20', 2) ? 6 : 4)
  if (digits.length < 2 || (digits.length === 2 && deleting)) return digits
  return `${digits.slice(0, 2)} / ${digits.slice(2)}`
}

function oneMonth(text) {
  return /^([2-9]|1\s*\/)/.test(text) ? `0${text}` : text
}

function twoDigits(number) {
  return String(number).padStart(2, '0')
}
