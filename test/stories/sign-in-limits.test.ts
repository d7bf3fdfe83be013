import { describe, expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { asForm, type Got, send } from '../support/by-hand.ts'
import { type DeskOptions, startDesk } from '../support/running-desk.ts'
import { beside } from '../support/second-process.ts'
import { bannerOf, movableClock, titleOf } from '../support/story.ts'

const minute = 60_000
const alice = 'alice@atelier.example'
const nobody = 'nobody@atelier.example'
const wrong = 'not the right password'

interface Attempt {
  readonly email?: string
  readonly password?: string
  readonly from?: string
  readonly cookie?: string
  readonly language?: string
}

function signIn(
  desk: { readonly url: string },
  { email = alice, password = wrong, from, cookie, language }: Attempt = {},
): Promise<Got> {
  const headers = {
    ...asForm,
    ...(from && { 'X-Forwarded-For': from }),
    ...(cookie && { Cookie: cookie }),
    ...(language && { 'Accept-Language': language }),
  }
  const body = new URLSearchParams({ email, password, next: '/settings' }).toString()
  return send(desk, paths.signIn, { method: 'POST', headers, body })
}

async function statusesOf(times: number, attempt: (at: number) => Promise<Got>): Promise<number[]> {
  const statuses: number[] = []
  for (let at = 0; at < times; at++) statuses.push((await attempt(at)).status)
  return statuses
}

async function openStage(options: DeskOptions = {}) {
  const clock = movableClock()
  const desk = await startDesk({ clock, environment: { TRUST_PROXY: 'loopback' }, ...options })
  return { clock, desk }
}

const failures = (times: number) => Array<number>(times).fill(422)

describe.each([
  [
    'en',
    'Error: Sign in – Guichet',
    /^There is a problem Too many tries to sign in failed\. Try again in \d+ (seconds|minute): nothing is locked for good\.$/,
  ],
  [
    'fr',
    'Erreur\u00a0: Se connecter – Guichet',
    /^Il y a un problème Trop d’essais de connexion ont échoué\. Réessayez dans \d+ (secondes|minute)\u00a0: rien n’est bloqué définitivement\.$/,
  ],
] as const)('In %s', (language, title, said) => {
  it.each([
    ['who is a member', alice],
    ['who is nobody', nobody],
  ])(
    'the sixth wrong password in a minute of somebody %s is told when to come back, and the form is kept',
    async (_who, email) => {
      const { desk } = await openStage()
      expect(await statusesOf(5, () => signIn(desk, { email, language }))).toEqual(failures(5))
      const sixth = await signIn(desk, { email, language })
      expect(sixth.status).toBe(429)
      expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(50)
      expect(Number(sixth.headers['retry-after'])).toBeLessThanOrEqual(60)
      expect(bannerOf(sixth.text)).toMatch(said)
      expect(titleOf(sixth.text)).toBe(title)
      expect(sixth.text).toContain(`name="email" type="email" value="${email}"`)
      expect(sixth.text).toContain('name="next" value="/settings"')
      expect(sixth.text).not.toContain(wrong)
    },
  )
})

it('a member and nobody get the same answers, to the byte, up to the limit and beyond', async () => {
  const [here, there] = [await openStage(), await openStage()]
  const told = async (desk: { readonly url: string }, email: string): Promise<unknown[]> => {
    const answers: Got[] = []
    for (let times = 0; times < 7; times++) answers.push(await signIn(desk, { email }))
    return answers.map(({ status, headers, text }) => [
      status,
      Object.keys(headers),
      text
        .replaceAll(alice, '')
        .replaceAll(nobody, '')
        .replace(/in \d+ (seconds|minute)/, ''),
    ])
  }
  expect(await told(here.desk, alice)).toEqual(await told(there.desk, nobody))
})

it('while one waits, the right password is not looked at either; afterwards it opens, and the mistakes are forgotten', async () => {
  const { desk, clock } = await openStage()
  await statusesOf(5, () => signIn(desk))
  expect((await signIn(desk, { password: trialPassword })).status).toBe(429)
  clock.pass(minute)
  expect((await signIn(desk, { password: trialPassword })).status).toBe(303)
  expect(await statusesOf(6, () => signIn(desk))).toEqual([...failures(5), 429])
})

it('ten in a quarter of an hour are the end of it, until the quarter is over', async () => {
  const { desk, clock } = await openStage()
  expect(await statusesOf(5, () => signIn(desk))).toEqual(failures(5))
  clock.pass(minute)
  expect(await statusesOf(5, () => signIn(desk))).toEqual(failures(5))
  clock.pass(minute)
  const { status, headers } = await signIn(desk)
  expect(status).toBe(429)
  expect(Math.round(Number(headers['retry-after']) / 60)).toBe(13)
  clock.pass(13 * minute)
  expect((await signIn(desk)).status).toBe(422)
})

it('who types their address in capitals, or with spaces, is the same', async () => {
  const { desk } = await openStage()
  const forms = [alice, ' Alice@Atelier.example', 'ALICE@ATELIER.EXAMPLE ', alice, alice]
  expect(await statusesOf(6, (at) => signIn(desk, { email: forms[at] ?? alice }))).toEqual([
    ...failures(5),
    429,
  ])
})

it('of forty guesses at once, five are looked at', async () => {
  const { desk } = await openStage()
  const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(desk)))
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(35)
})

it('of forty guesses at once at two processes with one database, five are looked at', async () => {
  const { desk, clock } = await openStage()
  const other = await beside(desk, { TRUST_PROXY: 'loopback' }, clock)
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, at) => signIn(at % 2 === 0 ? desk : other)),
  )
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
  expect((await signIn(other, { password: trialPassword })).status).toBe(429)
})

it('one network’s failures at an account keep nobody out elsewhere, nor at another account', async () => {
  const { desk } = await openStage()
  await statusesOf(5, () => signIn(desk, { from: '192.0.2.1' }))
  expect((await signIn(desk, { from: '192.0.2.1', password: trialPassword })).status).toBe(429)
  expect((await signIn(desk, { from: '192.0.2.2', password: trialPassword })).status).toBe(303)
  const bob = { email: 'bob@atelier.example', password: trialPassword }
  expect((await signIn(desk, { from: '192.0.2.1', ...bob })).status).toBe(303)
})

it('a hundred networks have fifty guesses an hour at one account; a browser that has signed in before gets in all the same', async () => {
  const { desk } = await openStage()
  const first = await signIn(desk, { password: trialPassword, from: '198.51.100.1' })
  const known =
    first.headers['set-cookie']?.find((cookie) => cookie.startsWith('known='))?.split(';')[0] ?? ''
  const statuses = await statusesOf(60, (at) => signIn(desk, { from: `203.0.113.${at}` }))
  expect(statuses).toEqual([...failures(50), ...Array<number>(10).fill(429)])
  const owner = { from: '198.51.100.2', password: trialPassword }
  expect((await signIn(desk, owner)).status).toBe(429)
  expect((await signIn(desk, { ...owner, cookie: known })).status).toBe(303)
  // It is known for this account alone, cannot be made up, and may itself guess no more often than others.
  expect(
    (await signIn(desk, { ...owner, cookie: known.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')) }))
      .status,
  ).toBe(429)
  const guesses = await statusesOf(6, (at) => signIn(desk, { from: `203.0.113.${at}`, cookie: known }))
  expect(guesses).toEqual([...failures(5), 429])
})

it('a browser that has signed in before has fifty mistakes a day: who knew a password once may not try on for good', async () => {
  const { desk, clock } = await openStage()
  const first = await signIn(desk, { password: trialPassword })
  const known =
    first.headers['set-cookie']?.find((cookie) => cookie.startsWith('known='))?.split(';')[0] ?? ''
  for (let round = 0; round < 10; round++) {
    expect(await statusesOf(5, () => signIn(desk, { cookie: known }))).toEqual(failures(5))
    clock.pass(15 * minute)
  }
  const { status, headers } = await signIn(desk, { cookie: known })
  expect(status).toBe(429)
  expect(Math.ceil(Number(headers['retry-after']) / 3600)).toBe(22)
  // Without it, it is one among all others.
  expect((await signIn(desk, { password: trialPassword })).status).toBe(303)
})

it('what a browser is known for is one account: at another it counts like any other', async () => {
  const { desk } = await openStage()
  const charlie = { email: 'charlie@brasserie.example', password: trialPassword }
  const first = await signIn(desk, charlie)
  const known =
    first.headers['set-cookie']?.find((cookie) => cookie.startsWith('known='))?.split(';')[0] ?? ''
  const statuses = await statusesOf(51, (at) => signIn(desk, { from: `203.0.113.${at}`, cookie: known }))
  expect(statuses.at(-1)).toBe(429)
})

it('a hundred failures an hour are what one network has, whomever they are about; IPv6 counts by the /64', async () => {
  const { desk } = await openStage()
  const guess = (at: number) =>
    signIn(desk, { email: `guess-${at}@example.com`, from: `2001:db8:1:2::${at.toString(16)}` })
  const statuses = await statusesOf(101, guess)
  expect(statuses).toEqual([...failures(100), 429])
  const charlie = { email: 'charlie@brasserie.example', password: trialPassword }
  expect((await signIn(desk, { ...charlie, from: '2001:db8:1:2:ffff::1' })).status).toBe(429)
  expect((await signIn(desk, { ...charlie, from: '2001:db8:1:3::1' })).status).toBe(303)
})

it('who has an account of their own does not start anew with it: only the right try is taken back', async () => {
  const { desk } = await openStage()
  const charlie = { email: 'charlie@brasserie.example', password: trialPassword, from: '192.0.2.1' }
  const guess = (at: number) => signIn(desk, { email: `guess-${at}@example.com`, from: '192.0.2.1' })
  await statusesOf(60, guess)
  expect((await signIn(desk, charlie)).status).toBe(303)
  expect(await statusesOf(41, (at) => guess(at + 60))).toEqual([...failures(40), 429])
})

it('without a proxy that is trusted, what a visitor says of their address counts for nothing', async () => {
  const { desk } = await openStage({ environment: {} })
  const statuses = await statusesOf(6, (at) => signIn(desk, { from: `203.0.113.${at}` }))
  expect(statuses).toEqual([...failures(5), 429])
})

it('nothing that was typed stands among the counts, and they are gone after a day', async () => {
  const { desk, clock } = await openStage()
  await signIn(desk)
  await signIn(desk, { email: nobody })
  const kept = JSON.stringify(await desk.database.all('select * from limits'))
  expect(kept).toContain('sign-in/account/')
  expect(kept).not.toMatch(/alice|nobody|atelier|not the right/)
  clock.pass(24 * 60 * minute)
  await desk.settled()
  expect(await desk.database.all("select * from limits where key like 'sign-in/%'")).toEqual([])
})
