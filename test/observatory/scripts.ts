// The score of where a page's scripts come from, for a page that came by https.

interface Script {
  readonly source: string
  readonly isHashed: boolean
}

export function scriptsScore(html: string): number {
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].map(
    ([tag, source = '']): Script => ({ source, isHashed: /\bintegrity="/.test(tag) }),
  )
  const foreign = scripts.filter(({ source }) => /^(https?:)?\/\//.test(source))
  if (foreign.some(({ source, isHashed }) => !isHashed && !source.startsWith('https:'))) return -50
  if (foreign.some(({ isHashed }) => !isHashed)) return -5
  if (foreign.some(({ source }) => !source.startsWith('https:'))) return -20
  return foreign.length > 0 || scripts.some(({ isHashed }) => isHashed) ? 5 : 0
}
