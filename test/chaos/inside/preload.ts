// Loaded before the server: node --import test/chaos/inside/preload.ts src/server.ts
import { flushCompileCache } from 'node:module'
import { installClock, moveClock } from './clock.ts'
import { appointDeath } from './death.ts'
import { makeHaste } from './haste.ts'
import { installHttp, tellPort } from './http.ts'
import { type Orders, ordersVariable } from './orders.ts'
import { installPostgres } from './postgres.ts'
import { installSqlite, setDisk } from './sqlite.ts'

installClock()
makeHaste()
installHttp()
installSqlite()
installPostgres()
obey(JSON.parse(process.env[ordersVariable] ?? '{}'))
tellPort((port) => {
  process.send?.({ port })
  // It would be kept at the end, which never comes in an orderly way.
  flushCompileCache()
})
process.on('message', ({ id, orders }: { id: number; orders: Orders }) => {
  obey(orders)
  process.send?.({ id })
})
// The harness alone keeps no server alive.
process.channel?.unref()

function obey({ ahead, death, disk }: Orders): void {
  if (ahead !== undefined) moveClock(ahead)
  if (death !== undefined) appointDeath(death)
  if (disk !== undefined) setDisk(disk)
}
