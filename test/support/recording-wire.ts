// A wire into a desk that writes down every byte that goes in and every byte that comes out.

import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import type { Desk } from './running-desk.ts'

export interface Wire {
  /** The desk as it is at the wire's end. */
  readonly desk: Desk
  asked(): string
  answered(): string
}

/** Stripe's events come by it, too. */
export async function recordingWire(desk: Desk): Promise<Wire> {
  const [asked, answered]: Buffer[][] = [[], []]
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(new URL(desk.url).port), '127.0.0.1')
    for (const socket of [near, far]) sockets.add(socket.on('error', () => socket.destroy()))
    near.on('data', (bytes: Buffer) => asked?.push(bytes)).pipe(far)
    far.on('data', (bytes: Buffer) => answered?.push(bytes)).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  desk.sandbox.webhooks.remove(desk.url + paths.webhook)
  desk.sandbox.webhooks.add({ url: url + paths.webhook, secret: desk.keys.webhookSecret })
  return {
    desk: { ...desk, url },
    asked: () => Buffer.concat(asked ?? []).toString('latin1'),
    answered: () => Buffer.concat(answered ?? []).toString('latin1'),
  }
}
