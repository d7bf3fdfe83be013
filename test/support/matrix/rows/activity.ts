// The activity log, to be read and taken along.

import { paths } from '../../../../src/web/paths.ts'
import type { Row } from '../row.ts'

export const activity: readonly Row[] = [
  { route: `GET ${paths.activity}`, door: 'see activity', answer: '200 Activity log' },
  { route: `GET ${paths.activityCsv}`, door: 'see activity', answer: '200 text/csv' },
]
