import { join } from 'node:path'
import { expect, it } from 'vitest'
import { trialPassword } from '../src/sign-in/trial-accounts.ts'
import { run, scratchFolder } from './support/program.ts'

const secret = 'whsec_a_secret_for_this_test'
const keys = {
  STRIPE_SECRET_KEY: 'sk_test_anything',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_anything',
  STRIPE_WEBHOOK_SECRET: secret,
  SESSION_SECRET: 'a session secret of more than thirty-two characters',
}

it('npm start without an environment seeds the sandbox, says where it is and whom to be, and ends on SIGTERM', async () => {
  const folder = scratchFolder()
  const own = { PORT: '0', DATABASE_URL: `file:${folder}/guichet.db`, SANDBOX_DATA: `${folder}/sandbox.db` }
  const first = run('src/server.ts', [], own)
  const [, address = ''] = await first.prints(/answers at (http:\S+)/)
  await first.prints(
    new RegExp(`alice@atelier.example[\\s\\S]*charlie@brasserie.example[\\s\\S]*${trialPassword}`),
  )
  expect(await (await fetch(`${address}healthz`)).json()).toEqual({ status: 'ok' })
  expect(await cardsOf(address)).toEqual(['4242', '4444'])
  first.process.kill('SIGTERM')
  expect((await first.ended()).code).toBe(0)

  const second = run('src/server.ts', [], own)
  const [, again = ''] = await second.prints(/answers at (http:\S+)/)
  expect(await cardsOf(again)).toEqual(['4242', '4444'])
})

it('in production it does not start with what is unsafe, and says all of it at once', async () => {
  const refused = run('src/server.ts', [], {
    NODE_ENV: 'production',
    STRIPE_SECRET_KEY: 'sk_live_1',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
    PUBLIC_URL: 'http://pay.example',
    SESSION_SECRET: 'short',
    PORT: 'none',
  })
  const { code, text } = await refused.ended()
  expect(code).toBe(1)
  expect(text).toMatchInlineSnapshot(`
    "Guichet does not start:
      - STRIPE_WEBHOOK_SECRET is missing, while other Stripe keys are set.
      - STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY: one is for tests and the other is live.
      - SESSION_SECRET: each secret needs 32 characters or more.
      - PORT is no port number.
      - PUBLIC_URL has to be an https address in production.
    "
  `)
})

it('in production there is no sandbox', async () => {
  const { code, text } = await run('src/server.ts', [], { NODE_ENV: 'production' }).ended()
  expect(code).toBe(1)
  expect(text).toContain('The sandbox is not for production')
})

it('a port that is taken is told in words', async () => {
  const folder = scratchFolder()
  const own = { DATABASE_URL: `file:${folder}/guichet.db`, SANDBOX_DATA: `${folder}/sandbox.db` }
  const first = run('src/server.ts', [], { ...own, PORT: '0' })
  const [, port = ''] = await first.prints(/answers at http:\/\/localhost:(\d+)/)
  const second = await run('src/server.ts', [], { ...own, DATABASE_URL: 'file:other.db', PORT: port }).ended()
  expect(second.code).toBe(1)
  expect(second.text).toContain(`cannot listen on 127.0.0.1:${port}`)
})

it('against a sandbox of its own, the operator makes a company, and its owner sets a password and signs in', async () => {
  const folder = scratchFolder()
  const sandbox = run(
    'src/sandbox/main.ts',
    ['--port', '0', '--webhook', 'http://localhost:9/webhooks/stripe', '--secret', secret],
    {},
  )
  const [, stripe = ''] = await sandbox.prints(/at (http:\/\/localhost:\d+)/)
  const own = {
    ...keys,
    PORT: '0',
    PUBLIC_URL: 'http://localhost:1',
    DATABASE_URL: `file:${join(folder, 'guichet.db')}`,
    STRIPE_API_URL: stripe,
    STRIPE_JS_URL: `${stripe}/stripe.js`,
  }
  const server = run('src/server.ts', [], { ...own, LOG_LEVEL: 'info' })
  // Behind PUBLIC_URL it does not say its port; the first request in its log would. So it is asked for one.
  await server.prints(/answers at http:\/\/localhost:1\//)
  const admin = await run(
    'src/commands/admin.ts',
    ['add-company', '--name', 'Papeterie Nord', '--owner', 'Eve@papeterie.example'],
    own,
  ).ended()
  expect(admin.text).toContain('Papeterie Nord is added.')
  expect(admin.text).toMatch(/http:\/\/localhost:1\/sign-in\/password\/[\w-]{32}/)
  expect(admin.code).toBe(0)
  const typed = await run(
    'src/commands/admin.ts',
    ['add-company', '--name', 'Quai', '--owner', 'fay@quai.example', '--password-stdin'],
    own,
    'a passphrase of its own\n',
  ).ended()
  expect(typed.text).toBe('Quai is added.\n')
})

async function cardsOf(address: string): Promise<string[]> {
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }
  const body = new URLSearchParams({ email: 'alice@atelier.example', password: trialPassword })
  const signedIn = await fetch(`${address}sign-in`, { method: 'POST', redirect: 'manual', headers, body })
  const cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const page = await (
    await fetch(`${address}settings/payment-methods`, { headers: { Cookie: cookie } })
  ).text()
  return [...page.matchAll(/class="last4">(\d{4})</g)].map(([, last4 = '']) => last4)
}
