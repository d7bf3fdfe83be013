// npm run admin -- add-company --name "…" --owner ADDRESS [--stripe-customer cus_…] [--password-stdin]

import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { migrate } from '../../db/migrate.ts'
import { argon2Passwords } from '../adapters/argon2/passwords.ts'
import { openDatabase } from '../adapters/sql/open.ts'
import { portsTo, systemClock } from '../compose.ts'
import { readConfig } from '../config.ts'
import { readEnvironment } from '../environment.ts'
import { paths } from '../web/paths.ts'
import { addCompany, type NewCompany } from './add-company.ts'

const usage =
  'usage: npm run admin -- add-company --name "…" --owner ADDRESS [--stripe-customer cus_…] [--password-stdin]'

if (existsSync('.env')) process.loadEnvFile('.env')
process.exitCode = await run(process.argv.slice(2))

async function run(given: string[]): Promise<number> {
  const wanted = parse(given)
  if (!wanted) return refuse(usage)
  const { environment, faults } = readEnvironment(process.env, (file) => readFileSync(file, 'utf8'))
  const read = readConfig(environment, faults)
  if ('faults' in read)
    return refuse(['Set these right first:', ...read.faults.map((fault) => `  - ${fault}`)].join('\n'))
  const { stripe, databaseUrl, publicUrl } = read.config
  if (!stripe || !publicUrl)
    return refuse('The sandbox brings its own companies. Set the Stripe keys to add one of yours.')
  const database = await openDatabase(databaseUrl)
  try {
    await migrate(database)
    const added = await addCompany(
      portsTo(database, { ...stripe, timeout: 30_000 }, systemClock),
      argon2Passwords(),
      wanted,
    )
    if (added.result === 'refused') return refuse(added.why)
    console.log(`${added.company.name} is added.`)
    if (!added.atStripe) console.log('Stripe did not answer: its customer is made with its first card.')
    if (added.passwordKept) console.log('Its owner signs in with the password they have.')
    if (added.token) {
      console.log(
        `Its owner sets a password here, once, within 72 hours:\n${publicUrl.origin}${paths.password(added.token)}`,
      )
    }
    return 0
  } finally {
    await database.close()
  }
}

function parse(given: string[]): NewCompany | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        owner: { type: 'string' },
        'stripe-customer': { type: 'string' },
        'password-stdin': { type: 'boolean' },
      },
    })
    if (positionals.length !== 1 || positionals[0] !== 'add-company' || !values.name || !values.owner)
      return undefined
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
