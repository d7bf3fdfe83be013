// Who may import whom: server → compose → app → routes → (pages | use cases) → domain → nothing.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface Module {
  readonly path: string
  /** Files of ours as paths from the root, packages by their name. */
  readonly imports: readonly string[]
  /** Those that are left when the types are stripped. */
  readonly atRuntime: readonly string[]
  readonly text: string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = ['src', 'db'].flatMap((folder) => modulesIn(folder))
const features = [
  'company',
  'sign-in',
  'members',
  'account',
  'activity',
  'privacy',
  'payment-methods',
  'invoices',
  'mail',
  'stripe-events',
  'help',
]
const routes = /(routes|answers)\.ts$/
const pages = /(pages?|names)\.ts$/

const ofFeatures = modules.filter(({ path }) =>
  features.some((feature) => path.startsWith(`src/${feature}/`)),
)
const core = ofFeatures.filter(({ path }) => !routes.test(path) && !pages.test(path))

it('finds the modules that it speaks of', () => {
  expect(core.length).toBeGreaterThan(15)
  expect(ofFeatures.filter(({ path }) => routes.test(path)).length).toBeGreaterThan(5)
})

it('domain files and use cases import the domain and the ports only', () => {
  const allowed = (target: string): boolean =>
    target.startsWith('node:crypto') ||
    target.startsWith('src/ports/') ||
    core.some(({ path }) => path === target)
  expect(offenders(core, (target) => !allowed(target))).toEqual([])
})

it('ports import the domain and each other only', () => {
  const ports = modules.filter(({ path }) => path.startsWith('src/ports/'))
  const allowed = (target: string): boolean =>
    target.startsWith('src/ports/') || core.some(({ path }) => path === target)
  expect(offenders(ports, (target) => !allowed(target))).toEqual([])
})

it('pages know nothing of requests', () => {
  const all = ofFeatures.filter(({ path }) => pages.test(path))
  const web = ['src/web/paths.ts', 'src/web/views.ts', 'src/web/marks.ts', 'src/web/page-links.ts']
  const allowed = (target: string): boolean =>
    web.includes(target) ||
    target.startsWith('src/words/') ||
    target.startsWith('src/ports/') ||
    !target.startsWith('src/web/')
  expect(offenders(all, (target) => target === 'express' || !allowed(target) || routes.test(target))).toEqual(
    [],
  )
})

describe.each([
  ['express', /^src\/(app|compose)\.ts$|^src\/(web|sandbox)\/|(routes|answers)\.ts$/],
  ['express-session', /^src\/web\/(kept-)?sessions?\.ts$/],
  ['stripe', /^src\/(adapters\/stripe|sandbox)\//],
  ['better-sqlite3', /^src\/(adapters\/sql|sandbox)\//],
  ['pg', /^src\/adapters\/sql\//],
  ['eta', /^src\/web\/render\.ts$/],
  ['csv-stringify/sync', /^src\/web\/csv\.ts$/],
  ['@node-rs/argon2', /^src\/adapters\/argon2\//],
  ['prom-client', /^src\/adapters\/prometheus\//],
  ['otpauth', /^src\/adapters\/otpauth\//],
  ['uqr', /^src\/web\/qr-code\.ts$/],
  ['bowser', /^src\/web\/device\.ts$/],
])('%s', (name, where) => {
  it('is imported only where it belongs', () => {
    const elsewhere = modules.filter(({ path }) => !where.test(path))
    expect(offenders(elsewhere, (target) => target === name)).toEqual([])
    expect(modules.some(({ imports }) => imports.includes(name))).toBe(true)
  })
})

it('the sandbox imports nothing of the app', () => {
  const sandbox = modules.filter(({ path }) => path.startsWith('src/sandbox/'))
  const foreign = (target: string): boolean =>
    /^(src|db)\//.test(target) && !target.startsWith('src/sandbox/')
  expect(offenders(sandbox, foreign)).toEqual([])
})

it('of the app, only the server starts the sandbox', () => {
  const app = modules.filter(({ path }) => !path.startsWith('src/sandbox/') && path !== 'src/server.ts')
  expect(offenders(app, (target) => target.startsWith('src/sandbox/'))).toEqual([])
})

it('adapters are known to the composition root, the server and the commands only', () => {
  const others = modules.filter(
    ({ path }) => !/^(src\/(compose|server)\.ts|src\/(commands|adapters)\/|db\/)/.test(path),
  )
  expect(offenders(others, (target) => target.startsWith('src/adapters/'))).toEqual([])
})

it('the environment is read by the server and the commands only', () => {
  const readers = modules.filter(({ text }) => /\bprocess\.env\b/.test(text)).map(({ path }) => path)
  expect(readers.filter((path) => path !== 'src/server.ts' && !path.startsWith('src/commands/'))).toEqual([])
})

it('features are imported in one direction', () => {
  const order = ['stripe-events', 'invoices', 'payment-methods', 'company']
  const backwards = (from: string, target: string): boolean => {
    const [here, there] = [from, target].map((path) =>
      order.findIndex((name) => path.startsWith(`src/${name}/`)),
    )
    return here !== -1 && there !== -1 && Number(there) < Number(here)
  }
  expect(ofFeatures.filter(({ path, imports }) => imports.some((target) => backwards(path, target)))).toEqual(
    [],
  )
})

it('nothing imports itself by a detour', () => {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const reaches = (from: string, wanted: string, seen = new Set<string>()): boolean =>
    (byPath.get(from)?.atRuntime ?? []).some((target) => {
      if (target === wanted) return true
      if (seen.has(target)) return false
      seen.add(target)
      return reaches(target, wanted, seen)
    })
  expect(modules.map(({ path }) => path).filter((path) => reaches(path, path))).toEqual([])
})

it('no file is called after nothing in particular', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|index)(\.ts|\/)/
  expect(modules.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([])
})

function modulesIn(folder: string): Module[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => {
      const path = join(folder, file).replaceAll('\\', '/')
      const text = readFileSync(join(root, path), 'utf8')
      const withoutTypes = text.replace(/^(import|export) type [^'`]*'[^']*'$/gm, '')
      return { path, text, imports: importsOf(path, text), atRuntime: importsOf(path, withoutTypes) }
    })
}

function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(
    /^(?:import|export)\b[^'"`;]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
  )
  return [...found].map(([, from, bare, dynamic]) => {
    const target = from ?? bare ?? dynamic ?? ''
    return target.startsWith('.') ? join(dirname(path), target).replaceAll('\\', '/') : target
  })
}

function offenders(among: readonly Module[], wrong: (target: string) => boolean): string[] {
  return among.flatMap(({ path, imports }) => imports.filter(wrong).map((target) => `${path} → ${target}`))
}
