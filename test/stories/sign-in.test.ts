import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, type Got, send, sessionIn } from '../support/by-hand.ts'
import { type Desk, openDesk } from '../support/running-desk.ts'
import { bannerOf, movableClock, titleOf } from '../support/story.ts'

const clock = movableClock()
let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ clock })
})
afterAll(() => desk.close())

const email = 'alice@atelier.example'

function signIn(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Got> {
  const body = new URLSearchParams(form).toString()
  return send(desk, paths.signIn, { method: 'POST', headers: { ...asForm, ...headers }, body })
}

async function isSignedIn(cookie: string): Promise<boolean> {
  return (await send(desk, paths.paymentMethods, { headers: { Cookie: cookie } })).status === 200
}

describe.each([
  [
    'en',
    'There is a problem',
    'This address and password do not match an account.',
    'Error: Sign in – Guichet',
  ],
  [
    'fr',
    'Il y a un problème',
    'Cette adresse et ce mot de passe ne correspondent à aucun compte.',
    'Erreur\u00a0: Se connecter – Guichet',
  ],
] as const)('In %s', (language, heading, refusal, title) => {
  it('a wrong password and an unknown address are refused with the same words, status and headers', async () => {
    const headers = { 'Accept-Language': language }
    const wrong = await signIn({ email, password: 'not the right password' }, headers)
    const unknown = await signIn({ email: 'alien@atelier.example', password: trialPassword }, headers)
    const nobody = await signIn({ email: 'no address', password: trialPassword }, headers)
    for (const answer of [wrong, unknown, nobody]) {
      expect(answer.status).toBe(422)
      expect(bannerOf(answer.text)).toBe(`${heading} ${refusal}`)
      expect(titleOf(answer.text)).toBe(title)
    }
    const bare = ({ text, headers }: Got) => [
      text.replaceAll(email, '').replaceAll('alien@atelier.example', ''),
      Object.keys(headers),
      headers['set-cookie'],
    ]
    expect(bare(wrong)).toEqual(bare(unknown))
    expect(wrong.text).toContain(`value="${email}"`)
    expect(wrong.text).not.toContain('not the right password')
  })
})

it('who enters nothing is told what to enter', async () => {
  const [noEmail, noPassword] = ['Enter your e-mail address.', 'Enter your password.']
  const cases: [Record<string, string>, string][] = [
    [{}, `${noEmail} ${noPassword}`],
    [{ email }, noPassword],
    [{ password: trialPassword }, noEmail],
  ]
  for (const [form, told] of cases) {
    const answer = await signIn(form)
    expect([answer.status, bannerOf(answer.text)]).toEqual([422, `There is a problem ${told}`])
  }
})

it('the address may be written in capitals and with spaces around it', async () => {
  expect((await signIn({ email: ' ALICE@Atelier.Example ', password: trialPassword })).status).toBe(303)
})

it('a password of 10 MB is too much, and one of 2 KB is refused', async () => {
  const huge = await signIn({ email, password: 'x'.repeat(10 * 1024 * 1024) }).catch((error) => error.code)
  expect(['EPIPE', 'ECONNRESET', 413]).toContain(typeof huge === 'object' ? huge.status : huge)
  const large = await signIn({ email, password: 'x'.repeat(70 * 1024) })
  expect([large.status, large.text.includes('What was sent is too large.')]).toEqual([413, true])
  expect((await signIn({ email, password: 'x'.repeat(2048) })).status).toBeLessThan(500)
})

it('fixation: the session gets a new id when somebody signs in, and the old one is nobody’s', async () => {
  const planted = await cookieOf(desk, 'charlie@brasserie.example')
  const answer = await signIn({ email, password: trialPassword }, { Cookie: planted })
  const given = sessionIn(answer)
  expect(given).toMatch(/^sid=/)
  expect(given).not.toBe(planted)
  expect(await isSignedIn(given)).toBe(true)
  expect(await isSignedIn(planted)).toBe(false)
  const made = await signIn({ email, password: trialPassword }, { Cookie: 'sid=s%3Achosen.AAAA' })
  expect(sessionIn(made)).not.toContain('chosen')
})

it('replay: the cookie of a session that was signed out of is nobody’s', async () => {
  const cookie = await cookieOf(desk)
  const out = await send(desk, paths.signOut, { method: 'POST', headers: { ...asForm, Cookie: cookie } })
  expect([out.status, out.headers.location]).toEqual([303, paths.signIn])
  expect(await isSignedIn(cookie)).toBe(false)
})

it('a session ends after half an hour without a page, and after twelve hours with pages all along', async () => {
  const [idle, busy] = [await cookieOf(desk), await cookieOf(desk)]
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    expect(await isSignedIn(busy)).toBe(true)
    clock.pass(20 * 60_000)
  }
  expect(await isSignedIn(idle)).toBe(false)
  expect(await isSignedIn(busy)).toBe(true)
  clock.pass(21 * 60_000)
  expect(await isSignedIn(busy)).toBe(false)
})

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  '/./\\evil.example',
  '/..//evil.example',
  ' //evil.example',
  'settings',
  '//',
  `/${'x'.repeat(1990)}//`,
]

it.each(elsewhere)('next=%j leads nowhere but home, or stays with us', async (next) => {
  const cookie = await cookieOf(desk)
  const after = (await signIn({ email, password: trialPassword, next })).headers.location ?? ''
  const already = await send(desk, `${paths.signIn}?next=${encodeURIComponent(next)}`, {
    headers: { Cookie: cookie },
  })
  for (const location of [after, already.headers.location ?? '']) {
    expect(new URL(location, 'http://guichet.example').origin).toBe('http://guichet.example')
    expect(location).not.toMatch(/^\/[/\\]/)
  }
})

it('next leads back to the page that was asked for, with its query', async () => {
  const asked = await send(desk, `${paths.paymentMethods}?look=2&x=%26`)
  const form = (await send(desk, asked.headers.location ?? '')).text
  const next = /name="next" value="([^"]+)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await signIn({ email, password: trialPassword, next })).headers.location).toBe(
    `${paths.paymentMethods}?look=2&x=%26`,
  )
})
