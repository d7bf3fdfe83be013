// The desk in a process of its own, as a server is one. It says where it is, and answers until it is ended.
import { openDesk } from '../support/running-desk.ts'
import { furnish } from './furnish.ts'

const [file = '', accounts = '0'] = process.argv.slice(2)
const desk = await openDesk({
  databaseUrl: `file:${file}`,
  environment: { TRUST_PROXY: 'loopback' },
  putOff: undefined,
})
console.log(JSON.stringify(await furnish(desk, Number(accounts))))
