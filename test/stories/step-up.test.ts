import { describe, expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { carried } from '../../src/web/step-up.ts'
import { aWhileAgo } from '../support/a-while-ago.ts'
import { asForm, cookieOf, send, sessionIn } from '../support/by-hand.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'
import { atStripe, bannerOf, companyNamed, movableClock, rowsOf, titleOf } from '../support/story.ts'

const minute = 60_000

async function withCards(minutes: number, language?: 'en' | 'fr') {
  const scene = await aWhileAgo(minutes, language)
  const ids = rowsOf((await scene.alice.get(paths.paymentMethods)).text).map(({ id }) => id)
  return { ...scene, ids }
}

const sizeOf = async (desk: Desk): Promise<number> => (await atStripe(desk)).ids.length

it('within the hour a card goes as before', async () => {
  const { desk, alice, ids } = await withCards(59)
  expect((await alice.post(paths.removal(ids[1] ?? ''))).headers.location).toBe(paths.paymentMethods)
  expect(await sizeOf(desk)).toBe(1)
})

it.each([
  [
    'en',
    'Enter your password again',
    'Error: Enter your password again – Guichet',
    'Mastercard ending in 4444 is removed.',
  ],
  [
    'fr',
    'Saisissez de nouveau votre mot de passe',
    'Erreur\u00a0: Saisissez de nouveau votre mot de passe – Guichet',
    'Mastercard se terminant par 4444 est retirée.',
  ],
] as const)(
  'in %s, after 61 minutes the password is asked for, and with it the card goes at once',
  async (language, heading, title, said) => {
    const { desk, alice, ids } = await withCards(61, language)
    const action = paths.removal(ids[1] ?? '')
    // Reading asks for nothing.
    expect((await alice.get(action)).text).not.toContain('name="again"')
    const form = { subscriptions: 'none <b>&"\'', follow: 'yes' }
    const asked = await alice.post(action, form)
    expect(asked.status).toBe(200)
    expect(asked.text).toContain(`<h1>${heading}</h1>`)
    expect(asked.text).toContain(`<form class="form" method="post" action="${action}"`)
    expect(asked.text).toContain(
      '<input type="hidden" name="subscriptions" value="none &lt;b&gt;&amp;&quot;&#39;">',
    )
    expect(asked.text).toContain('<input type="hidden" name="follow" value="yes">')
    expect(asked.text).toMatch(/name="again" type="password" value="" autocomplete="current-password"/)
    expect(await sizeOf(desk)).toBe(2)

    for (const again of ['', 'not the right password']) {
      const wrong = await alice.post(action, { ...form, again })
      expect([wrong.status, titleOf(wrong.text)]).toEqual([422, title])
      expect(wrong.text).toContain('<a href="#again">')
      expect(wrong.text).toContain('<input type="hidden" name="follow" value="yes">')
      expect(wrong.text).not.toContain('not the right password')
    }
    expect(await sizeOf(desk)).toBe(2)

    const done = await alice.post(action, { ...form, again: trialPassword })
    expect([done.status, done.headers.location]).toEqual([303, paths.paymentMethods])
    expect(bannerOf((await alice.get(paths.paymentMethods)).text)).toBe(said)
    expect(await sizeOf(desk)).toBe(1)
    // The hour begins anew.
    expect((await alice.post(paths.removal(ids[0] ?? ''))).headers.location).toBe(paths.paymentMethods)
  },
)

it('reading asks for nothing, so that no password that was given to read does what is read about', async () => {
  const { alice } = await withCards(61)
  const page = await alice.get(paths.companyErasure)
  expect([page.status, page.text.includes('name="again"')]).toEqual([200, false])
  const sent = await alice.post(paths.companyErasure)
  expect([sent.status, sent.text.includes('name="again"')]).toEqual([200, true])
})

it('says what waits for the password, in the words of the page that asked first', async () => {
  const { alice, ids } = await withCards(61)
  const users = (await alice.get(paths.users)).text
  const [, bob = ''] = /href="[/]settings[/]users[/]([\w-]+)[/]removal"/.exec(users) ?? []
  const asking = [
    paths.removal(ids[1] ?? ''),
    paths.user(bob),
    paths.userRemoval(bob),
    paths.ownership,
    paths.invitations,
    paths.companyExport,
    paths.companyErasure,
  ]
  for (const path of asking) {
    const { text } = await alice.get(path)
    const heading = /<h1>(.+?)<[/]h1>/.exec(text)?.[1]
    const sent = await alice.post(path, path === paths.ownership ? { to: bob } : {})
    expect(sent.text, path).toContain(`<p class="lead"><strong>${heading}</strong></p>`)
  }
})

it('says so too where the button stands among others', async () => {
  const { alice } = await withCards(61)
  const asking: [string, Record<string, string>, string][] = [
    [paths.secondFactor, {}, 'Set up a second factor'],
    [paths.recoveryCodes, {}, 'Make new codes'],
    [paths.secondFactorRemoval, {}, 'Turn the second factor off'],
    [paths.companySecurity, { required: 'yes' }, 'Require a second factor'],
    [paths.companySecurity, { required: 'no' }, 'Stop requiring it'],
  ]
  for (const [path, form, what] of asking)
    expect((await alice.post(path, form)).text, path).toContain(
      `<p class="lead"><strong>${what}</strong></p>`,
    )
})

it('setting the default asks for nothing', async () => {
  const { alice, ids } = await withCards(61)
  expect((await alice.post(paths.default(ids[1] ?? ''))).headers.location).toBe(paths.paymentMethods)
})

it('the session goes on under another id, and the earlier one is nobody’s', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const Cookie = await cookieOf(desk)
  for (let at = 0; at < 4; at += 1) {
    clock.pass(20 * minute)
    await send(desk, paths.paymentMethods, { headers: { Cookie } })
  }
  const [first] = (await atStripe(desk)).ids
  const answer = await send(desk, paths.removal(first ?? ''), {
    method: 'POST',
    headers: { ...asForm, Cookie },
    body: new URLSearchParams({ again: trialPassword }).toString(),
  })
  const given = sessionIn(answer)
  expect(given).toMatch(/^sid=/)
  expect(given).not.toBe(Cookie)
  const read = async (cookie: string) =>
    (await send(desk, paths.paymentMethods, { headers: { Cookie: cookie } })).status
  expect([await read(Cookie), await read(given)]).toEqual([303, 200])
})

it('wrong too often, even the right one waits, in words and in a header', async () => {
  const { clock, desk, alice, ids } = await withCards(61)
  const action = paths.removal(ids[1] ?? '')
  for (let count = 0; count < 5; count += 1)
    expect((await alice.post(action, { again: `wrong ${count}` })).status).toBe(422)
  const wait = await alice.post(action, { again: trialPassword })
  expect([wait.status, Number(wait.headers['retry-after'])]).toEqual([429, expect.any(Number)])
  expect(wait.text).toContain('Too many tries.')
  expect(await sizeOf(desk)).toBe(2)
  clock.pass(10 * minute)
  expect((await alice.post(action, { again: trialPassword })).status).toBe(303)
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  const log = await desk.ports.store.activity.list(id, 100)
  const confirmed = log.filter((entry) => entry.action === 'password confirmed')
  expect(confirmed.map(({ result }) => result)).toEqual(['done', ...Array(5).fill('refused')])
})

describe('With htmx', () => {
  const inDialog = { 'HX-Request': 'true', 'HX-Request-Type': 'partial', 'HX-Target': 'div#wallet' }
  const ask = (alice: Visitor, id: string, form = {}) => alice.post(paths.removal(id), form, inDialog)

  it('the question comes up in the dialog, and the answer goes where the first one would have gone', async () => {
    const { alice, ids } = await withCards(61)
    const asked = await ask(alice, ids[1] ?? '', { follow: 'yes' })
    expect([asked.headers['hx-retarget'], asked.headers['hx-reswap']]).toEqual(['#dialog', 'innerHTML'])
    expect(asked.text).toContain('<h2 id="dialog-heading">Enter your password again</h2>')
    expect(asked.text).toContain('data-hx-target="#wallet"')
    expect(asked.text).toContain('name="follow" value="yes"')
    expect(asked.text).not.toContain('<html')
    const wrong = await ask(alice, ids[1] ?? '', { again: 'wrong' })
    expect([wrong.status, wrong.headers['hx-retarget']]).toEqual([422, '#dialog'])
    expect(wrong.text).toContain('class="banner error" tabindex="-1" autofocus')
    const done = await ask(alice, ids[1] ?? '', { again: trialPassword })
    expect([done.status, done.headers['hx-retarget']]).toEqual([200, undefined])
    expect(done.text).toContain('Mastercard ending in 4444 is removed.')
  })

  it('a target is an id and nothing else', async () => {
    const { alice, ids } = await withCards(61)
    const headers = { ...inDialog, 'HX-Target': 'div#a" onclick="x' }
    const asked = await alice.post(paths.removal(ids[1] ?? ''), {}, headers)
    expect(asked.text).not.toMatch(/onclick|data-hx-target/)
  })
})

describe('What is carried', () => {
  it('is text, and no password', () => {
    const body = { name: 'kept', list: ['a', 'b'], deep: { a: 1 }, again: 'x', 'new-Password': 'y' }
    expect(carried(body)).toEqual([{ name: 'name', value: 'kept' }])
    expect(carried(undefined)).toEqual([])
  })

  it('is fifty fields at most, and none where they are too long', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`field-${at}`, 'x']))
    expect(carried(many)).toHaveLength(50)
    expect(carried({ name: 'x'.repeat(60_001) })).toEqual([])
  })
})
