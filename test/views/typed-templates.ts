// Each template as a typed function, so that the compiler sees what the template does with its view. Nothing
// runs these: they are written to .generated/ and checked, by `npm run types` and by the tests.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Eta } from 'eta'

const root = fileURLToPath(new URL('../../', import.meta.url))

const head = `// Written by test/views/typed-templates.ts. Do not edit.
import type { Shared, Views } from '${root}src/web/views.ts'
declare const __eta: { res: string; e(value: string | number): string }
declare function include<N extends keyof Views>(name: \`/\${N}\`, view: Views[N]): string
`

export function templateNames(): string[] {
  return readdirSync(`${root}views`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.eta'))
    .map((file) => file.slice(0, -'.eta'.length).replaceAll('\\', '/'))
    .sort()
}

export function templateText(name: string): string {
  return readFileSync(`${root}views/${name}.eta`, 'utf8')
}

/** `replaced`: other texts for some templates, so that a test can misspell something. */
export function writeTypedTemplates(folder: string, replaced: Readonly<Record<string, string>> = {}): void {
  const eta = new Eta({ autoTrim: [false, 'nl'] })
  const functions = templateNames().map((name) => {
    const body = eta.compileBody(eta.parse(replaced[name] ?? templateText(name)))
    const called = name.replace(/\W/g, '_')
    return `export function ${called}(it: Shared & Views['${name}']): string {\n${body}\nreturn __eta.res\n}\n`
  })
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/templates.ts`, head + functions.join('\n'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeTypedTemplates(`${root}.generated`)
