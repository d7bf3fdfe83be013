import { expect, it } from 'vitest'
import { makePasswordLink } from '../../src/sign-in/password-link.ts'
import { paths } from '../../src/web/paths.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { bannerOf, movableClock, textOf, titleOf } from '../support/story.ts'

const password = 'ocean ladder violin seven'
const email = 'bob@atelier.example'

async function linkFor(desk: Desk): Promise<string> {
  const known = await desk.ports.store.members.byEmail(email)
  return paths.password(
    await makePasswordLink(desk.ports.store.passwordLinks, known?.member.id ?? '', desk.ports.clock.now()),
  )
}

it('Bob sets his password once by his link, and signs in with it', async () => {
  const desk = await startDesk()
  const link = await linkFor(desk)
  const bob = desk.visitor()
  const page = await bob.get(link)
  expect(page.text).toContain('<h1>Choose a password</h1>')
  expect(textOf(page.text)).toContain('For bob@atelier.example. Twelve characters or more')
  expect(page.text).toMatch(/name="password" type="password" value="" autocomplete="new-password"/)
  const saved = await bob.post(link, { password })
  expect([saved.status, saved.headers.location]).toEqual([303, paths.signIn])
  expect(bannerOf((await bob.get(paths.signIn)).text)).toBe('Your password is saved. Sign in with it.')
  expect((await bob.post(paths.signIn, { email, password })).status).toBe(303)
  for (const answer of [
    await desk.visitor().get(link),
    await desk.visitor().post(link, { password: `${password} again` }),
  ]) {
    expect([answer.status, titleOf(answer.text)]).toEqual([
      404,
      'Error: This link has been used or has expired – Guichet',
    ])
  }
  expect((await desk.visitor().post(paths.signIn, { email, password })).status).toBe(303)
})

it('two who use one link at once set one password', async () => {
  const desk = await startDesk()
  const link = await linkFor(desk)
  const answers = await Promise.all(
    ['one', 'two'].map((which) => desk.visitor().post(link, { password: `${password} ${which}` })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
})

it('a link is good for three days, and one that never was is gone like one that was used', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const link = await linkFor(desk)
  clock.pass(71 * 60 * 60_000)
  expect((await desk.visitor('fr').get(link)).status).toBe(200)
  clock.pass(60 * 60_000)
  const expired = await desk.visitor('fr').get(link)
  expect([expired.status, textOf(expired.text).includes('Ce lien a déjà servi ou a expiré')]).toEqual([
    404,
    true,
  ])
  expect((await desk.visitor().post(link, { password })).status).toBe(404)
  const unknown = paths.password('A'.repeat(link.length - paths.password('').length))
  const none = await desk.visitor('fr').get(unknown)
  expect(none.text.replaceAll(unknown, '')).toBe(expired.text.replaceAll(link, ''))
})

it.each([
  [
    'too short',
    'eleven char',
    'The password needs twelve characters or more.',
    'Le mot de passe doit comporter douze caractères ou plus.',
  ],
  [
    'empty',
    '',
    'The password needs twelve characters or more.',
    'Le mot de passe doit comporter douze caractères ou plus.',
  ],
  [
    'of eleven emoji',
    '💡'.repeat(11),
    'The password needs twelve characters or more.',
    'Le mot de passe doit comporter douze caractères ou plus.',
  ],
  [
    'too long',
    'x'.repeat(201),
    'The password may have 200 characters at most.',
    'Le mot de passe peut comporter 200 caractères au plus.',
  ],
  [
    'common',
    'Password 1234',
    'This password is on the lists that attackers try first. Choose another one.',
    'Ce mot de passe figure sur les listes que l’on essaie en premier. Choisissez-en un autre.',
  ],
])(
  'a password that is %s is refused in words, is not shown, and leaves the link good',
  async (_name, typed, en, fr) => {
    const desk = await startDesk()
    const link = await linkFor(desk)
    for (const [language, message] of [
      ['en', en],
      ['fr', fr],
    ] as const) {
      const answer = await desk.visitor(language).post(link, { password: typed })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(`<a href="#password">${message}</a>`)
      expect(answer.text).toMatch(/<input id="password" [^>]*value=""[^>]* aria-invalid="true"/)
    }
    expect((await desk.visitor().post(link, { password: `  ${password}  ` })).status).toBe(303)
    expect((await desk.visitor().post(paths.signIn, { email, password: `  ${password}  ` })).status).toBe(303)
    expect((await desk.visitor().post(paths.signIn, { email, password })).status).toBe(422)
  },
)

it('a new password ends every session of its member, and nobody else’s', async () => {
  const desk = await startDesk()
  const [one, two, alice] = [
    await desk.signedIn('bob'),
    await desk.signedIn('bob'),
    await desk.signedIn('alice'),
  ]
  await desk.visitor().post(await linkFor(desk), { password })
  for (const bob of [one, two]) expect((await bob.get(paths.paymentMethods)).status).toBe(303)
  expect((await alice.get(paths.paymentMethods)).status).toBe(200)
})
