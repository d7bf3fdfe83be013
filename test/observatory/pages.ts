// One page of each kind, as it goes out behind an https address with Stripe's own script on it.

import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { compose } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { httpServer } from '../../src/web/http-server.ts'
import { paths } from '../../src/web/paths.ts'
import { billingOf } from '../support/billing.ts'
import { type Desk, openDesk } from '../support/running-desk.ts'
import { rowsOf } from '../support/story.ts'
import type { Seen } from './rules.ts'

const origin = 'https://guichet.example'

/** By what they are called. */
export async function pagesOfEachKind(): Promise<ReadonlyMap<string, Seen & { status: number }>> {
  const desk = await openDesk()
  const https = await onHttps(desk)
  try {
    const signedIn = await fetch(https.url + paths.signIn, {
      method: 'POST',
      body: new URLSearchParams({ email: 'alice@atelier.example', password: trialPassword }),
      redirect: 'manual',
      headers: { Origin: origin },
    })
    const cookies = signedIn.headers.getSetCookie()
    const look = async (path: string, isSignedIn = true): Promise<Seen & { status: number }> => {
      const Cookie = cookies.map((each) => each.split(';')[0]).join('; ')
      const answer = await fetch(https.url + path, {
        redirect: 'manual',
        headers: isSignedIn ? { Cookie } : {},
      })
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        cookies: isSignedIn ? cookies : [],
        html: await answer.text(),
      }
    }
    const card = rowsOf((await look(paths.paymentMethods)).html)[1]?.id ?? ''
    const invoice = await askedByBank(desk)
    return new Map([
      ['sign-in', await look(paths.signIn, false)],
      ['a guide', await look(paths.help.abroad, false)],
      ['payment methods', await look(paths.paymentMethods)],
      ['an invoice', await look(paths.invoice(invoice))],
      ['removing a card', await look(paths.removal(card))],
      ['adding a card', await look(paths.newPaymentMethod)],
      ['confirming a payment', await look(paths.confirmation(invoice))],
      ['a page that is not there', await look('/nowhere')],
      ['a redirect to sign-in', await look(paths.paymentMethods, false)],
    ])
  } finally {
    await https.close()
    await desk.close()
  }
}

/** The same database and Stripe, as production has it but for the address of Stripe's API. */
async function onHttps(desk: Desk): Promise<{ url: string; close: () => Promise<void> }> {
  const read = readConfig({
    PUBLIC_URL: origin,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    STRIPE_SECRET_KEY: desk.keys.secretKey,
    STRIPE_PUBLISHABLE_KEY: desk.keys.publishableKey,
    STRIPE_WEBHOOK_SECRET: desk.keys.webhookSecret,
    STRIPE_API_URL: desk.sandboxUrl,
  })
  if ('faults' in read || !read.config.stripe) throw new Error('no configuration')
  const { database } = desk
  const { app, background } = compose(read.config, read.config.stripe, {
    database,
    log: pino({ level: 'silent' }),
  })
  const server = httpServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await background.stop()
    },
  }
}

async function askedByBank(desk: Desk): Promise<string> {
  const { bill, companyId } = await billingOf(desk)
  const { methods } = await desk.ports.store.wallets.of(companyId)
  for (const { id } of methods) desk.sandbox.control.changeBehaviour(id, 'asks_always')
  const id = await bill()
  await desk.settled()
  return id
}
