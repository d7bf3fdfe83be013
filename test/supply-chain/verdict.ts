// What an answer of npm audit means. A registry that cannot be asked is no finding, and what is not understood is one.

export interface Answered {
  /** Null: npm did not end by itself. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Verdict {
  readonly verdict: 'clean' | 'failed' | 'skipped: the registry does not answer'
  readonly lines: readonly string[]
}

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|UND_ERR_\w+)\b/
/** It answers, and has no such service: a mirror, or one that is down. */
const withoutService = new Set([403, 404, 405, 407, 429, 500, 501, 502, 503, 504])

export function verdictOf({ status, stdout, stderr }: Answered): Verdict {
  const told = parsed(stdout)
  if (isRefusal(told) || (status === null && stdout === ''))
    return { verdict: 'skipped: the registry does not answer', lines: [] }
  const findings = [...weaknessesIn(told), ...signaturesIn(told)]
  if (status === 0 && told !== undefined && findings.length === 0) return { verdict: 'clean', lines: [] }
  const lines = findings.length > 0 ? findings : [`npm ended with ${status} and said`, ...(stdout + stderr).split('\n').slice(0, 20)] // biome-ignore format: one thought
  return { verdict: 'failed', lines }
}

function isRefusal(told: unknown): boolean {
  const error = field(told, 'error')
  const code = `${field(error, 'code') ?? ''} ${field(told, 'code') ?? ''}`
  const status = field(told, 'statusCode') ?? /^E(\d{3})\b/.exec(code)?.[1]
  return unreachable.test(code) || withoutService.has(Number(status ?? 0))
}

function weaknessesIn(told: unknown): string[] {
  const found = field(told, 'vulnerabilities')
  if (typeof found !== 'object' || found === null) return []
  return Object.entries(found).map(([name, weakness]) => `${name}: ${field(weakness, 'severity')}`)
}

function signaturesIn(told: unknown): string[] {
  return ['invalid', 'missing'].flatMap((kind) => {
    const found = field(told, kind)
    const list = Array.isArray(found) ? found : []
    return list.map((each) => `${field(each, 'name')}@${field(each, 'version')}: signature ${kind}`)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}
