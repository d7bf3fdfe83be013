// Another copy of the app on the database of a desk, as if it were another process of ours, set up as it says.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import { compose } from '../../src/compose.ts'
import { type Environment, readConfig } from '../../src/config.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Desk } from './running-desk.ts'

export interface Beside {
  readonly url: string
  close(): Promise<void>
}

/** Closed when the test ends. In a hook, use `openBeside` and close it yourself. */
export async function beside(desk: Desk, environment: Environment = {}, clock?: Clock): Promise<Beside> {
  const opened = await openBeside(desk, environment, clock)
  onTestFinished(() => opened.close())
  return opened
}

/** With Stripe's keys in its environment it takes those, else the sandbox's. */
export async function openBeside(desk: Desk, environment: Environment = {}, clock?: Clock): Promise<Beside> {
  const read = readConfig(environment)
  if ('faults' in read) throw new Error(read.faults.join(' '))
  const { app, background } = compose(read.config, read.config.stripe ?? desk.keys, {
    database: desk.database,
    log: pino({ level: 'silent' }),
    ...(clock && { clock }),
  })
  const server = createServer(app as RequestListener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await background.stop()
    },
  }
}
