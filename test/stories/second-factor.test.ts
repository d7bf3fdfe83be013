import { expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { codeAt, codesOn, enrol, keyOn } from '../support/authenticator.ts'
import { asForm, cookieOf, send, sessionIn } from '../support/by-hand.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { bannerOf, companyNamed, movableClock, textOf, titleOf } from '../support/story.ts'

const email = 'alice@atelier.example'
const step = 30_000

async function begun() {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const alice = await desk.signedIn('alice')
  return { clock, desk, alice }
}

async function logOf(desk: Desk, action: string): Promise<string[]> {
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  const entries = await desk.ports.store.activity.list(id, 100)
  return entries.filter((entry) => entry.action === action).map(({ result }) => result)
}

async function halfWay(desk: Desk, language: 'en' | 'fr' = 'en', next = ''): Promise<Visitor> {
  const visitor = desk.visitor(language)
  const answer = await visitor.post(paths.signIn, { email, password: trialPassword, next })
  expect([answer.status, answer.headers.location]).toEqual([303, paths.signInCode])
  return visitor
}

it.each([
  ['en', 'Your second factor is on.', 'Recovery codes', 'Enter your code'],
  ['fr', 'La double authentification est activée.', 'Codes de secours', 'Saisissez votre code'],
] as const)(
  'in %s Alice turns it on, and signs in with her phone',
  async (language, said, heading, asked) => {
    const clock = movableClock()
    const desk = await startDesk({ clock })
    const alice = await desk.signedIn('alice', language)
    const before = await alice.post(paths.secondFactor)
    expect([before.status, before.headers.location]).toEqual([303, paths.secondFactor])
    const page = (await alice.get(paths.secondFactor)).text
    const key = keyOn(page)
    expect(key).toMatch(/^[A-Z2-7]{32}$/)
    expect(page).toMatch(/<svg class="qr" role="img" aria-label="[^"]+" viewBox="0 0 \d+ \d+">/)
    expect(page).toMatch(/name="code" type="text" value="" inputmode="numeric" autocomplete="one-time-code"/)
    expect(page).not.toMatch(/ style=|<style|secret=/)

    const code = codeAt(key, clock.now())
    const on = await alice.post(paths.secondFactorCode, { code: `${code.slice(0, 3)} ${code.slice(3)}` })
    expect([on.status, bannerOf(on.text)]).toEqual([200, said])
    expect(on.text).toContain(`<h1>${heading}</h1>`)
    expect(on.headers['cache-control']).toBe('no-store, no-transform')
    const codes = codesOn(on.text)
    expect(codes).toHaveLength(10)
    const after = (await alice.get(paths.secondFactor)).text
    for (const hidden of [key, ...codes]) expect(after).not.toContain(hidden)

    clock.pass(step)
    const again = await halfWay(desk, language, paths.billingDetails)
    expect((await again.get(paths.paymentMethods)).status).toBe(303)
    expect((await again.get(paths.account)).headers.location).toContain(paths.signIn)
    const form = await again.get(paths.signInCode)
    expect(form.text).toContain(`<h1>${asked}</h1>`)
    const signedInBefore = (await logOf(desk, 'signed in')).length
    const done = await again.post(paths.signInCode, { kind: 'digits', code: codeAt(key, clock.now()) })
    expect([done.status, done.headers.location]).toEqual([303, paths.billingDetails])
    expect((await again.get(paths.billingDetails)).status).toBe(200)
    expect(await logOf(desk, 'signed in')).toHaveLength(signedInBefore + 1)
  },
)

it('a wrong code is refused in words, at setting up and at signing in, and is not shown', async () => {
  const { clock, desk, alice } = await begun()
  await alice.post(paths.secondFactor)
  const wrong = await alice.post(paths.secondFactorCode, { code: '12 34' })
  expect([wrong.status, titleOf(wrong.text)]).toEqual([422, 'Error: Second factor – Guichet'])
  expect(wrong.text).toMatch(/<a href="#code">This code is not right\./)
  expect(wrong.text).toMatch(/id="code" [^>]*value="" [^>]*aria-invalid="true" aria-describedby="code-error"/)
  await enrol(alice, clock.now())
  const visitor = await halfWay(desk)
  const refused = await visitor.post(paths.signInCode, { kind: 'digits', code: '000000x' })
  expect([refused.status, titleOf(refused.text)]).toEqual([422, 'Error: Enter your code – Guichet'])
  expect(refused.text).not.toContain('000000x')
  expect(await logOf(desk, 'sign-in failed')).toEqual(['refused'])
})

it('replay: a code is good once, also for two at once', async () => {
  const { clock, desk, alice } = await begun()
  const { key } = await enrol(alice, clock.now())
  const turnedOnWith = codeAt(key, clock.now())
  const first = await halfWay(desk)
  expect((await first.post(paths.signInCode, { kind: 'digits', code: turnedOnWith })).status).toBe(422)
  clock.pass(step)
  const code = codeAt(key, clock.now())
  const visitors = [first, await halfWay(desk), await halfWay(desk)]
  const answers = await Promise.all(
    visitors.map((visitor) => visitor.post(paths.signInCode, { kind: 'digits', code })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
})

it('without her phone a recovery code lets her in, once, and she hears of it', async () => {
  const { clock, desk, alice } = await begun()
  const { recoveryCodes } = await enrol(alice, clock.now())
  const [code = ''] = recoveryCodes
  const visitor = await halfWay(desk, 'fr')
  const other = /<a href="([^"]+kind=recovery[^"]*)">/.exec((await visitor.get(paths.signInCode)).text)?.[1]
  const form = (await visitor.get(other ?? '')).text
  expect(form).toContain('<h1>Saisissez un code de secours</h1>')
  const typed = { kind: 'recovery', code: code.toUpperCase().replaceAll('-', ' ') }
  expect((await visitor.post(paths.signInCode, typed)).status).toBe(303)
  expect(textOf((await visitor.get(paths.secondFactor)).text)).toContain('Il vous reste 9 codes')
  const again = await halfWay(desk)
  const refused = await again.post(paths.signInCode, typed)
  expect([refused.status, textOf(refused.text).includes('or it was used before')]).toEqual([422, true])
  expect(await logOf(desk, 'recovery code used')).toEqual(['done'])
  const mails = textOf((await visitor.get(paths.sandboxMail)).text)
  expect(mails).toContain('Un code de secours a servi – Guichet')
})

it('new recovery codes take the place of the old ones', async () => {
  const { clock, desk, alice } = await begun()
  const { recoveryCodes } = await enrol(alice, clock.now())
  const made = await alice.post(paths.recoveryCodes)
  const codes = codesOn(made.text)
  expect([made.status, codes.length]).toEqual([200, 10])
  const old = await (await halfWay(desk)).post(paths.signInCode, {
    kind: 'recovery',
    code: recoveryCodes[0] ?? '',
  })
  expect(old.status).toBe(422)
  const fresh = await (await halfWay(desk)).post(paths.signInCode, { kind: 'recovery', code: codes[0] ?? '' })
  expect(fresh.status).toBe(303)
})

it('after five wrong codes she gives her password again, and too many make her wait', async () => {
  const { clock, desk, alice } = await begun()
  const { key } = await enrol(alice, clock.now())
  clock.pass(step)
  const tries = async (visitor: Visitor): Promise<number[]> => {
    const statuses: number[] = []
    for (let count = 0; count < 5; count += 1)
      statuses.push((await visitor.post(paths.signInCode, { kind: 'digits', code: '000 001' })).status)
    return statuses
  }
  const first = await halfWay(desk)
  expect(await tries(first)).toEqual([422, 422, 422, 422, 422])
  const over = await first.post(paths.signInCode, { kind: 'digits', code: codeAt(key, clock.now()) })
  expect([over.status, over.headers.location]).toEqual([303, paths.signIn])
  expect(bannerOf((await first.get(paths.signIn)).text)).toContain('Too many wrong codes. Sign in again.')
  expect((await first.get(paths.signInCode)).headers.location).toBe(paths.signIn)

  expect(await tries(await halfWay(desk))).toEqual([422, 422, 422, 422, 422])
  const third = await halfWay(desk)
  const wait = await third.post(paths.signInCode, { kind: 'digits', code: codeAt(key, clock.now()) })
  expect([wait.status, Number(wait.headers['retry-after']) > 0]).toEqual([429, true])
  clock.pass(10 * 60_000)
  const last = await halfWay(desk)
  const code = codeAt(key, clock.now())
  expect((await last.post(paths.signInCode, { kind: 'digits', code })).status).toBe(303)
})

it('who knows her password cannot use up the tries of the browser that she signs in with', async () => {
  const { clock, desk, alice } = await begun()
  const { key } = await enrol(alice, clock.now())
  clock.pass(step)
  const hers = await halfWay(desk)
  const code = () => codeAt(key, clock.now())
  await hers.post(paths.signInCode, { kind: 'digits', code: code() })
  await hers.post(paths.signOut)
  for (let batch = 0; batch < 6; batch += 1) {
    const stranger = await halfWay(desk)
    for (let count = 0; count < 5; count += 1)
      await stranger.post(paths.signInCode, { kind: 'digits', code: '000 001' })
    clock.pass(10 * 60_000)
  }
  const stranger = await halfWay(desk)
  expect((await stranger.post(paths.signInCode, { kind: 'digits', code: code() })).status).toBe(429)
  await hers.post(paths.signIn, { email, password: trialPassword })
  expect((await hers.post(paths.signInCode, { kind: 'digits', code: code() })).status).toBe(303)
  expect((await hers.get(paths.account)).status).toBe(200)
})

it('the code is awaited for ten minutes', async () => {
  const { clock, desk, alice } = await begun()
  const { key } = await enrol(alice, clock.now())
  const visitor = await halfWay(desk)
  clock.pass(10 * 60_000)
  const late = await visitor.post(paths.signInCode, { kind: 'digits', code: codeAt(key, clock.now()) })
  expect([late.status, late.headers.location]).toEqual([303, paths.signIn])
  expect(bannerOf((await visitor.get(paths.signIn)).text)).toContain('That took too long. Sign in again.')
})

it('nobody who has given no password is asked for a code', async () => {
  const { desk } = await begun()
  expect((await desk.visitor().get(paths.signInCode)).headers.location).toBe(paths.signIn)
  const posted = await desk.visitor().post(paths.signInCode, { kind: 'digits', code: '123456' })
  expect(posted.headers.location).toBe(paths.signIn)
})

it('fixation: the session has another id with the password, and another one with the code', async () => {
  const { clock, desk, alice } = await begun()
  const { key } = await enrol(alice, clock.now())
  clock.pass(step)
  const post = async (path: string, form: Record<string, string>, Cookie: string) =>
    send(desk, path, {
      method: 'POST',
      headers: { ...asForm, Cookie },
      body: new URLSearchParams(form).toString(),
    })
  const planted = await cookieOf(desk, 'charlie@brasserie.example')
  const half = sessionIn(await post(paths.signIn, { email, password: trialPassword }, planted))
  const typed = { kind: 'digits', code: codeAt(key, clock.now()) }
  const whole = sessionIn(await post(paths.signInCode, typed, half))
  expect(new Set([planted, half, whole]).size).toBe(3)
  const statuses = [planted, half, whole].map(
    async (Cookie) => (await send(desk, paths.account, { headers: { Cookie } })).status,
  )
  expect(await Promise.all(statuses)).toEqual([303, 303, 200])
})

it('she turns it off with her password, and hears of it', async () => {
  const { clock, desk, alice } = await begun()
  await enrol(alice, clock.now())
  const asked = await alice.post(paths.secondFactorRemoval)
  expect([asked.status, asked.text.includes('name="again" type="password"')]).toEqual([200, true])
  expect((await alice.post(paths.secondFactorRemoval, { again: 'not the right one' })).status).toBe(422)
  expect(textOf((await alice.get(paths.account)).text)).toContain('Second factor On')
  const off = await alice.post(paths.secondFactorRemoval, { again: trialPassword })
  expect([off.status, off.headers.location]).toEqual([303, paths.secondFactor])
  expect(bannerOf((await alice.get(paths.secondFactor)).text)).toBe('Your second factor is off.')
  const answer = await desk.visitor().post(paths.signIn, { email, password: trialPassword })
  expect(answer.headers.location).toBe(paths.home)
  expect(await logOf(desk, 'second factor off')).toEqual(['done'])
  expect(await logOf(desk, 'password confirmed')).toEqual(['done', 'refused'])
  expect(textOf((await alice.get(paths.sandboxMail)).text)).toContain('Your second factor is off – Guichet')
})

it('a new password ends what was begun with the old one', async () => {
  const { clock, desk, alice } = await begun()
  const { key } = await enrol(alice, clock.now())
  const visitor = await halfWay(desk)
  const typed = { 'current-password': trialPassword, 'new-password': 'ocean ladder violin seven' }
  expect((await alice.post(paths.accountPassword, typed)).status).toBe(303)
  clock.pass(step)
  const answer = await visitor.post(paths.signInCode, { kind: 'digits', code: codeAt(key, clock.now()) })
  expect([answer.status, answer.headers.location]).toEqual([303, paths.signIn])
  expect((await visitor.get(paths.account)).status).toBe(303)
})

it('another password does not turn it off', async () => {
  const { clock, desk, alice } = await begun()
  const { key } = await enrol(alice, clock.now())
  const password = 'ocean ladder violin seven'
  expect(
    (await alice.post(paths.accountPassword, { 'current-password': trialPassword, 'new-password': password }))
      .status,
  ).toBe(303)
  clock.pass(step)
  const visitor = desk.visitor()
  expect((await visitor.post(paths.signIn, { email, password })).headers.location).toBe(paths.signInCode)
  const code = codeAt(key, clock.now())
  expect((await visitor.post(paths.signInCode, { kind: 'digits', code })).status).toBe(303)
})
