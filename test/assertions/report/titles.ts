// Assertion 7. Two addresses of one language never have one title.

import type { Look } from './look.ts'

export function withTitles(looks: readonly Look[]): Look[] {
  const addresses = new Map<string, Set<string>>()
  // The gallery shows once more what is elsewhere.
  const keyOf = ({ language, page }: Look, text: string) =>
    `${language} ${page.startsWith('gallery:')} ${text}`
  for (const look of looks) {
    if (!look.title) continue
    const { text, address } = look.title
    const known = addresses.get(keyOf(look, text)) ?? new Set()
    addresses.set(keyOf(look, text), known.add(address))
  }
  return looks.map((look) => {
    if (!look.title) return look
    const alike = [...(addresses.get(keyOf(look, look.title.text)) ?? [])]
    const faults = alike.length > 1 ? [`“${look.title.text}” at ${alike.join(', ')}`] : []
    return { ...look, findings: { ...look.findings, 7: faults } }
  })
}
