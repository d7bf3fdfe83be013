// Lets each secret through the program, as people and Stripe do, and with the mistakes that people make.

import { expect } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { codeAt, codesOn, keyOn } from './authenticator.ts'
import { billingOf } from './billing.ts'
import { asForm, type Got, send } from './by-hand.ts'
import type { Desk } from './running-desk.ts'
import { mastercard, typeCard, visa } from './story.ts'

export function post(
  desk: Desk,
  path: string,
  form: Record<string, string>,
  more: Record<string, string> = {},
): Promise<Got> {
  const headers = { ...asForm, ...more }
  return send(desk, path, { method: 'POST', headers, body: new URLSearchParams(form).toString() })
}

/** A card by Stripe's page, one by its field, both back by the address that carries the client secret; that secret. */
export async function addCards(desk: Desk, Cookie: string): Promise<string> {
  const page = await send(desk, paths.newPaymentMethod, { headers: { Cookie } })
  const attempt = /name="attempt" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const hosted = await post(desk, paths.paymentMethods, { attempt }, { Cookie })
  const back = new URL(
    (await typeCard(hosted.headers.location ?? '', mastercard)).headers.get('Location') ?? '',
  )
  await send(desk, back.pathname + back.search, { headers: { Cookie } })
  const json = await post(
    desk,
    paths.paymentMethods,
    { attempt: crypto.randomUUID() },
    { Cookie, Accept: 'application/json' },
  )
  const { setupIntentId, clientSecret } = JSON.parse(json.text)
  const card = { number: visa.replaceAll(' ', ''), expMonth: 12, expYear: 2040, cvc: '123' }
  desk.sandbox.flow.confirmSetupIntent(setupIntentId, { card })
  const query = `setup_intent=${setupIntentId}&setup_intent_client_secret=${clientSecret}&redirect_status=succeeded`
  const onTheWay = [
    `${paths.returnFromStripe}?${query}`,
    `${paths.newPaymentMethod}?${query}`,
    `${paths.paymentMethods}?${query}`,
  ]
  for (const address of onTheWay) {
    const asAlice = await send(desk, address, { headers: { Cookie } })
    const asNobody = await send(desk, address)
    for (const { text, headers } of [asAlice, asNobody]) {
      expect(text).not.toContain(clientSecret)
      if (headers.location) {
        const next = await send(desk, headers.location, {
          headers: { Cookie: asAlice.headers.location === headers.location ? Cookie : '' },
        })
        expect(next.text).not.toContain(clientSecret)
      }
    }
  }
  return clientSecret
}

/** An invoice whose bank asks its cardholder, on the page that needs the payment's client secret; that secret. */
export async function askCardholder(desk: Desk, Cookie: string): Promise<string> {
  const { bill, companyId } = await billingOf(desk)
  const { methods } = await desk.ports.store.wallets.of(companyId)
  for (const { id } of methods) desk.sandbox.control.changeBehaviour(id, 'asks_always')
  const id = await bill()
  await desk.settled()
  const page = await send(desk, paths.confirmation(id), { headers: { Cookie } })
  const secret = /pi_\w+_secret_\w+/.exec(page.text)?.[0] ?? ''
  const query = `?done&payment_intent_client_secret=${secret}`
  for (const headers of [{ Cookie }, { Cookie: '' }]) {
    const { location = '' } = (await send(desk, paths.confirmation(id) + query, { headers })).headers
    if (location) expect((await send(desk, location, { headers })).text).not.toContain(secret)
  }
  return secret
}

/** What people mistype, and what goes wrong meanwhile. */
export async function stumble(
  desk: Desk,
  token: string,
  Cookie: string,
  { mistyped, misplaced }: { mistyped: string; misplaced: string },
): Promise<void> {
  await post(desk, paths.signIn, { email: 'bob@atelier.example', password: mistyped })
  await post(desk, paths.signIn, { email: misplaced, password: mistyped })
  await post(desk, paths.signIn, { email: 'bob@atelier.example', password: mistyped.repeat(100) })
  await post(desk, paths.password(token), { password: mistyped.repeat(1000) })
  await send(desk, `/SIGN-IN/Password/${token}`)
  await send(desk, `/sign-in/password/${token}/..%2f%E0%A4%A`)
  await send(desk, `//sign-in//password/${token}`)
  await send(desk, `/sign-in%2Fpassword%2f${token}`)
  await post(desk, paths.webhook, { secret: mistyped })
  await post(desk, paths.cspReport, { report: mistyped })
  desk.sandbox.faults.order({ kind: '500-before', times: 2 })
  await post(desk, paths.paymentMethods, { attempt: crypto.randomUUID() }, { Cookie })
  desk.sandbox.faults.clear()
  await desk.database.transaction(async () => {
    await post({ ...desk }, paths.password(token), { password: mistyped })
  })
}

/** A second factor, from its key on the page to the first code; the key, and one of the recovery codes. */
export async function enrolFactor(
  desk: Desk,
  Cookie: string,
): Promise<{ factorKey: string; recoveryCode: string }> {
  await post(desk, paths.secondFactor, {}, { Cookie })
  const shown = await send(desk, paths.secondFactor, { headers: { Cookie } })
  const factorKey = keyOn(shown.text)
  const on = await post(desk, paths.secondFactorCode, { code: codeAt(factorKey, Date.now()) }, { Cookie })
  return { factorKey, recoveryCode: codesOn(on.text)[0] ?? '' }
}

/** An invitation, followed as it came and as it is mistyped; the token of its link. */
export async function inviteSomebody(
  desk: Desk,
  Cookie: string,
  letters: () => readonly string[],
): Promise<string> {
  await post(desk, paths.invitations, { email: 'erin@elsewhere.example', role: 'billing' }, { Cookie })
  await desk.settled()
  const token = /\/invitations\/([\w-]+)/.exec(letters().join('\n'))?.[1] ?? ''
  for (const address of ['/invitations/', '/INVITATIONS/', '//invitations/', '/settings/invitations/']) {
    await send(desk, address + token)
  }
  return token
}
