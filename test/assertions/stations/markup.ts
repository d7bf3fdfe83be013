// Assertion 2: the source as the server sent it.
// Of html-validate's rules, .htmlvalidate.json changes four. doctype-style: lower case is as valid, and what the
// HTML standard itself writes in its examples. heading-level: an error summary stands before the h1, first in main,
// and its heading is an h2. long-title: a title begins with what was just
// done, in whole words. require-sri: our own files come from our own origin under names that are their hashes,
// and Stripe forbids to pin its script, which changes without notice.

import { readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import type { Findings } from '../table/assertion.ts'
import type { Sight } from './sight.ts'

const config: object = JSON.parse(
  readFileSync(new URL('../../../.htmlvalidate.json', import.meta.url), 'utf8'),
)
const validator = new HtmlValidate(config)
// Mail programs know no style sheets but these.
const letters = new HtmlValidate({
  ...config,
  rules: { ...Reflect.get(config, 'rules'), 'no-inline-style': 'off' },
})

export async function markup({ watch, kind }: Sight): Promise<Findings> {
  const { results } = await (kind === 'letter' ? letters : validator).validateString(await watch.source())
  const messages = results.flatMap((result) => result.messages)
  return { 2: messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`) }
}
