// Requests written by hand, to the byte, as no browser would send them.
import { type IncomingHttpHeaders, request } from 'node:http'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import type { Desk } from './running-desk.ts'

export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** As they came: compressed, where they were. */
  readonly bytes: Buffer
}

/** A request to the byte, as no browser would send it. */
export function send(
  desk: Pick<Desk, 'url'>,
  path: string,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<Got> {
  const { hostname, port } = new URL(desk.url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const { statusCode: status = 0, headers } = answer
        const bytes = Buffer.concat(parts)
        resolve({ status, headers, bytes, text: bytes.toString('utf8') })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export const fromUs = { 'Sec-Fetch-Site': 'same-origin' }
export const asForm = { ...fromUs, 'Content-Type': 'application/x-www-form-urlencoded' }

/** Signs in; the session's cookie, for those who send their requests by hand. */
export async function cookieOf(desk: Pick<Desk, 'url'>, email = 'alice@atelier.example'): Promise<string> {
  const body = new URLSearchParams({ email, password: trialPassword }).toString()
  const answer = await send(desk, paths.signIn, { method: 'POST', headers: asForm, body })
  return sessionIn(answer)
}

/** The session's cookie among those that an answer sets. */
export function sessionIn({ headers }: Got): string {
  return headers['set-cookie']?.map((cookie) => cookie.split(';')[0] ?? '').find((cookie) => cookie.startsWith('sid=')) ?? '' // biome-ignore format: one thought
}
