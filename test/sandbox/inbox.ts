// Somewhere for events to go: a server that keeps what it is sent and answers as told.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type Stripe from 'stripe'
import { onTestFinished } from 'vitest'

export interface Inbox {
  url: string
  received: { event: Stripe.Event; body: string; signature: string }[]
  /** The statuses of the next answers; after them 200. */
  answers: number[]
}

export async function openInbox(): Promise<Inbox> {
  const inbox: Inbox = { url: '', received: [], answers: [] }
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray()
    const body = Buffer.concat(chunks).toString('utf8')
    const signature = String(request.headers['stripe-signature'])
    inbox.received.push({ event: JSON.parse(body), body, signature })
    response.writeHead(inbox.answers.shift() ?? 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  inbox.url = `http://127.0.0.1:${port}/webhooks/stripe`
  return inbox
}
