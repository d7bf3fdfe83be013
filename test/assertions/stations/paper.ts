// Assertion 23.

import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import type { Sight } from './sight.ts'

export async function onPaper({ page, kind }: Sight): Promise<Findings> {
  if (kind === 'letter') return { 23: null }
  await page.emulateMedia({ media: 'print' })
  const faults = await ask<string[]>(
    page,
    `return all('nav, button, .button, [type=submit], .skip-link').filter(isShown).map(brief)`,
  )
  await page.emulateMedia({ media: 'screen' })
  return { 23: faults }
}
