// npm run chaos -- --trials N --seed S [--workers W] [--database sqlite|postgres] [--root TREE]
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chaos } from './chaos.ts'
import { isClean, lastLine, type RoundResult, tallyOf } from './tally.ts'

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '32' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    workers: { type: 'string', default: '1' },
    database: { type: 'string', default: 'sqlite' },
    root: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
    keep: { type: 'boolean', default: false },
    progress: { type: 'boolean', default: false },
  },
})
const [trials, seed, workers] = [values.trials, values.seed, values.workers].map(Number)
if (!trials || seed === undefined || Number.isNaN(seed) || !workers) {
  console.error('npm run chaos -- --trials N --seed S [--workers W] [--database sqlite|postgres]')
  process.exit(2)
}

const began = Date.now()
const rounds: RoundResult[] = []
// Also of a run that was interrupted.
process.once('exit', () => console.log(lastLine(tallyOf(rounds))))
const tally = await chaos({
  trials,
  seed,
  workers,
  database: values.database === 'postgres' ? 'postgres' : 'sqlite',
  root: values.root,
  keeps: values.keep,
  say: (line) => console.log(line),
  enough: (round) => {
    rounds.push(round)
    if (values.progress)
      console.error(`${seconds()} s: seed ${round.seed}, ${round.deaths} deaths, ${round.remarks.join(' ')}`)
    return false
  },
})
process.exit(isClean(tally) ? 0 : 1)

function seconds(): number {
  return Math.round((Date.now() - began) / 1000)
}
