// Lighthouse itself, from the packages of this folder: what it says of a page, and of each audit that is not full.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

export type Category = 'accessibility' | 'best-practices' | 'performance'
export type Form = 'desktop' | 'mobile'

export interface Verdict {
  /** Of 100. */
  readonly scores: Readonly<Partial<Record<Category, number>>>
  /** What lost points, as `category: audit (why)`. */
  readonly losses: readonly string[]
}

export interface Question {
  readonly url: string
  readonly form: Form
  readonly categories: readonly Category[]
  readonly skipped: readonly string[]
  /** Where the browser listens. */
  readonly port: number
}

// What we use of its types: they are not there before its packages are.
interface Audit {
  readonly title: string
  readonly score: number | null
  readonly displayValue?: string
  readonly details?: { readonly items?: readonly object[] }
}
interface Result {
  readonly runtimeError?: { readonly message: string }
  readonly audits: Readonly<Record<string, Audit>>
  readonly categories: Readonly<
    Record<string, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>
  >
}
interface Lighthouse {
  readonly default: (url: string, flags: object, config?: object) => Promise<{ lhr: Result } | undefined>
  readonly desktopConfig: object
}

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Installed where it is missing, by the lockfile that lies here. */
export async function loadLighthouse(): Promise<(question: Question) => Promise<Verdict>> {
  const entry = `${folder}node_modules/lighthouse/core/index.js`
  if (!existsSync(entry)) install()
  const lighthouse: Lighthouse = await import(pathToFileURL(entry).href)
  return (question) => ask(lighthouse, question)
}

function install(): void {
  console.log(
    'Lighthouse is not here yet: npm ci in test/lighthouse, which brings about a hundred packages.\n',
  )
  const options = { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' } as const
  if (spawnSync('npm', ['ci', '--no-audit', '--no-fund'], options).status !== 0)
    throw new Error('npm ci in test/lighthouse failed')
}

async function ask(lighthouse: Lighthouse, question: Question): Promise<Verdict> {
  const { url, form, categories, skipped, port } = question
  const flags = {
    port,
    logLevel: 'error',
    onlyCategories: categories,
    skipAudits: skipped,
    disableFullPageScreenshot: true,
    ignoreStatusCode: true,
  }
  const config = form === 'desktop' ? lighthouse.desktopConfig : undefined
  const answer = await lighthouse.default(url, flags, config)
  if (!answer || answer.lhr.runtimeError)
    throw new Error(`${url}: ${answer?.lhr.runtimeError?.message ?? 'Lighthouse says nothing'}`)
  return verdictOf(answer.lhr, categories)
}

function verdictOf({ categories, audits }: Result, asked: readonly Category[]): Verdict {
  const scores = Object.fromEntries(
    asked.map((name) => [name, Math.round(100 * (categories[name]?.score ?? 0))]),
  )
  const losses = asked.flatMap((name) =>
    (categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${name}: ${id} (${reasonOf(audits[id])})`),
  )
  return { scores, losses }
}

function reasonOf(audit: Audit | undefined): string {
  const [first] = audit?.details?.items ?? []
  return audit?.displayValue ?? `${audit?.title}${first ? `, ${JSON.stringify(first).slice(0, 300)}` : ''}`
}
