// The requests of a question, one at a time on one connection, in an order that chance decides.

import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../chaos/random.ts'
import type { House } from './furnish.ts'
import type { Asked, Question } from './questions.ts'

/** How many go before those that count: the first find everything cold. */
export function warmUpFor(tries: number): number {
  return Math.ceil(tries / 10)
}

/** Milliseconds from the request, or from the one after it, to the end of the answer, by alternative. */
export async function measure(
  house: House,
  { name, status, next, alternatives }: Question,
  tries: number,
  random: Random,
): Promise<Map<string, number[]>> {
  const warmUp = warmUpFor(tries)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times = new Map(Object.keys(alternatives).map((each): [string, number[]] => [each, []]))
  const order = random.shuffled([...times.keys()].flatMap((each) => Array<string>(tries + warmUp).fill(each)))
  const counts = new Map<string, number>()
  for (const [index, alternative] of order.entries()) {
    const at = counts.get(alternative) ?? 0
    counts.set(alternative, at + 1)
    const asked = alternatives[alternative]?.(house, at)
    if (!asked) throw new Error(`${name} has no ${alternative}`)
    // As if each came from a network of its own.
    const from = `10.${index >> 8}.${index & 255}.1`
    const began = performance.now()
    const got = await send(agent, house, asked, from)
    let took = performance.now() - began
    if (got !== status) throw new Error(`${name}: ${alternative} is answered ${got}, not ${status}`)
    if (next) {
      const asked = performance.now()
      await send(agent, house, next, from)
      took = performance.now() - asked
    }
    if (at >= warmUp) times.get(alternative)?.push(took)
    // What the server does after its answer is not to be counted with the next one.
    await pause(1)
  }
  agent.destroy()
  return times
}

function send(
  agent: Agent,
  { url }: House,
  { method, path, headers = {}, form }: Asked,
  from: string,
): Promise<number> {
  const body = form && new URLSearchParams(form).toString()
  const all = {
    ...headers,
    'Sec-Fetch-Site': 'same-origin',
    'X-Forwarded-For': from,
    ...(body !== undefined && {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(Buffer.byteLength(body)),
    }),
  }
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method, agent, headers: all }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', reject).end(body)
  })
}
