// One contender in a process of its own: it says where it listens, then answers until it is ended.
//   contender.ts guichet | express FILE | http FILE

import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { attachTrialCard } from '../../src/adapters/stripe/trial-cards.ts'
import { refreshWallet } from '../../src/payment-methods/refresh-wallet.ts'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { openDesk } from '../support/running-desk.ts'

const [name, file = ''] = process.argv.slice(2)

if (name === 'guichet') await guichet()
else if (name === 'express') listen(createServer(bareExpress(readFileSync(file))))
else listen(bareHttp(readFileSync(file)))

/** Alice of Atelier Lumière, signed in, with five cards. */
async function guichet(): Promise<void> {
  const desk = await openDesk({ databaseUrl: `file:${file}` })
  const known = await desk.ports.store.members.byEmail('alice@atelier.example')
  const alice = known && (await desk.ports.store.members.actor(known.member.id, null))
  if (!alice) throw new Error('Alice is not there')
  const attach = attachTrialCard({ ...desk.keys, timeout: 5_000 })
  for (const token of ['pm_card_amex', 'pm_card_visa_debit', 'pm_card_mastercard_debit']) {
    await attach(token, alice.company.stripeCustomerId ?? '')
  }
  await refreshWallet(desk.ports, alice.company)
  await desk.settled()
  const answer = await fetch(desk.url + paths.signIn, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ email: 'alice@atelier.example', password: trialPassword }),
  })
  const [, cookie = ''] = /(sid=[^;]+)/.exec(answer.headers.getSetCookie().join('\n')) ?? []
  say({ url: desk.url + paths.paymentMethods, cookie })
}

function bareExpress(page: Buffer) {
  const app = express().disable('x-powered-by').disable('etag')
  app.get('/', (_request, response) => {
    response.type('html').send(page)
  })
  return app
}

function bareHttp(page: Buffer): Server {
  return createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': page.length })
    response.end(page)
  })
}

function listen(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    say({ url: `http://localhost:${(server.address() as AddressInfo).port}/`, cookie: '' })
  })
}

function say(where: { url: string; cookie: string }): void {
  console.log(JSON.stringify(where))
}
