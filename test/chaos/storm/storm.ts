// The middle of a round: people, banks and bills, and everything going wrong at once.
import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import { bill } from '../world/invoices.ts'
import { acts, firstInvoices, quietActs } from './actions.ts'
import { full, locked, readOnly } from './database-troubles.ts'
import { type Backup, takeBackup } from './restore.ts'
import {
  appointedDeath,
  clockBack,
  clockJump,
  disorder,
  eventsAgain,
  networkFault,
  suddenDeath,
  timePasses,
} from './troubles.ts'

type Step = () => Promise<unknown>

/** What a round has of the rarer troubles. */
interface Weather {
  readonly jumps: boolean
  readonly database: ((scene: Scene) => Promise<void>) | null
  readonly restore: boolean
  readonly disorder: boolean
}

function weather(random: Random): Weather {
  return {
    jumps: random.chance(0.3),
    database: random.chance(0.35) ? random.pick([locked, full, readOnly]) : null,
    restore: random.chance(0.12),
    disorder: random.chance(0.5),
  }
}

export async function storm(scene: Scene): Promise<void> {
  const { random, fleet } = scene
  const kind = weather(random)
  scene.notes.remarks.push(
    Object.keys(kind)
      .filter((name) => kind[name as keyof Weather])
      .join(' '),
  )
  if (kind.disorder) await disorder(scene)
  for (const step of woven(random, stories(scene), troubles(scene, kind))) {
    await step()
    await pause(random.between(0, 25))
    await fleet.revive()
  }
}

/** The companies' own steps, in an order of chance. */
function stories(scene: Scene): Step[] {
  const { random, companies } = scene
  const steps = companies.flatMap((company) => {
    const bills = Array.from(
      { length: company.plan.invoices },
      () => () => bill(scene.sandbox, company, random),
    )
    const those = company.plan.isQuiet ? quietActs : acts
    const acting = Array.from(
      { length: random.between(1, 4) },
      () => () => random.pick(those)(scene, company),
    )
    return [() => firstInvoices(scene, company), ...bills, ...acting]
  })
  return random.shuffled(steps)
}

function troubles(scene: Scene, { jumps, database, restore }: Weather): Step[] {
  const { random, companies } = scene
  const often = [networkFault, networkFault, networkFault, appointedDeath, appointedDeath, suddenDeath, eventsAgain, timePasses] as const // biome-ignore format: one thought
  const steps: Step[] = Array.from({ length: 6 + companies.length }, () => () => random.pick(often)(scene))
  if (jumps)
    steps.push(
      () => clockJump(scene),
      () => clockBack(scene),
      () => clockJump(scene),
      () => clockBack(scene),
    )
  if (database) steps.push(() => database(scene))
  return restore ? withRestore(scene, random.shuffled(steps)) : random.shuffled(steps)
}

function withRestore(scene: Scene, steps: Step[]): Step[] {
  let backup: Backup | undefined
  const third = Math.floor(steps.length / 3)
  const take: Step = async () => {
    backup = await takeBackup(scene)
  }
  return [...steps.slice(0, third), take, ...steps.slice(third, 2 * third), async () => backup?.putBack(), ...steps.slice(2 * third)] // biome-ignore format: one thought
}

/** Both lists keep their order. */
function woven(random: Random, some: readonly Step[], others: readonly Step[]): Step[] {
  const [one, other] = [[...some], [...others]]
  const all: Step[] = []
  for (let left = one.length + other.length; left > 0; left -= 1) {
    const from = random.between(1, left) <= one.length ? one : other
    const step = from.shift()
    if (step) all.push(step)
  }
  return all
}
