import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/sandbox/sandbox.ts'
import { openInbox } from './inbox.ts'
import { confirmInBrowser, newSetup, stripeAt } from './start.ts'
import { temporaryFolder } from './temporary-folder.ts'

const numbers = ['4242424242424242', '4000000000000002', '4242424242424241', '4111111111111111']
const cvc = '739'

test('no card number is kept: not in the ledger, the log, the saved answers or an event', async () => {
  const data = join(temporaryFolder(), 'sandbox.db')
  const inbox = await openInbox()
  const sandbox = createSandbox({ data, webhooks: [{ url: inbox.url, secret: 'whsec_x' }] })
  const listening = await sandbox.listen()
  const started = { sandbox, stripe: stripeAt(listening.port), ...listening }
  for (const number of numbers) {
    const { intent } = await newSetup(started)
    await confirmInBrowser(started, intent, { number, cvc })
    const card = { number, cvc, exp_month: 1, exp_year: 2040 }
    await started.stripe.paymentMethods.create({ type: 'card', card }).catch(() => {})
  }
  await sandbox.delivered()
  const told = JSON.stringify([sandbox.log.entries, inbox.received])
  const written = () =>
    readdirSync(join(data, '..')).map((name) => readFileSync(join(data, '..', name)).toString('latin1'))
  const whileOpen = written()
  await listening.close()
  for (const number of numbers) {
    for (const text of [told, ...whileOpen, ...written()]) expect(text.includes(number)).toBe(false)
  }
  const cvcs = [told, ...written()].filter(
    (text) => text.includes(`"cvc":"${cvc}"`) || text.includes(`cvc=${cvc}`),
  )
  expect(cvcs).toEqual([])
})
