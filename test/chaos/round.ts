// One round: some trials together in one set of processes, from one seed.
import { join } from 'node:path'
import { migrate } from '../../db/migrate.ts'
import { openDatabase } from '../../src/adapters/sql/open.ts'
import { portsTo } from '../../src/compose.ts'
import { openPeek } from './books/peek.ts'
import { gather } from './judge/evidence.ts'
import { judgeAgreement, judgeAll } from './judge/judge.ts'
import { fleetOf } from './processes/fleet.ts'
import { openGate } from './processes/gate.ts'
import { keepFolder, newFolder, removeFolder, smallDisk } from './processes/house.ts'
import { type SandboxProcess, startSandbox } from './processes/sandbox.ts'
import type { Server } from './processes/server.ts'
import { type Random, randomFrom } from './random.ts'
import { commonClock, noNotes, type Scene } from './scene.ts'
import { days, endFaults, fiveMinutes } from './settle/settle.ts'
import { storm } from './storm/storm.ts'
import type { RoundResult } from './tally.ts'
import { type Company, makeCompany } from './world/companies.ts'
import { companyPlan } from './world/plan.ts'
import { visitorOf } from './world/visitor.ts'

export interface RoundOptions {
  readonly seed: number
  readonly trials: number
  readonly workers: number
  /** The source tree whose server is put to the test. */
  readonly root: string
  /** A fresh, empty database; without it, a file of SQLite. */
  /** A round that finds something leaves its folder, with the server's log and its books. */
  readonly keeps?: boolean
  readonly database?: { readonly url: string; drop(): Promise<void> }
}

const webhookSecret = 'whsec_of_the_chaos_harness'

export async function playRound(options: RoundOptions): Promise<RoundResult> {
  const folder = newFolder()
  let isKept = false
  const leaving: (() => unknown)[] = [() => isKept || removeFolder(folder), () => options.database?.drop()]
  try {
    const scene = await setScene(options, folder, leaving)
    const told = stopwatch(scene.notes.remarks)
    await storm(scene)
    await endFaults(scene)
    told('storm')
    await fiveMinutes(scene)
    told('five minutes')
    const early = judgeAgreement(await gather(scene))
    await days(scene)
    told('days')
    const result = resultOf(options, scene, early, await gather(scene))
    isKept = options.keeps === true && result.findings.length > 0
    if (isKept) keepFolder(folder)
    return result
  } finally {
    for (const leave of leaving.toReversed()) await leave()
  }
}

function stopwatch(remarks: string[]): (what: string) => void {
  let since = performance.now()
  return (what) => {
    const now = performance.now()
    remarks.push(`${what} ${Math.round((now - since) / 100) / 10} s`)
    since = now
  }
}

function resultOf(
  { seed, trials }: RoundOptions,
  { fleet, notes }: Scene,
  early: RoundResult['findings'],
  evidence: Awaited<ReturnType<typeof gather>>,
): RoundResult {
  return {
    seed,
    trials,
    charges: evidence.book.reduce((total, { charges }) => total + charges.length, 0),
    findings: [...early, ...judgeAll(evidence)],
    deaths: fleet.deaths(),
    remarks: notes.remarks,
  }
}

async function setScene(options: RoundOptions, folder: string, leaving: (() => unknown)[]): Promise<Scene> {
  const random = randomFrom(options.seed)
  const databaseUrl = options.database?.url ?? placeFor(folder, random)
  // Events may come before the first server is there.
  let servers: () => readonly Server[] = () => []
  const gate = await openGate(() => servers())
  leaving.push(() => gate.close())
  const sandbox = await startSandbox({
    databaseUrl,
    webhook: { url: gate.url, secret: webhookSecret },
    ahead: 0,
  })
  leaving.push(() => sandbox.close())
  const companies = await moveIn(options, random, databaseUrl, sandbox)
  const notes = noNotes()
  const fleet = fleetOf(options.workers, {
    root: options.root,
    folder,
    databaseUrl,
    stripeUrl: sandbox.url,
    webhookSecret,
    stoodStill: () => notes.standstills.push(Date.now()),
  })
  leaving.push(() => fleet.killAll())
  await fleet.revive()
  servers = fleet.alive
  const peek = openPeek(databaseUrl)
  leaving.push(() => peek.close())
  const addresses = companies.flatMap(({ members }) => members)
  const visitors = new Map(addresses.map((email) => [email, visitorOf(email, fleet.alive)]))
  const clock = commonClock(fleet, sandbox)
  return { random, fleet, sandbox, gate, peek, databaseUrl, companies, visitors, clock, notes }
}

// On a small disk of its own in some rounds, so that it can be filled.
function placeFor(folder: string, random: Random): string {
  const isSmall = random.chance(0.25) && smallDisk(join(folder, 'small'), 24)
  return `file:${join(folder, isSmall ? 'small' : '', 'guichet.db')}`
}

async function moveIn(
  { trials, root }: RoundOptions,
  random: Random,
  databaseUrl: string,
  sandbox: SandboxProcess,
): Promise<Company[]> {
  const database = await openDatabase(databaseUrl)
  try {
    await migrate(database, join(root, 'db', 'migrations'))
    const connection = { secretKey: 'sk_test_chaos', apiUrl: new URL(sandbox.url), timeout: 5_000 }
    const clock = { now: () => Date.now(), pause: async () => {} }
    const ports = portsTo(database, connection, clock)
    const plans = Array.from({ length: trials }, (_, index) => companyPlan(random, index))
    const companies: Company[] = []
    for (const plan of plans) companies.push(await makeCompany(ports, sandbox, plan))
    return companies
  } finally {
    await database.close()
  }
}
