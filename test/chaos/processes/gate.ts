// Stands where a load balancer would: hands each event to one of the servers, and remembers what it was answered.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { Server } from './server.ts'

export interface Delivered {
  readonly event: string
  /** Milliseconds since 1970, by the real clock. */
  readonly at: number
  /** Null: no answer. */
  readonly status: number | null
}

export interface Gate {
  readonly url: string
  readonly delivered: readonly Delivered[]
  close(): Promise<void>
}

export async function openGate(servers: () => readonly Server[]): Promise<Gate> {
  const delivered: Delivered[] = []
  let turn = 0
  const gate = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming)
    const alive = servers()
    turn += 1
    const server = alive[turn % Math.max(1, alive.length)]
    const status = server ? await forward(server, incoming, body) : null
    delivered.push({ event: eventIn(body), at: Date.now(), status })
    answer(outgoing, status)
  })
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
  const address = gate.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/webhooks/stripe`,
    delivered,
    async close() {
      gate.closeAllConnections()
      await new Promise((resolve) => gate.close(resolve))
    },
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function forward(server: Server, { headers }: IncomingMessage, body: Buffer): Promise<number | null> {
  return new Promise((resolve) => {
    const sent = request(
      `${server.url}/webhooks/stripe`,
      { method: 'POST', headers, agent: false },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? null)
      },
    )
    sent.on('error', () => resolve(null))
    sent.end(body)
  })
}

function answer(outgoing: ServerResponse, status: number | null): void {
  if (status === null) outgoing.destroy()
  else outgoing.writeHead(status).end()
}

function eventIn(body: Buffer): string {
  return JSON.parse(body.toString('utf8')).id
}
