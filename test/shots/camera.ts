// A page as it looks wide and narrow, in light and in dark: a file each, under names that sort by page and state.

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import { folder } from './folder.ts'
import { noteSelectors } from './selectors.ts'

export const wide = { width: 1280, height: 800 }
const narrow = { width: 320, height: 640 }
// What is left of an A4 sheet between its margins.
const sheet = { width: 718, height: 1000 }

/** `name`: a folder and what it shows, such as gallery/members-users.01-empty. */
export async function photograph(page: Page, name: string, language: 'en' | 'fr'): Promise<void> {
  await noteSelectors(page)
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await shoot(page, `${name}.${language}-${viewport.width}-${colorScheme}`)
    }
  }
}

/** As it comes out of a printer. */
export async function photographPrint(page: Page, name: string, language: 'en' | 'fr'): Promise<void> {
  await page.setViewportSize(sheet)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await shoot(page, `${name}.${language}-print`)
  await page.emulateMedia({ media: null, colorScheme: null })
}

/** By what a system makes of it where people choose all colours themselves, and where they read from right to left. */
export async function photographOtherwise(page: Page, name: string): Promise<void> {
  await page.setViewportSize(wide)
  await page.emulateMedia({ forcedColors: 'active' })
  await shoot(page, `${name}.forced-colours`)
  await page.emulateMedia({ forcedColors: null, colorScheme: 'light' })
  await page.evaluate(`document.documentElement.dir = 'rtl'`)
  await shoot(page, `${name}.right-to-left`)
}

export function fileName(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-|-$/g, '')
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = `${folder}${name}.png`
  mkdirSync(dirname(path), { recursive: true })
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  // What a frame shows below the window's edge is not painted: the window becomes as high as the page.
  const isFramed = await page.locator('iframe').count()
  if (isFramed)
    await page.setViewportSize({ width, height: await page.evaluate('document.body.scrollHeight') })
  writeFileSync(path, isFramed ? await settled(page) : await page.screenshot({ ...still, fullPage: true }))
  if (isFramed) await page.setViewportSize({ width, height })
}

const still = { animations: 'disabled' } as const

// A frame hears of another window or scheme after its page, and its page of its height after that.
async function settled(page: Page): Promise<Buffer> {
  let picture = await page.screenshot(still)
  for (let tries = 0; tries < 20; tries++) {
    const { width = 0 } = page.viewportSize() ?? {}
    await page.setViewportSize({ width, height: await page.evaluate('document.body.scrollHeight') })
    const next = await page.screenshot(still)
    if (next.equals(picture)) break
    picture = next
  }
  return picture
}
