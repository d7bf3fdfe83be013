import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { templateText, writeTypedTemplates } from './typed-templates.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

it('every template uses its view as it is typed', () => {
  expect(compilerOn({})).toBe('')
})

it('a property that is misspelt in a template does not compile', () => {
  const row = templateText('payment-methods/_row').replace('row.lastCharge.iso', 'row.lastCharge.isso')
  expect(compilerOn({ 'payment-methods/_row': row })).toContain("'isso' does not exist")
})

it('a partial that is given the wrong view does not compile', () => {
  const list = templateText('payment-methods/list').replace('{ wallet: it.wallet }', '{ wallet: it.guides }')
  expect(compilerOn({ 'payment-methods/list': list })).toContain("from type 'WalletView'")
})

function compilerOn(replaced: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(`${root}.generated-`)
  folders.push(folder)
  writeTypedTemplates(folder, replaced)
  writeFileSync(
    `${folder}/tsconfig.json`,
    JSON.stringify({ extends: '../tsconfig.json', include: ['templates.ts'] }),
  )
  const tsc = `${root}node_modules/typescript/bin/tsc`
  return spawnSync(process.execPath, [tsc, '--noEmit', '-p', folder], { encoding: 'utf8' }).stdout
}
