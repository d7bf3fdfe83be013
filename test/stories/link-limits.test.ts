import { describe, expect, it } from 'vitest'
import { makePasswordLink } from '../../src/sign-in/password-link.ts'
import { paths } from '../../src/web/paths.ts'
import { startDesk } from '../support/running-desk.ts'
import { movableClock, textOf, titleOf } from '../support/story.ts'

const hour = 60 * 60_000
const email = 'alice@atelier.example'
const password = 'a passphrase of her own'

async function openStage() {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const known = await desk.ports.store.members.byEmail(email)
  const link = async () =>
    paths.password(
      await makePasswordLink(desk.ports.store.passwordLinks, known?.member.id ?? '', clock.now()),
    )
  return { clock, desk, link }
}

describe.each([
  [
    'en',
    'Error: Too many tries – Guichet',
    /Too many links were tried that have been used or have expired\. Try again in (59 minutes|1 hour)/,
  ],
  [
    'fr',
    'Erreur\u00a0: Trop d’essais – Guichet',
    /Trop de liens qui ont déjà servi ou ont expiré ont été essayés\. Réessayez dans (59 minutes|1 heure)/,
  ],
] as const)('In %s', (language, title, said) => {
  it('after thirty links that lead nowhere, no other is looked at for an hour', async () => {
    const { desk, clock, link } = await openStage()
    const visitor = desk.visitor(language)
    for (let at = 0; at < 30; at++) {
      const address = paths.password(`nothing-${at}`)
      const answer = at % 2 === 0 ? await visitor.get(address) : await visitor.post(address, { password })
      expect(answer.status).toBe(404)
    }
    const good = await link()
    const refused = await visitor.get(good)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3500)
    expect([titleOf(refused.text), textOf(refused.text)]).toEqual([title, expect.stringMatching(said)])
    expect((await visitor.post(good, { password })).status).toBe(429)
    clock.pass(hour)
    expect((await visitor.get(good)).status).toBe(200)
  })
})

it('a link that is good is no try, however often it is looked at', async () => {
  const { desk, link } = await openStage()
  const good = await link()
  const visitor = desk.visitor()
  for (let at = 0; at < 35; at++) expect((await visitor.get(good)).status).toBe(200)
  for (let at = 0; at < 3; at++) expect((await visitor.post(good, { password: 'short' })).status).toBe(422)
})

it('who has forgotten their password and set another by a link need not wait to sign in, even where others keep guessing', async () => {
  const { desk, link } = await openStage()
  const visitor = desk.visitor()
  for (let at = 0; at < 5; at++) await visitor.post(paths.signIn, { email, password: 'not this one either' })
  expect((await visitor.post(paths.signIn, { email, password })).status).toBe(429)
  expect((await visitor.post(await link(), { password })).status).toBe(303)
  const account = await desk.database.get<{ key: string }>(
    "select key from limits where key like 'sign-in/account/%'",
  )
  expect(account).toBeUndefined()
  for (let at = 0; at < 6; at++)
    await desk.visitor().post(paths.signIn, { email, password: 'a guess of others' })
  expect((await desk.visitor().post(paths.signIn, { email, password })).status).toBe(429)
  expect((await visitor.post(paths.signIn, { email, password })).status).toBe(303)
})

it('for htmx a refusal is the banner, and for a script it is JSON', async () => {
  const { desk } = await openStage()
  const visitor = desk.visitor()
  for (let at = 0; at < 30; at++) await visitor.get(paths.password(`nothing-${at}`))
  const fragment = await visitor.get(paths.password('nothing'), { 'HX-Request': 'true' })
  expect([fragment.status, fragment.headers['hx-retarget']]).toEqual([429, '#banner'])
  expect(fragment.text).toMatch(
    /^<title>Error: Too many tries – Guichet<\/title>\s*<div class="banner error"/,
  )
  const json = await visitor.get(paths.password('nothing'), { Accept: 'application/json' })
  expect([json.status, json.body]).toEqual([429, { message: expect.stringContaining('Too many links') }])
})
