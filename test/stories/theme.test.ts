// A theme that is hard to read is taken all the same, and said in the log.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { idOf, invited } from '../support/invitations.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { textOf, titleOf } from '../support/story.ts'

const folder = mkdtempSync(join(tmpdir(), 'theme-'))
const path = join(folder, 'theme.css')
afterAll(() => rmSync(folder, { recursive: true }))

it('colours that are hard to read are said when Guichet starts, and others are not', async () => {
  writeFileSync(path, ':root { --accent: light-dark(#f5a623, #a1b1ff) }')
  const pale = await startDesk({ environment: { THEME_CSS_FILE: path } })
  const said = pale.logged.filter((line) => line.includes('"theme"'))
  expect(said).toEqual([
    expect.stringContaining('--on-accent on --accent, as on buttons, in the light scheme: a contrast of 2.0'),
    expect.stringContaining('--accent on the page, as in links, in the light scheme: a contrast of 2.0'),
  ])
  writeFileSync(path, ':root { --accent: light-dark(#0a6b4f, #6fd3b0) }')
  const readable = await startDesk({ environment: { THEME_CSS_FILE: path } })
  expect(readable.logged.filter((line) => line.includes('"theme"'))).toEqual([])
})

it('a name without a logo stands at the top in words', async () => {
  writeFileSync(path, ':root { --name: "Söhne & Co" }')
  const desk = await startDesk({ environment: { THEME_CSS_FILE: path } })
  const { text } = await desk.visitor().get('/sign-in')
  expect(text).toMatch(/<a class="home" href="\/"><svg .*<\/svg>Söhne &amp; Co<\/a>/)
})

/** As text, which is what their pages show besides. */
async function lettersOf(desk: Desk): Promise<string> {
  const mails = await desk.ports.store.outbox.newest(20)
  const pages = mails.map(({ id }) => desk.visitor().get(paths.sandboxDelivery(id)))
  return (await Promise.all(pages)).map(({ text }) => textOf(text)).join('\n')
}

it.each([
  ['en', 'Payment methods', 'Open Söhne & Co:', 'to join Atelier Lumière on Söhne & Co,'],
  [
    'fr',
    'Moyens de paiement',
    'Ouvrir Söhne & Co\u00a0:',
    'rejoindre l’entreprise Atelier Lumière sur Söhne & Co,',
  ],
] as const)(
  'whatever says what the product is called says that name (%s)',
  async (language, title, open, join) => {
    writeFileSync(path, ':root { --name: "Söhne & Co" }')
    const desk = await startDesk({ environment: { THEME_CSS_FILE: path } })
    const alice = await desk.signedIn('alice', language)
    await desk.database.run("update members set language = $1 where email = 'bob@atelier.example'", [
      language,
    ])
    await invited(desk, alice)
    await alice.post(paths.user(await idOf(desk, 'bob@atelier.example')), { role: 'developer' })

    const page = (await alice.get(paths.paymentMethods)).text
    expect(titleOf(page)).toBe(`${title} – Söhne & Co`)
    const fragment = (await alice.post(paths.default('pm_none'), {}, { 'HX-Request': 'true' })).text
    expect(titleOf(fragment)).toContain(' – Söhne & Co')
    expect((await alice.get(paths.activity)).text).toContain(
      '<option value="guichet">Söhne &amp; Co</option>',
    )
    await alice.post(paths.secondFactor)
    const setup = (await alice.get(paths.secondFactor)).text
    const letters = await lettersOf(desk)
    expect(letters).toContain(open)
    expect(letters).toContain(join)
    for (const text of [page, fragment, setup, letters]) expect(textOf(text)).not.toContain('Guichet')
  },
)
