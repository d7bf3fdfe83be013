import { createServer } from 'node:net'
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
    MAIL_FROM: 'Guichet',
  })
  const { code, text } = await refused.ended()
  expect(code).toBe(1)
  expect(text).toMatchInlineSnapshot(`
    "Guichet does not start:
      - STRIPE_WEBHOOK_SECRET is missing, while other Stripe keys are set.
      - STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY: one is for tests and the other is live.
      - SESSION_SECRET: each secret needs 32 characters or more.
      - PORT is no port number.
      - SMTP_URL is missing: people are told by mail what became of their cards and payments.
      - MAIL_FROM is no e-mail address.
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
  const port = await freePort()
  const address = `http://localhost:${port}`
  const webhook = `${address}/webhooks/stripe`
  const sandbox = run('src/sandbox/main.ts', ['--port', '0', '--webhook', webhook, '--secret', secret], {})
  const [, stripe = ''] = await sandbox.prints(/at (http:\/\/localhost:\d+)/)
  const own = {
    ...keys,
    PORT: port,
    PUBLIC_URL: address,
    DATABASE_URL: `file:${join(scratchFolder(), 'guichet.db')}`,
    STRIPE_API_URL: stripe,
    STRIPE_JS_URL: `${stripe}/stripe.js`,
  }
  await run('src/server.ts', [], own).prints(/answers at/)
  const company = ['add-company', '--name', 'Papeterie Nord', '--owner', 'Eve@papeterie.example']
  const added = await run('src/commands/admin.ts', company, own).ended()
  expect(added.text).toContain('Papeterie Nord is added.')
  const [link = ''] = /http:\S+\/sign-in\/password\/[\w-]{32}/.exec(added.text) ?? []

  const password = 'a passphrase of her own'
  expect((await send(link, { password })).status).toBe(303)
  expect((await send(link, { password })).status).toBe(404)
  const page = await listOf(`${address}/`, { email: 'eve@papeterie.example', password })
  expect(page).toContain('You have no payment method yet')
  expect(page).not.toContain('Sandbox')
})

it('a password may come from standard input', async () => {
  const sandbox = run('src/sandbox/main.ts', ['--port', '0'], {})
  const [, stripe = ''] = await sandbox.prints(/at (http:\/\/localhost:\d+)/)
  const own = {
    ...keys,
    PUBLIC_URL: 'http://localhost:1',
    DATABASE_URL: 'file:guichet.db',
    STRIPE_API_URL: stripe,
  }
  const company = ['add-company', '--name', 'Quai', '--owner', 'fay@quai.example', '--password-stdin']
  const { text } = await run('src/commands/admin.ts', company, own, 'a passphrase of its own\n').ended()
  expect(text).toBe('Quai is added.\n')
})

function freePort(): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(String(port)))
    })
  })
}

async function cardsOf(address: string): Promise<string[]> {
  const page = await listOf(address, { email: 'alice@atelier.example', password: trialPassword })
  return [...page.matchAll(/class="last4">(\d{4})</g)].map(([, last4 = '']) => last4)
}

async function listOf(address: string, credentials: Readonly<Record<string, string>>): Promise<string> {
  const signedIn = await send(`${address}sign-in`, credentials)
  const Cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ') // biome-ignore format: one thought
  const list = await fetch(`${address}settings/payment-methods`, {
    headers: { Cookie, 'Accept-Language': 'en' },
  })
  return list.text()
}

function send(address: string, form: Readonly<Record<string, string>>): Promise<Response> {
  const headers = { 'Sec-Fetch-Site': 'same-origin' }
  return fetch(address, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form) })
}
