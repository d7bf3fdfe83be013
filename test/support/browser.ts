import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'
import type { ChromiumForTests } from './chromium.ts'

/** A browser that neither looks for a screen nor calls home. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--headless',
]

export function launchBrowser(): Promise<Browser> {
  return launch(inject('chromium'))
}

export function launch({ executablePath, libraries }: ChromiumForTests): Promise<Browser> {
  const env = { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) }
  return chromium.launch({ executablePath, args: quiet, env })
}
