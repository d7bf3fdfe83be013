// Goes to a page, looks at it from all sides, and keeps what was found.

import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import type { Language, Stage } from '../../browser/support/stage.ts'
import type { Look } from '../report/look.ts'
import { documents } from '../report/results.ts'
import { ask } from '../stations/ask.ts'
import { assess, thoroughly } from '../stations/assess.ts'
import type { Sight } from '../stations/sight.ts'
import { watch } from '../stations/watch.ts'

export interface Way {
  readonly name: string
  readonly stage: Stage
  readonly language: Language
  readonly script: boolean
  readonly kind: Sight['kind']
  readonly member: string | null
  readonly page: Page
  readonly go: () => Promise<unknown>
  /** The document is left for the Nu checker. */
  readonly keeps?: boolean
  readonly stations?: Parameters<typeof assess>[1] | undefined
}

export async function lookAt({ name, go, stations = thoroughly, keeps = false, ...way }: Way): Promise<Look> {
  const watching = await watch(way.page)
  await go()
  // Somebody who has signed out on the way is nobody's member any more.
  const isSignedIn = await ask<boolean>(way.page, `return document.querySelector('.user-menu') !== null`)
  const sight: Sight = { ...way, member: isSignedIn ? way.member : null, watch: watching }
  const title = { address: await addressOf(sight), text: await way.page.title() }
  const html = await watching.source()
  const seen = `${way.language}, ${way.script ? 'with' : 'without'} JavaScript`
  const findings = await assess(sight, stations)
  if (keeps) keep(`${name} (${seen})`, html)
  return { page: name, seen, language: way.language, findings, title }
}

/** Where it stands, without the ids that differ from company to company. */
async function addressOf({ page, kind, watch: { status } }: Sight): Promise<string> {
  // Whatever is not found is one page.
  if (kind === 'running' && [403, 404].includes(status())) return `${status()}`
  // A form that was sent and came back is still its page, which the link to the other language leads to.
  const pathname = await ask<string>(
    page,
    `return document.querySelector('a.language')?.pathname ?? location.pathname`,
  )
  return pathname.startsWith('/gallery/') ? pathname : pathname.replace(/\/(?=[\w-]*\d)[\w-]{8,}/g, '/:id')
}

// For the Nu checker, which reads them all at once.
function keep(name: string, html: string): void {
  mkdirSync(documents, { recursive: true })
  writeFileSync(new URL(`${name.replace(/[^\p{L}\d]+/gu, '-')}.html`, documents), html)
}
