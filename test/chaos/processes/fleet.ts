// All the servers of a round: those that die are started again, and all go by one clock unless told otherwise.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Orders } from '../inside/orders.ts'
import { type Server, type ServerOptions, startServer } from './server.ts'

export interface Fleet {
  alive(): readonly Server[]
  /** To all, and to those that are started later. */
  order(orders: Orders): Promise<void>
  /** To one of them, and to nobody who is started later. */
  orderOne(index: number, orders: Orders): Promise<void>
  /** Starts those again that are dead. */
  revive(): Promise<void>
  killAll(): Promise<void>
  deaths(): number
}

export function fleetOf(size: number, options: ServerOptions): Fleet {
  const servers: (Server | null)[] = Array.from({ length: size }, () => null)
  let standing: Orders = {}
  let deaths = 0
  const alive = (): Server[] => servers.flatMap((server) => (server?.isAlive() ? [server] : []))

  async function start(index: number): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      const server = await startServer(options, standing)
      servers[index] = server
      if (server) return void server.died().then(() => (deaths += 1))
    }
    throw new Error(`The server does not start:\n${lastOf(join(options.folder, 'server.log'))}`)
  }

  return {
    alive,
    async order(orders) {
      standing = { ...standing, ...orders }
      await Promise.all(alive().map((server) => server.order(orders)))
    },
    async orderOne(index, orders) {
      await servers[index % size]?.order(orders)
    },
    async revive() {
      const dead = servers.flatMap((server, index) => (server?.isAlive() ? [] : [index]))
      await Promise.all(dead.map(start))
    },
    async killAll() {
      await Promise.all(servers.map((server) => server?.kill()))
    },
    deaths: () => deaths,
  }
}

function lastOf(log: string): string {
  return readFileSync(log, 'utf8').split('\n').slice(-12).join('\n')
}
