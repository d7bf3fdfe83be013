// The scripts of the two pages that carry Stripe.js are those that SECURITY.md accounts for, and no others.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { paths } from '../../src/web/paths.ts'
import { stripeOrigins } from '../../src/web/stripe-origins.ts'
import { billingOf } from '../support/billing.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { rowsOf } from '../support/story.ts'

const text = readFileSync(fileURLToPath(new URL('../../SECURITY.md', import.meta.url)), 'utf8')

/** The first column of the table under this heading. */
function inventory(heading: string): string[] {
  const section = text.split(/^##+ /m).find((each) => each.startsWith(heading)) ?? ''
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, script = '']) => script)
}

/** The scripts of a page, in its order: ours without their hashes, the sandbox's by the name of Stripe's. */
function scriptsOf(html: string, { sandboxUrl }: Desk): string[] {
  const tags = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
  return tags.map(([, attributes = '', inside = '']) => {
    const address = /\bsrc="([^"]+)"/.exec(attributes)?.[1] ?? `inline: ${inside}`
    return address
      .replace(/^(\/assets\/[\w-]+)\.[\w-]{10}\.js$/, '$1.js')
      .replace(`${sandboxUrl}/stripe.js`, stripeScript)
  })
}

const stripeScript = scriptInProduction()

function scriptInProduction(): string {
  const read = readConfig({
    STRIPE_SECRET_KEY: 'sk_test_inventory',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_inventory',
    STRIPE_WEBHOOK_SECRET: 'whsec_inventory',
    PUBLIC_URL: 'https://billing.example.com',
    SESSION_SECRET: 'a secret of thirty-two characters',
  })
  if ('faults' in read) throw new Error(read.faults.join(' '))
  return read.config.stripe?.scriptUrl.href ?? ''
}

it('the page where a card is added has the scripts of its inventory', async () => {
  const desk = await startDesk()
  const page = await (await desk.signedIn('alice')).get(paths.newPaymentMethod)
  const scripts = scriptsOf(page.text, desk)
  expect(scripts).toEqual(inventory('Scripts on the page where a card is added'))
  expect(scripts).toHaveLength(4)
})

it('the page where a payment is confirmed has the scripts of its inventory', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const billing = await billingOf(desk)
  for (const { id } of rowsOf((await alice.get(paths.paymentMethods)).text))
    desk.sandbox.control.changeBehaviour(id, 'asks_always')
  const invoice = await billing.bill()
  await desk.settled()
  const page = await alice.get(paths.confirmation(invoice))
  expect(page.status).toBe(200)
  const scripts = scriptsOf(page.text, desk)
  expect(scripts).toEqual(inventory('Scripts on the page where a payment is confirmed'))
  expect(scripts).toHaveLength(4)
})

it('every other page has ours alone', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  for (const path of [paths.billingDetails, paths.paymentMethods, paths.invoices, paths.companyErasure]) {
    const scripts = scriptsOf((await alice.get(path)).text, desk)
    expect([path, scripts]).toEqual([path, ['/assets/htmx.js', '/assets/app.js']])
  }
})

it('what the policy lets in beside ours is Stripe’s, and Stripe’s script is among it', () => {
  const { script } = stripeOrigins(new URL(stripeScript))
  expect(script).toEqual(['https://js.stripe.com', 'https://*.js.stripe.com'])
  expect(stripeScript.startsWith('https://js.stripe.com/')).toBe(true)
})
