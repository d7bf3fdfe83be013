// npm run chaos:breakages [-- --only WORD] [--seed S] [--trials N]: breaks the program on purpose, in a copy, and shows
// which invariant caught each mistake. Fails where one was not caught.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chaos } from '../chaos.ts'
import { newFolder, removeFolder } from '../processes/house.ts'
import type { RoundResult } from '../tally.ts'
import { breakTree } from './broken-tree.ts'
import { type Breakage, breakages } from './list.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    trials: { type: 'string', default: '128' },
  },
})
const root = fileURLToPath(new URL('../../..', import.meta.url))

let escaped = 0
for (const breakage of breakages.filter(({ name }) => name.includes(values.only))) {
  const caught = await catchIt(breakage)
  if (!caught) escaped += 1
  console.log(`${breakage.name}: ${caught ?? `not caught in ${values.trials} trials`}`)
}
process.exit(escaped === 0 ? 0 : 1)

async function catchIt({
  patches,
  workers,
  caughtBy,
  seed = Number(values.seed),
}: Breakage): Promise<string | undefined> {
  const folder = newFolder()
  let last: RoundResult | undefined
  try {
    breakTree(root, folder, patches)
    const enough = (round: RoundResult): boolean => {
      last = round
      return round.findings.some(({ invariant }) => caughtBy.includes(invariant))
    }
    const trials = Number(values.trials)
    const options = {
      trials,
      seed,
      workers,
      database: 'sqlite',
      root: folder,
      say: () => {},
      enough,
    } as const
    const tally = await chaos(options)
    return last && enough(last) ? told(last, tally.trials) : undefined
  } finally {
    removeFolder(folder)
  }
}

function told({ seed, findings }: RoundResult, trials: number): string {
  const counts = Map.groupBy(findings, ({ invariant }) => invariant)
  const invariants = [...counts].sort(([one], [other]) => one - other)
  const names = invariants.map(([invariant, found]) => `${invariant || 'stuck'} (${found.length})`)
  return `caught by ${names.join(', ')} in ${trials} trials, seed ${seed}`
}
