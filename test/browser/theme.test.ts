// A desk in its operator's colours: what browsers and mail programs make of the theme.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { setStage } from './support/stage.ts'

const folder = mkdtempSync(join(tmpdir(), 'theme-'))
const green = 'light-dark(#0a6b4f, #6fd3b0)'
writeFileSync(
  join(folder, 'theme.css'),
  `:root { --accent: ${green}; --on-accent: light-dark(#ffffff, #06281d); --radius: 3px; --logo: "logo.svg"; --name: "Atlas" }`,
)
writeFileSync(
  join(folder, 'logo.svg'),
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><rect width="80" height="20"/></svg>',
)
const stage = setStage({ environment: { THEME_CSS_FILE: join(folder, 'theme.css') } })
afterAll(() => rmSync(folder, { recursive: true }))

it('buttons and corners are the operator’s, and the logo stands at the top with its name as its text', async () => {
  const page = await stage.window({ colorScheme: 'light' })
  await page.goto('/sign-in')
  const button = page.locator('main .primary').first()
  const looks = () =>
    button.evaluate((node) => {
      const { backgroundColor, borderRadius } = node.ownerDocument.defaultView.getComputedStyle(node)
      return { backgroundColor, borderRadius }
    })
  expect(await looks()).toEqual({ backgroundColor: 'rgb(10, 107, 79)', borderRadius: '3px' })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await looks()).toMatchObject({ backgroundColor: 'rgb(111, 211, 176)' })
  const logo = page.getByRole('link', { name: 'Atlas' }).getByRole('img')
  expect(await logo.evaluate((image) => [image.naturalWidth, image.height])).toEqual([80, 32])
})

it('the theme comes with our own stylesheet, compressed and for good, and no page asks for more than it did', async () => {
  const page = await stage.window()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const answer = await page.goto('/sign-in')
  expect(answer?.headers()['content-security-policy']).toContain(
    "style-src 'self';img-src 'self';font-src 'self'",
  )
  expect(asked.filter((path) => path.endsWith('.css'))).toHaveLength(1)
  const [logo = ''] = asked.filter((path) => path.endsWith('.svg') && path.includes('logo'))
  const served = await page.request.get(logo)
  expect(served.headers()).toMatchObject({
    'content-type': 'image/svg+xml',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': expect.stringMatching(/^(br|gzip)$/),
  })
})

it('the icon in a browser’s tab takes the accent too', async () => {
  const page = await stage.window()
  await page.goto('/sign-in')
  const icon = await page.request.get((await page.locator('link[rel=icon]').getAttribute('href')) ?? '')
  expect(await icon.text()).toMatch(/<rect [^>]*fill="#0a6b4f"/)
})

it('letters take the accent too', async () => {
  const { page } = await stage.guest()
  await page.goto('/settings/users/invitations')
  await page.locator('#email').fill('new@studio.example')
  await page.locator('#role-billing').check()
  await page.locator('main .primary').click()
  await page.goto('/sandbox/mail')
  await page.locator('main .mail a').first().click()
  const letter = await page.request.get((await page.locator('iframe').getAttribute('src')) ?? '')
  expect(await letter.text()).toContain('background-color: #0a6b4f; color: #ffffff')
  expect(await letter.text()).toContain(
    '.button { background-color: #6fd3b0 !important; color: #06281d !important; }',
  )
})
