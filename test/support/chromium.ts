// The browser of the tests: the one that npm brought, unpacked once before anybody starts it; else the system's.

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'

export interface ChromiumForTests {
  executablePath: string
  /** Where the libraries lie that a machine without a desktop lacks. */
  libraries?: string
}

declare module 'vitest' {
  interface ProvidedContext {
    chromium: ChromiumForTests
  }
}

const systemChromium = '/usr/bin/chromium'

export async function setup(project: TestProject): Promise<void> {
  project.provide('chromium', await chromiumForTests())
}

export async function chromiumForTests(): Promise<ChromiumForTests> {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH }
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium()
  if (existsSync(systemChromium)) return { executablePath: systemChromium }
  throw new Error('The browser tests need a Chromium here: set CHROMIUM_PATH to one.')
}

async function bundledChromium(): Promise<ChromiumForTests> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  // The package leaves its libraries packed outside the cloud it was made for.
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  await inflate(join(dirname(entry), '..', 'bin', 'al2023.tar.br'))
  return { executablePath, libraries: join(tmpdir(), 'al2023', 'lib') }
}
