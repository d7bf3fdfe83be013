// Secrets that were let go through the whole program, to be looked for wherever it writes.

export type Place = 'log' | 'database' | 'answers' | 'mail' | 'requests'

export interface Planted {
  readonly name: string
  readonly value: string
  /** It was there, and was used: else it would be no wonder that it is not found. */
  readonly passed: boolean
  /** Where it has to be, to be of use. */
  readonly belongs: readonly Place[]
}

export type Writings = Readonly<Record<Place, string>>

/** `the SMTP password is in the log`; empty where each secret is only where it belongs. */
export function leaks(planted: readonly Planted[], writings: Writings): string[] {
  const places = Object.keys(writings) as Place[]
  return planted.flatMap(({ name, value, belongs }) =>
    places
      .filter(
        (place) =>
          !belongs.includes(place) && disguises(value).some((each) => writings[place].includes(each)),
      )
      .map((place) => `${name} is in the ${place}`),
  )
}

/** As it is, and as it goes into addresses, forms, JSON and headers. */
function disguises(value: string): string[] {
  const bytes = Buffer.from(value)
  const all = [
    value,
    encodeURIComponent(value),
    new URLSearchParams({ value }).toString().slice('value='.length),
    JSON.stringify(value).slice(1, -1),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]
  return [...new Set(all)]
}
