// One page, looked at from all sides. What moves the focus or changes the page comes last.

import type { Findings } from '../table/assertion.ts'
import { barriers } from './barriers.ts'
import { data } from './data.ts'
import { announced, askedAgain } from './done.ts'
import { forcedColours } from './forced-colours.ts'
import { fields, summary } from './forms.ts'
import { markup } from './markup.ts'
import { menus } from './menus.ts'
import { lessMotion } from './motion.ts'
import { names } from './names.ts'
import { offers } from './offers.ts'
import { onPaper } from './paper.ts'
import { rightToLeft } from './right-to-left.ts'
import type { Sight } from './sight.ts'
import { sizes } from './sizes.ts'
import { structure } from './structure.ts'
import { skipLink, tabStops } from './tab-stops.ts'
import { textBrowsers } from './text-browsers.ts'
import { weight } from './weight.ts'

type Station = (sight: Sight) => Promise<Findings>

/** What depends on words most of all, and takes the least time. */
export const inOtherWords: readonly Station[] = [markup, structure, names, fields, data, sizes]

/** What every run of all tests looks at. */
export const quickly: readonly Station[] = [
  announced,
  markup,
  structure,
  names,
  fields,
  data,
  offers,
  sizes,
  weight,
]

/** In this order. */
export const thoroughly: readonly Station[] = [
  ...quickly,
  barriers,
  textBrowsers,
  forcedColours,
  lessMotion,
  rightToLeft,
  onPaper,
  tabStops,
  skipLink,
  menus,
  summary,
  askedAgain,
]

/** What depends on words, of a page that was seen from all sides in another language. */
export const again: readonly Station[] = [...quickly, textBrowsers, tabStops, summary]

export async function assess(sight: Sight, stations: readonly Station[]): Promise<Findings> {
  let findings: Findings = {}
  for (const look of stations) findings = { ...findings, ...(await look(sight)) }
  return findings
}
