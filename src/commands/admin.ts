// What the operator does by hand: npm run admin -- COMMAND …

import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { migrate } from '../../db/migrate.ts'
import { argon2Passwords } from '../adapters/argon2/passwords.ts'
import { openDatabase } from '../adapters/sql/open.ts'
import { portsTo, systemClock } from '../compose.ts'
import { readConfig } from '../config.ts'
import { readEnvironment } from '../environment.ts'
import type { Ports } from '../ports/ports.ts'
import { faultOfMode } from '../stripe-mode.ts'
import { paths } from '../web/paths.ts'
import { addCompany, type NewCompany } from './add-company.ts'
import { letGoOn, reviewList } from './review.ts'
import { turnOffSecondFactor } from './second-factor-off.ts'
import { signOutEverywhere } from './sign-out.ts'

const usage = `usage: npm run admin -- add-company --name "…" --owner ADDRESS [--stripe-customer cus_…] [--password-stdin]
       npm run admin -- reviews
       npm run admin -- reviewed INVOICE
       npm run admin -- second-factor-off ADDRESS
       npm run admin -- sign-out ADDRESS`

type Command = (ports: Ports, origin: string) => Promise<number>

/** Commands about one invoice, or one person. */
const onOne: Readonly<Record<string, (ports: Ports, about: string) => Promise<number>>> = {
  reviewed: markReviewed,
  'second-factor-off': secondFactorOff,
  'sign-out': signOut,
}

if (existsSync('.env')) process.loadEnvFile('.env')
process.exitCode = await run(process.argv.slice(2))

async function run(given: string[]): Promise<number> {
  const command = parse(given)
  if (!command) return refuse(usage)
  const { environment, faults } = readEnvironment(process.env, (file) => readFileSync(file, 'utf8'))
  const read = readConfig(environment, faults)
  if ('faults' in read)
    return refuse(['Set these right first:', ...read.faults.map((fault) => `  - ${fault}`)].join('\n'))
  const { stripe, databaseUrl, publicUrl } = read.config
  if (!stripe || !publicUrl)
    return refuse('The sandbox brings its own companies. Set the Stripe keys to see to yours.')
  const database = await openDatabase(databaseUrl)
  try {
    await migrate(database)
    const ports = portsTo(database, { ...stripe, timeout: 30_000 }, systemClock)
    const wrongMode = await faultOfMode(ports.store.marks, stripe)
    return wrongMode ? refuse(wrongMode) : await command(ports, publicUrl.origin)
  } finally {
    await database.close()
  }
}

function parse(given: string[]): Command | undefined {
  const [name, ...rest] = given
  if (name === 'reviews' && rest.length === 0) return showReviews
  const [only] = rest
  const about = rest.length === 1 && only ? onOne[name ?? ''] : undefined
  if (about && only) return (ports) => about(ports, only)
  const wanted = name === 'add-company' ? parseCompany(rest) : undefined
  return wanted && ((ports, origin) => makeCompany(ports, origin, wanted))
}

async function showReviews(ports: Ports): Promise<number> {
  const lines = await reviewList(ports)
  console.log(lines.length > 0 ? lines.join('\n') : 'Nothing waits for you.')
  return 0
}

async function markReviewed(ports: Ports, invoiceId: string): Promise<number> {
  if (!(await letGoOn(ports, invoiceId)))
    return refuse(`${invoiceId} does not wait for you, or there is nothing left to go on with.`)
  console.log(`${invoiceId} goes on: the server sees to it within a moment.`)
  return 0
}

async function secondFactorOff(ports: Ports, email: string): Promise<number> {
  if (!(await turnOffSecondFactor(ports, email))) return refuse(`${email} has no second factor.`)
  console.log(`The password of ${email} signs them in alone. They hear of it by mail.`)
  return 0
}

async function signOut(ports: Ports, email: string): Promise<number> {
  const ended = await signOutEverywhere(ports, email)
  if (ended === null) return refuse(`${email} is nobody’s address here.`)
  console.log(
    ended === 0 ? `${email} is signed in nowhere.` : `Sessions of ${email} that were ended: ${ended}.`,
  )
  return 0
}

async function makeCompany(ports: Ports, origin: string, wanted: NewCompany): Promise<number> {
  const added = await addCompany(ports, argon2Passwords(), wanted)
  if (added.result === 'refused') return refuse(added.why)
  console.log(`${added.company.name} is added.`)
  if (!added.atStripe) console.log('Stripe did not answer: its customer is made with its first card.')
  if (added.passwordKept) console.log('Its owner signs in with the password they have.')
  if (added.token) {
    console.log(
      `Its owner sets a password here, once, within 72 hours:\n${origin}${paths.password(added.token)}`,
    )
  }
  return 0
}

function parseCompany(given: string[]): NewCompany | undefined {
  try {
    const { values } = parseArgs({
      args: given,
      options: {
        name: { type: 'string' },
        owner: { type: 'string' },
        'stripe-customer': { type: 'string' },
        'password-stdin': { type: 'boolean' },
      },
    })
    if (!values.name || !values.owner) return undefined
    return {
      name: values.name.trim(),
      owner: values.owner,
      stripeCustomer: values['stripe-customer'],
      // Its last line break is the terminal's, not the password's.
      password: values['password-stdin'] ? readFileSync(0, 'utf8').replace(/\r?\n$/, '') : undefined,
    }
  } catch {
    return undefined
  }
}

function refuse(message: string): number {
  console.error(message)
  return 1
}
