// Bytes on a connection, as no client of HTTP would send them.
import { connect } from 'node:net'
import { onTestFinished } from 'vitest'

export interface RawSocket {
  send(bytes: string | Buffer): void
  /** All that came, once the other side has ended. */
  ended(): Promise<string>
}

export function rawSocket(url: string): RawSocket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {})
  const parts: Buffer[] = []
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  socket.on('data', (part: Buffer) => parts.push(part))
  onTestFinished(() => void socket.destroy())
  return {
    send: (bytes) => void socket.write(bytes),
    async ended() {
      await closed
      return Buffer.concat(parts).toString('latin1')
    },
  }
}
