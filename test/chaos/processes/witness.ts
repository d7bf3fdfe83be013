// Sees each request to the sandbox as it arrives, and what stands in Guichet's books at that moment.
import type { LoggedRequest } from '../../../src/sandbox/api/request-log.ts'
import type { AttemptSeen, Peek } from '../books/peek.ts'

export interface SeenPayment {
  readonly invoice: string
  readonly request: LoggedRequest
  /** The attempts of the invoice that were durable when the request arrived; null where they could not be read. */
  readonly attempts: readonly AttemptSeen[] | null
}

export interface Call {
  readonly at: number
  readonly method: string
  readonly path: string
}

export interface Witness {
  readonly payments: SeenPayment[]
  /** Everything that came with an idempotency key. */
  readonly keyed: LoggedRequest[]
  readonly calls: Call[]
  readonly onRequest: (request: LoggedRequest) => Promise<void>
  count(): number
  underWay(): { readonly open: number }
}

export function witness(peek: Peek): Witness {
  const payments: SeenPayment[] = []
  const keyed: LoggedRequest[] = []
  const calls: Call[] = []
  const recent = new Set<LoggedRequest>()
  return {
    payments,
    keyed,
    calls,
    count: () => calls.length,
    underWay() {
      for (const request of recent) if (request.ended !== null) recent.delete(request)
      return { open: recent.size }
    },
    async onRequest(request) {
      const { at, method, path, idempotencyKey } = request
      calls.push({ at, method, path })
      recent.add(request)
      if (idempotencyKey !== null) keyed.push(request)
      const invoice = /^\/v1\/invoices\/(\w+)\/pay$/.exec(path)?.[1]
      if (invoice !== undefined) payments.push({ invoice, request, attempts: await peek.attemptsOf(invoice) })
    },
  }
}
