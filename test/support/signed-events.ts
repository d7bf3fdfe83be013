// Events as Stripe would send them, and as it would not.
import { createHmac } from 'node:crypto'
import { paths } from '../../src/web/paths.ts'
import { type Got, send } from './by-hand.ts'
import type { Desk } from './running-desk.ts'

let made = 0

/** The body of an event about a company's customer, signed by nobody yet. */
export function eventBody(changes: Readonly<Record<string, unknown>> = {}, customer = 'cus_none'): string {
  made += 1
  const event = {
    id: `evt_made_${made}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: now(),
    data: { object: { id: customer, object: 'customer' } },
    livemode: false,
    pending_webhooks: 1,
    request: null,
    type: 'customer.updated',
    ...changes,
  }
  return JSON.stringify(event, null, 2)
}

export function now(): number {
  return Math.floor(Date.now() / 1000)
}

export function hmac(body: string | Buffer, secret: string, at: number | string = now()): string {
  return createHmac('sha256', secret).update(`${at}.`).update(body).digest('hex')
}

export function signature(body: string | Buffer, secret: string, at: number | string = now()): string {
  return `t=${at},v1=${hmac(body, secret, at)}`
}

export function deliver(
  desk: Desk,
  body: string | Buffer,
  signed: string | undefined = signature(body, desk.keys.webhookSecret),
  headers: Readonly<Record<string, string>> = {},
): Promise<Got> {
  const all = {
    'Content-Type': 'application/json',
    ...(signed !== '' && { 'Stripe-Signature': signed }),
    ...headers,
  }
  return send(desk, paths.webhook, { method: 'POST', headers: all, body })
}

export async function keptEvents({ database }: Desk): Promise<number> {
  const row = await database.get<{ kept: number }>(
    "select count(*) as kept from stripe_events where id like 'evt_made_%'",
  )
  return row?.kept ?? 0
}
