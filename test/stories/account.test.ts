import { describe, expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, send } from '../support/by-hand.ts'
import { startDesk, type Visitor } from '../support/running-desk.ts'
import { bannerOf, companyNamed, textOf, titleOf } from '../support/story.ts'

const password = 'ocean ladder violin seven'
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

it.each([
  ['en', 'My account'],
  ['fr', 'Mon compte'],
] as const)('in %s everyone’s menu leads to their account, a developer’s too', async (language, label) => {
  const desk = await startDesk()
  for (const persona of ['alice', 'dan'] as const) {
    const visitor = await desk.signedIn(persona, language)
    const page = await visitor.get(paths.account)
    expect([page.status, titleOf(page.text)]).toEqual([200, `${label} – Guichet`])
    expect(page.text).toMatch(
      new RegExp(
        `<li><a href="${paths.account}">${label}</a></li>\\s*<li><form method="post" action="/sign-out"`,
      ),
    )
    expect(page.text.includes(paths.companySecurity)).toBe(persona === 'alice')
  }
  expect((await desk.visitor().get(paths.account)).headers.location).toBe('/sign-in?next=%2Faccount')
})

describe('The profile', () => {
  it('has another name as soon as it is saved, cleaned of what cannot be seen', async () => {
    const desk = await startDesk()
    const dan = await desk.signedIn('dan')
    const saved = await dan.post(paths.account, { name: '  Dan \u202eO’Neil<b>\0 ' })
    expect([saved.status, saved.headers.location]).toEqual([303, paths.account])
    const { text } = await dan.get(paths.account)
    expect(bannerOf(text)).toBe('Your name is saved.')
    expect(text).toContain('<span class="user-name">Dan O’Neil&lt;b&gt;</span>')
  })

  it('keeps what was typed where it does not do', async () => {
    const desk = await startDesk()
    const dan = await desk.signedIn('dan')
    const empty = await dan.post(paths.account, { name: ' ' })
    expect([empty.status, empty.text.includes('<a href="#name">Enter your name.</a>')]).toEqual([422, true])
    const long = 'x'.repeat(201)
    const refused = await dan.post(paths.account, { name: long })
    expect([refused.status, refused.text.includes(`value="${long}"`)]).toEqual([422, true])
    expect((await dan.get(paths.account)).text).toContain('<span class="user-name">Dan Moreau</span>')
  })

  it('has a language, before what the browser says and what it was switched to, until it is the browser’s again', async () => {
    const desk = await startDesk()
    const alice = await desk.signedIn('alice', 'en')
    await alice.get(`${paths.account}?lang=en`)
    await alice.post(paths.accountLanguage, { language: 'fr' })
    const french = (await alice.get(paths.account)).text
    expect(french).toContain('<html lang="fr">')
    expect(bannerOf(french)).toBe('Votre langue est enregistrée.')
    expect(french).toContain('<option value="fr" selected>')
    await alice.post(paths.accountLanguage, { language: 'browser' })
    const english = (await alice.get(paths.account)).text
    expect(english).toContain('<html lang="en">')
    expect(bannerOf(english)).toBe('Your language is saved.')
  })
})

describe('The password', () => {
  const change = (visitor: Visitor, current: string, next = password) =>
    visitor.post(paths.accountPassword, { 'current-password': current, 'new-password': next })

  it('is changed by who knows it, and every other session ends', async () => {
    const desk = await startDesk()
    const [alice, elsewhere, bob] = [
      await desk.signedIn('alice'),
      await desk.signedIn('alice'),
      await desk.signedIn('bob'),
    ]
    expect((await change(alice, trialPassword)).headers.location).toBe(paths.account)
    const { text } = await alice.get(paths.account)
    expect(bannerOf(text)).toBe('Your password is changed. You are signed out everywhere else.')
    expect((await elsewhere.get(paths.account)).status).toBe(303)
    expect((await bob.get(paths.account)).status).toBe(200)
    const email = 'alice@atelier.example'
    expect((await desk.visitor().post(paths.signIn, { email, password: trialPassword })).status).toBe(422)
    expect((await desk.visitor().post(paths.signIn, { email, password })).status).toBe(303)
    expect(textOf((await alice.get(paths.sandboxMail)).text)).toContain('Your password was changed – Guichet')
    const { id } = await companyNamed(desk, 'Atelier Lumière')
    const log = await desk.ports.store.activity.list(id, 100)
    const entry = log.find(({ action }) => action === 'password changed')
    expect(entry).toMatchObject({ action: 'password changed', result: 'done', address: '127.0.0.1' })
  })

  it('changed, the session has another id: a cookie that was copied before is nobody’s', async () => {
    const desk = await startDesk()
    const Cookie = await cookieOf(desk)
    const answer = await send(desk, paths.accountPassword, {
      method: 'POST',
      headers: { ...asForm, Cookie },
      body: new URLSearchParams({ 'current-password': trialPassword, 'new-password': password }).toString(),
    })
    const given = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    const read = async (cookie: string) =>
      (await send(desk, paths.account, { headers: { Cookie: cookie } })).status
    expect([answer.status, await read(Cookie), await read(given)]).toEqual([303, 303, 200])
  })

  it.each([
    ['', password, '#current-password', 'Enter your current password.'],
    ['wrong password', password, '#current-password', 'This is not your current password.'],
    [trialPassword, 'eleven char', '#new-password', 'The password needs twelve characters or more.'],
    [trialPassword, 'Password 1234', '#new-password', 'This password is on the lists'],
  ])('stays as it is when %j is followed by %j', async (current, next, field, said) => {
    const desk = await startDesk()
    const alice = await desk.signedIn('alice')
    const refused = await change(alice, current, next)
    expect([refused.status, titleOf(refused.text)]).toEqual([422, 'Error: My account – Guichet'])
    expect(refused.text).toContain(`<a href="${field}">${said}`)
    for (const typed of [current, next]) if (typed) expect(refused.text).not.toContain(typed)
    expect((await change(alice, trialPassword)).status).toBe(303)
  })

  it('cannot be guessed here for long', async () => {
    const desk = await startDesk()
    const alice = await desk.signedIn('alice', 'fr')
    for (let count = 0; count < 5; count += 1)
      expect((await change(alice, `wrong ${count}`)).status).toBe(422)
    const wait = await change(alice, trialPassword)
    expect([wait.status, textOf(wait.text).includes('Trop d’essais.')]).toEqual([429, true])
    expect(Number(wait.headers['retry-after'])).toBeGreaterThan(0)
    const { id } = await companyNamed(desk, 'Atelier Lumière')
    const log = await desk.ports.store.activity.list(id, 100)
    const refused = log.filter(({ action, result }) => action === 'password changed' && result === 'refused')
    expect(refused).toHaveLength(5)
  })
})

describe('The sessions', () => {
  async function onTwoDevices() {
    const desk = await startDesk()
    const [here, phone] = [desk.visitor(), desk.visitor()]
    const typed = { email: 'alice@atelier.example', password: trialPassword }
    await here.post(paths.signIn, typed, { 'User-Agent': firefox })
    await phone.post(paths.signIn, typed, { 'User-Agent': iPhone })
    return { desk, here, phone }
  }
  const handlesOn = (html: string) =>
    [...html.matchAll(/action="\/account\/sessions\/([\w-]+)"/g)].map(([, handle = '']) => handle)

  it('say browser, system, place and times, and which is this one', async () => {
    const { here, phone } = await onTwoDevices()
    const text = textOf((await here.get(paths.account)).text)
    expect(text).toMatch(
      /Firefox on Linux This session Signed in [^,]+, [\d:]+ UTC from 127\.0\.0\.1, last used/,
    )
    expect(text).toMatch(/Safari on iOS Signed in .* Sign out Sign out Safari on iOS/)
    expect(textOf((await phone.get(paths.account)).text)).toContain('Safari on iOS This session')
  })

  it('show nothing that lets anybody in', async () => {
    const { desk, here } = await onTwoDevices()
    const { text } = await here.get(paths.account)
    const rows = await desk.database.all<{ id_hash: string }>('select id_hash from sessions')
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(text).not.toContain(row.id_hash)
  })

  it('can be ended one by one', async () => {
    const { desk, here, phone } = await onTwoDevices()
    const [handle = ''] = handlesOn((await here.get(paths.account)).text)
    expect((await here.post(paths.session(handle))).headers.location).toBe(paths.account)
    expect(bannerOf((await here.get(paths.account)).text)).toBe('This session is signed out.')
    expect((await phone.get(paths.account)).status).toBe(303)
    await here.post(paths.session(handle))
    expect(bannerOf((await here.get(paths.account)).text)).toBe('This session was over already.')
    const { id } = await companyNamed(desk, 'Atelier Lumière')
    const log = await desk.ports.store.activity.list(id, 100)
    expect(log.filter(({ action }) => action === 'session ended')).toHaveLength(1)
  })

  it('of others are not to be ended, and answer as those that never were', async () => {
    const { desk, here } = await onTwoDevices()
    const [handle = ''] = handlesOn((await here.get(paths.account)).text)
    const bob = await desk.signedIn('bob')
    await bob.post(paths.session(handle))
    expect(bannerOf((await bob.get(paths.account)).text)).toBe('This session was over already.')
    expect(handlesOn((await here.get(paths.account)).text)).toEqual([handle])
  })

  it('can all be ended but this one', async () => {
    const { desk, here, phone } = await onTwoDevices()
    await desk.signedIn('alice')
    expect((await here.post(paths.sessions)).status).toBe(303)
    const { text } = await here.get(paths.account)
    expect(bannerOf(text)).toBe('You are signed out everywhere else.')
    expect([handlesOn(text), text.includes(`action="${paths.sessions}"`)]).toEqual([[], false])
    expect((await phone.get(paths.account)).status).toBe(303)
  })
})
