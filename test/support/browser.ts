import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const systemChromium = '/usr/bin/chromium'
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--headless',
]

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: quiet })
}

async function chromiumPath(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  if (existsSync(systemChromium)) return systemChromium
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}
