// The sandbox's process, seen from the harness: its control routes over HTTP, the rest by messages.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { LoggedRequest } from '../../../src/sandbox/api/request-log.ts'
import type { InvoiceAccount } from '../../../src/sandbox/judge/accounts.ts'
import { keep, kill } from './house.ts'
import { lineTo } from './line.ts'
import type { Call, SeenPayment } from './witness.ts'

const program = fileURLToPath(new URL('sandbox-program.ts', import.meta.url))

export interface SandboxOptions {
  readonly databaseUrl: string
  readonly webhook: { readonly url: string; readonly secret: string }
  readonly ahead: number
}

export interface WalletThere {
  readonly customer: string
  readonly chosen: string | null
  readonly cards: readonly string[]
}

export interface Activity {
  readonly requests: number
  readonly open: number
  readonly deliveries: number
}

export interface SandboxProcess {
  readonly url: string
  control<Answer>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer>
  /** A call of Stripe's API as the host product makes it; parameters by their form names. */
  api<Answer>(path: string, form: Readonly<Record<string, string>>): Promise<Answer>
  setClock(ahead: number): Promise<void>
  now(): Promise<number>
  book(): Promise<InvoiceAccount[]>
  payments(): Promise<SeenPayment[]>
  keyed(): Promise<LoggedRequest[]>
  calls(): Promise<Call[]>
  activity(): Promise<Activity>
  wallets(): Promise<WalletThere[]>
  intents(): Promise<{ id: string; status: string }[]>
  invoices(): Promise<{ id: string; next: number | null; status: string }[]>
  close(): Promise<void>
}

export async function startSandbox(options: SandboxOptions): Promise<SandboxProcess> {
  const child = keep(
    fork(program, [JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  )
  const [{ url }] = await once(child, 'message')
  const line = lineTo(child)
  const ask = <Answer>(what: string, given?: unknown): Promise<Answer> => line.ask({ what, given })

  async function control<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const headers = { 'Content-Type': 'application/json' }
    const sent = await fetch(`${url}/sandbox/control${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer: Answer = JSON.parse(await sent.text())
    return answer
  }

  async function api<Answer>(path: string, form: Readonly<Record<string, string>>): Promise<Answer> {
    const headers = { Authorization: 'Bearer sk_test_host' }
    const sent = await fetch(url + path, { method: 'POST', headers, body: new URLSearchParams(form) })
    const answer: Answer = JSON.parse(await sent.text())
    return answer
  }

  return {
    url,
    control,
    api,
    setClock: (ahead) => ask('clock', ahead),
    now: () => ask('now'),
    book: () => control('GET', '/invoices'),
    payments: () => ask('payments'),
    keyed: () => ask('keyed'),
    calls: () => ask('calls'),
    activity: () => ask('activity'),
    wallets: () => ask('wallets'),
    intents: () => ask('intents'),
    invoices: () => ask('open'),
    close: () => kill(child),
  }
}
