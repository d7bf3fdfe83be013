// A browser that Lighthouse drives by its port, with somebody signed in or nobody.

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { quiet } from '../support/browser.ts'
import { chromiumForTests } from '../support/chromium.ts'

export interface Driven {
  readonly port: number
  /** `cookie` as the server set it, without its attributes; null: nobody. */
  signIn(url: string, cookie: string | null): Promise<void>
  close(): Promise<void>
}

// Whatever a page or the browser itself would ask elsewhere finds no address.
const onlyHere = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1'

export async function openBrowser(): Promise<Driven> {
  const { executablePath, libraries } = await chromiumForTests()
  const folder = mkdtempSync(join(tmpdir(), 'guichet-lighthouse-'))
  const port = await freePort()
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...quiet, onlyHere, `--remote-debugging-port=${port}`],
    env: { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) },
  })
  return {
    port,
    async signIn(url, cookie) {
      await context.clearCookies()
      const [name = '', value = ''] = cookie?.split('=') ?? []
      if (cookie !== null) await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
    },
    async close() {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject()))
    })
  })
}
