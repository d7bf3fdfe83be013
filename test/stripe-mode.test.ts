import { expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import type { StripeKeys } from '../src/config-stripe.ts'
import { faultOfMode } from '../src/stripe-mode.ts'
import { run, scratchFolder } from './support/program.ts'
import { eachStore } from './support/stores.ts'

const common = {
  STRIPE_WEBHOOK_SECRET: 'whsec_a_secret_for_this_test',
  SESSION_SECRET: 'Zq4v-a-secret-for-this-test-0192837465',
  PUBLIC_URL: 'https://billing.test',
  SMTP_URL: 'smtps://smtp.test',
  MAIL_FROM: 'billing@billing.test',
  NODE_ENV: 'production',
}

function keys(mode: 'test' | 'live'): Record<string, string> {
  return { ...common, STRIPE_SECRET_KEY: `sk_${mode}_51abc`, STRIPE_PUBLISHABLE_KEY: `pk_${mode}_51abc` }
}

function stripe(mode: 'test' | 'live'): StripeKeys | undefined {
  const read = readConfig(keys(mode))
  return 'config' in read ? read.config.stripe : undefined
}

eachStore('A database', (fresh) => {
  it.each([
    ['the sandbox', undefined, 'test keys', stripe('test')],
    ['the sandbox', undefined, 'live keys', stripe('live')],
    ['test keys', stripe('test'), 'live keys', stripe('live')],
    ['live keys', stripe('live'), 'test keys', stripe('test')],
    ['live keys', stripe('live'), 'the sandbox', undefined],
  ])('that was used with %s is not taken with %s', async (was, first, is, second) => {
    const { marks } = await fresh()
    expect(await faultOfMode(marks, first)).toBeUndefined()
    expect(await faultOfMode(marks, first)).toBeUndefined()
    expect(await faultOfMode(marks, second)).toBe(
      `DATABASE_URL: this database was used with ${was}, and cannot be with ${is}. Take another one.`,
    )
    expect(await faultOfMode(marks, first)).toBeUndefined()
  })
})

it('the server and the operator’s commands refuse it, and say why', async () => {
  const folder = scratchFolder()
  const own = { DATABASE_URL: `file:${folder}/guichet.db`, SANDBOX_DATA: `${folder}/sandbox.db`, PORT: '0' }
  const tried = run('src/server.ts', [], own)
  await tried.prints(/answers at/)
  tried.process.kill('SIGTERM')
  expect((await tried.ended()).code).toBe(0)
  for (const program of [
    run('src/server.ts', [], { ...own, ...keys('live') }),
    run('src/commands/admin.ts', ['reviews'], { ...own, ...keys('live') }),
  ]) {
    const { code, text } = await program.ended()
    expect([code, text]).toEqual([
      1,
      expect.stringContaining('was used with the sandbox, and cannot be with live'),
    ])
  }
})
