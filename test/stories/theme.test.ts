// A theme that is hard to read is taken all the same, and said in the log.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startDesk } from '../support/running-desk.ts'

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
