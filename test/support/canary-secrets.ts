// Every secret that there is, with what shows that it went through the program.

import { createHmac, randomBytes } from 'node:crypto'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import type { MailServer } from './mail-server.ts'
import type { Planted } from './planted.ts'
import type { Wire } from './recording-wire.ts'
import { mastercard, visa } from './story.ts'

export const mailPassword = randomBytes(8).toString('hex')
export const sessionSecret = randomBytes(32).toString('hex')
export const password = `canary password ${randomBytes(6).toString('hex')}`
// A password in the field of the address is shown there again, and nowhere else.
export const misplaced = `misplaced password ${randomBytes(6).toString('hex')}`
export const mistyped = `mistyped password ${randomBytes(6).toString('hex')}`

export interface Passed {
  readonly wire: Wire
  readonly mails: MailServer
  readonly cookie: string
  readonly token: string
  readonly invitationToken: string
  readonly setupSecret: string
  readonly paymentSecret: string
  readonly factorKey: string
  readonly recoveryCode: string
}

export function planted({
  wire,
  mails,
  cookie,
  token,
  invitationToken,
  setupSecret,
  paymentSecret,
  factorKey,
  recoveryCode,
}: Passed): Planted[] {
  const { sandbox, keys, logged } = wire.desk
  const [asked, answered] = [wire.asked(), wire.answered()]
  const wasTyped = (value: string) => asked.includes(new URLSearchParams({ value }).toString().slice(6))
  const sessionId = /s%3A([\w-]+)\./.exec(cookie)?.[1] ?? ''
  const signedWith = createHmac('sha256', sessionSecret).update(sessionId).digest('base64').replace(/=+$/, '')
  const saved = [...sandbox.ledger.paymentMethods.oldestFirst()].map(({ card }) => card?.last4)
  const numbers = [visa, mastercard].flatMap((number) => [number, number.replaceAll(' ', '')])
  return [
    ...numbers.map((value) => ({
      name: 'a card number',
      value,
      passed: saved.includes(value.slice(-4)),
      belongs: [],
    })),
    {
      name: 'the session secret',
      value: sessionSecret,
      passed: decodeURIComponent(cookie).endsWith(`.${signedWith}`),
      belongs: [],
    },
    {
      name: 'the webhook’s secret',
      value: keys.webhookSecret,
      passed:
        asked.includes('"payment_method.attached"') &&
        logged.some((line) => /webhooks.*"status":200/.test(line)),
      belongs: [],
    },
    {
      name: 'Stripe’s key',
      value: keys.secretKey,
      passed: sandbox.log.entries.some(({ key, status }) => key === 'secret' && status === 200),
      belongs: [],
    },
    {
      name: 'the mail server’s password',
      value: mailPassword,
      passed: mails.heard.some((line) => line === `AUTH PLAIN ${base64(`\0guichet\0${mailPassword}`)}`),
      belongs: [],
    },
    { name: 'a password', value: password, passed: wasTyped(password), belongs: ['requests'] },
    {
      name: 'everybody’s password',
      value: trialPassword,
      passed: wasTyped(trialPassword),
      belongs: ['requests', 'answers'],
    },
    { name: 'a mistyped password', value: mistyped, passed: wasTyped(mistyped), belongs: ['requests'] },
    {
      name: 'a misplaced password',
      value: misplaced,
      passed: wasTyped(misplaced),
      belongs: ['requests', 'answers'],
    },
    {
      name: 'a link’s token',
      value: token,
      passed: asked.includes(paths.password(token)),
      belongs: ['requests', 'answers'],
    },
    {
      name: 'an invitation’s token',
      value: invitationToken,
      passed: asked.includes(paths.acceptance(invitationToken)),
      belongs: ['requests', 'answers', 'mail'],
    },
    {
      name: 'a session’s id',
      value: sessionId,
      passed: answered.includes(`s%3A${sessionId}`),
      belongs: ['requests', 'answers'],
    },
    {
      name: 'a setup’s client secret',
      value: setupSecret,
      passed: asked.includes(setupSecret),
      belongs: ['requests', 'answers'],
    },
    {
      name: 'a payment’s client secret',
      value: paymentSecret,
      passed: answered.includes(paymentSecret),
      belongs: ['requests', 'answers'],
    },
    {
      name: 'the key of a second factor',
      value: factorKey,
      passed: recoveryCode !== '' && answered.includes(factorKey.slice(0, 4)),
      belongs: ['answers'],
    },
    {
      name: 'a recovery code',
      value: recoveryCode,
      passed: answered.includes(recoveryCode),
      belongs: ['answers'],
    },
    // Logs name nobody.
    {
      name: 'a member’s address',
      value: 'alice@atelier.example',
      passed: mails.received.some(({ to }) => to.includes('alice@atelier.example')),
      belongs: ['database', 'mail', 'requests', 'answers'],
    },
  ]
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
