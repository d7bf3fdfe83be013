// At the end of a run: the table, whatever is unmet, and what was left out. Anything amiss ends the run with a failure.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { missingTextBrowsers } from '../stations/text-browsers.ts'
import { assertions } from '../table/assertions.ts'
import { asText } from './as-text.ts'
import { type Look, unmet } from './look.ts'
import { checkByNu } from './nu-checker.ts'
import { documents, tableFile } from './results.ts'
import { tableOf } from './table.ts'
import { withTitles } from './titles.ts'

export default class TableReporter implements Reporter {
  #began = Date.now()

  onTestRunStart(): void {
    this.#began = Date.now()
    rmSync(documents, { recursive: true, force: true })
    mkdirSync(documents, { recursive: true })
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const looks = withTitles(looksOf(modules))
    // Where neither text browser is, nobody can say what they print.
    const table = tableOf(looks, assertions, missingTextBrowsers.length === 2 ? [37] : [])
    const nu = await checkByNu()
    const count = Object.keys(assertions).length
    const text = [
      asText(table, looks, assertions),
      '',
      nu.errors === null
        ? 'Nu checker: left out, because there is no java here.'
        : [`Nu checker: ${nu.documents} documents, ${nu.errors.length} errors`, ...nu.errors].join('\n'),
      missingTextBrowsers.length > 0
        ? `Left out, not installed: ${missingTextBrowsers.join(', ')}`
        : 'lynx and w3m: both',
      `${count} assertions × ${table.pages.length} pages, ${looks.length} looks, ${Math.round((Date.now() - this.#began) / 1000)} s`,
      `cells: ${table.count('met')} met, ${table.count('unmet')} unmet, ${table.count('n.a.')} n.a., ${table.count('missing')} missing`,
    ].join('\n')
    writeFileSync(tableFile, `${text}\n`)
    // After what vitest itself says last.
    process.on('exit', () => process.stdout.write(`\n${text}\n`))
    const amiss = looks.flatMap(unmet).length + table.gaps.length + (nu.errors?.length ?? 0)
    if (amiss > 0) process.exitCode = 1
  }
}

function looksOf(modules: readonly TestModule[]): Look[] {
  return modules.flatMap((module) =>
    [...module.children.allTests()].flatMap((test) => {
      const { look } = test.meta()
      return look ? [look] : []
    }),
  )
}
