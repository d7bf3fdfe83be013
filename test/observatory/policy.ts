// The score of a content security policy.

const broad = ['ftp:', 'http:', 'https:', '*', 'http://*', 'http://*.*', 'https://*', 'https://*.*']
const inline = ["'unsafe-inline'", 'data:']
const passive = ['img-src', 'media-src']

type Policy = ReadonlyMap<string, readonly string[]>

/** Directives and their sources; null where there is none, or where one stands in it twice. */
export function policyOf(header: string | undefined): Policy | null {
  const parts = (header ?? '').split(';').map((part) => part.trim().toLowerCase().split(/\s+/))
  const named = parts.filter(([name]) => name !== '')
  const policy = new Map(named.map(([name = '', ...sources]) => [name, sources]))
  return policy.size > 0 && policy.size === named.length ? policy : null
}

export function policyScore(header: string | undefined): number {
  const policy = policyOf(header)
  if (!policy) return -25
  const of = (name: string): readonly string[] => policy.get(name) ?? policy.get('default-src') ?? ['*']
  const [script, style, object] = [
    withoutMooted(of('script-src')),
    withoutMooted(of('style-src')),
    of('object-src'),
  ]
  if (
    script.some((each) => [...broad, ...inline].includes(each)) ||
    object.some((each) => broad.includes(each))
  )
    return -20
  const active = [...policy].filter(([name]) => !passive.includes(name)).flatMap(([, sources]) => sources)
  if (active.some(isInsecure)) return -20
  if ([...script, ...style].includes("'unsafe-eval'")) return -10
  if (passive.flatMap((name) => policy.get(name) ?? policy.get('default-src') ?? []).some(isInsecure))
    return -10
  if (style.some((each) => [...broad, ...inline].includes(each))) return 0
  const least = policy.get('default-src')
  return least?.length === 1 && least[0] === "'none'" ? 10 : 5
}

// Where there is a hash or a nonce, browsers do not heed 'unsafe-inline'.
function withoutMooted(sources: readonly string[]): readonly string[] {
  const isPrecise = sources.some((each) => /^'(nonce|sha(256|384|512))-/.test(each))
  return isPrecise ? sources.filter((each) => each !== "'unsafe-inline'") : sources
}

function isInsecure(source: string): boolean {
  return source.startsWith('http:') || source.startsWith('ftp:')
}
