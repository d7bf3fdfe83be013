// A member at a browser: signs in when asked to, presses buttons, and notes what was answered.
import { trialPassword } from '../../../src/sign-in/trial-accounts.ts'
import type { Server } from '../processes/server.ts'

export interface Pressed {
  /** Null: no answer. */
  readonly status: number | null
  readonly location: string
  /** What the page after it says, in its banner. */
  readonly banner: 'done' | 'error' | null
}

export interface Visitor {
  press(path: string, form?: Readonly<Record<string, string>>): Promise<Pressed>
}

const fromUs = { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en', Accept: 'text/html' }

export function visitorOf(email: string, servers: () => readonly Server[]): Visitor {
  const cookies = new Map<string, string>()

  async function send(server: Server, path: string, body?: URLSearchParams): Promise<Response> {
    const headers = { ...fromUs, Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }
    const method = body ? 'POST' : 'GET'
    const signal = AbortSignal.timeout(20_000)
    const answer = await fetch(server.url + path, {
      method,
      headers,
      redirect: 'manual',
      signal,
      ...(body && { body }),
    })
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? []
      cookies.set(name, value)
    }
    return answer
  }

  async function pressed(path: string, form: URLSearchParams): Promise<Pressed> {
    const server = servers()[0]
    if (!server) return noAnswer
    const first = await send(server, path, form)
    const isSignedOut = first.status === 303 && location(first).startsWith('/sign-in')
    if (isSignedOut || cookies.size === 0) {
      await send(server, '/sign-in', new URLSearchParams({ email, password: trialPassword }))
      return described(server, await send(server, path, form))
    }
    return described(server, first)
  }

  async function described(server: Server, answer: Response): Promise<Pressed> {
    const { status } = answer
    if (status !== 303) return { status, location: '', banner: null }
    const page = await send(server, location(answer))
    return { status, location: location(answer), banner: bannerIn(await page.text()) }
  }

  return {
    press: (path, form = {}) => pressed(path, new URLSearchParams(form)).catch(() => noAnswer),
  }
}

const noAnswer: Pressed = { status: null, location: '', banner: null }

function location(answer: Response): string {
  return answer.headers.get('location') ?? ''
}

function bannerIn(html: string): Pressed['banner'] {
  const kind = /class="banner (\w+)"/.exec(html)?.[1]
  if (kind === undefined) return null
  return kind === 'error' ? 'error' : 'done'
}
