// npm run fuzz -- --cases N --seed S
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 30)) },
  },
})
const [cases = 0, seed = Number.NaN] = [values.cases, values.seed].map(Number)
if (!(cases > 0) || !Number.isInteger(seed)) {
  console.error('npm run fuzz -- --cases N --seed S')
  process.exit(2)
}

const { tally, fault } = await fuzz(cases, seed)
if (fault !== null) console.log(fault)
const statuses = [...tally.statuses].sort(([one], [other]) => one - other)
console.log(
  `seed ${seed}: ${tally.requests} requests to ${tally.routes.size} routes, the slowest ${Math.round(tally.slowest)} ms`,
)
// 0: the body was not read to its end, and the connection ended.
console.log(statuses.map(([status, count]) => `${status}: ${count}`).join(', '))
console.log(fault === null ? 'no fault' : 'a fault')
process.exit(fault === null ? 0 : 1)
