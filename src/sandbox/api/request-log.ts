// Every request to the API, so that what was sent, how often and with which bytes can be looked up. No card data.
export interface LoggedRequest {
  id: string
  /** Milliseconds since 1970. */
  at: number
  /** When the connection was done with it, answered or not; null while it is under way. Milliseconds since 1970. */
  ended: number | null
  method: string
  path: string
  key: 'secret' | 'publishable' | 'none'
  idempotencyKey: string | null
  /** A keyed digest of the body's bytes as they came. */
  bodyDigest: string
  /** Null while it is not answered. */
  status: number | null
  replayed: boolean
  fault: string | null
}

export interface RequestLog {
  readonly entries: LoggedRequest[]
  add(entry: LoggedRequest): LoggedRequest
  clear(): void
}

const most = 20_000

export function requestLog(): RequestLog {
  const entries: LoggedRequest[] = []
  return {
    entries,
    add(entry) {
      if (entries.length >= most) entries.shift()
      entries.push(entry)
      return entry
    },
    clear() {
      entries.length = 0
    },
  }
}
