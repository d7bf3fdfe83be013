import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { makePasswordLink } from '../../src/sign-in/password-link.ts'
import { paths } from '../../src/web/paths.ts'
import { cookieOf, send } from '../support/by-hand.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { rowsOf } from '../support/story.ts'

// All of it but what the return page leaves to be said by the next one.
async function digestOf({ database }: Desk): Promise<string> {
  const tables = await database.all<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name <> 'banners' order by name",
  )
  const all = createHash('sha256')
  for (const { name } of tables) all.update(JSON.stringify(await database.all(`select * from ${name}`)))
  return all.digest('hex')
}

it('no GET and no HEAD changes anything, here or at Stripe', async () => {
  const desk = await startDesk()
  const cookie = await cookieOf(desk)
  await desk.settled()
  const { text } = await send(desk, paths.paymentMethods, { headers: { Cookie: cookie } })
  const ids = rowsOf(text).map(({ id }) => id)
  const member = await desk.ports.store.members.byEmail('bob@atelier.example')
  const token = await makePasswordLink(desk.ports.store.passwordLinks, member?.member.id ?? '', Date.now())
  const [mail] = await desk.ports.store.outbox.newest(1)
  const addresses = [
    paths.home,
    paths.signIn,
    paths.signOut,
    paths.password(token),
    paths.forgotten,
    paths.signInCode,
    paths.switchCompany,
    paths.account,
    paths.accountLanguage,
    paths.accountPassword,
    paths.secondFactor,
    paths.secondFactorCode,
    paths.secondFactorRemoval,
    paths.recoveryCodes,
    paths.sessions,
    paths.session('none'),
    paths.companySecurity,
    paths.billingDetails,
    paths.paymentMethods,
    paths.wallet(3, true),
    paths.newPaymentMethod,
    paths.returnFromStripe,
    `${paths.returnFromStripe}?session=cs_test_none`,
    ...ids.flatMap((id) => [
      paths.default(id),
      paths.order(id),
      paths.removal(id),
      paths.backup(id),
      paths.duplicate(id),
    ]),
    ...Object.values(paths.help),
    paths.webhook,
    paths.sandboxMail,
    paths.sandboxDelivery(mail?.id ?? ''),
    paths.sandboxLetter(mail?.id ?? ''),
    paths.health,
    paths.cspReport,
    '/nowhere',
  ]
  const before = await digestOf(desk)
  desk.sandbox.log.clear()
  const statuses = new Map<string, number>()
  for (const method of ['GET', 'HEAD']) {
    for (const address of addresses) {
      const answer = await send(desk, address, {
        method,
        headers: { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' },
      })
      statuses.set(`${method} ${address}`, answer.status)
    }
  }
  expect([...statuses].filter(([, status]) => status >= 500)).toEqual([])
  expect(desk.sandbox.log.entries.filter(({ method }) => method !== 'GET')).toEqual([])
  expect(await digestOf(desk)).toBe(before)
})
